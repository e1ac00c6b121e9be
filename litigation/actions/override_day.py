"""Settles what one day is, with the document that decided it: a closure, or a year the data lack (rulings.md 25)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from litigation import signals
from litigation.actions.attribution import attribute
from litigation.law.working_days import DayKind
from litigation.models import CalendarOverride


@transaction.atomic
def override_day(day: date, kind: DayKind, *, name: str, source: str, actor: Any) -> bool:
    """Enter or correct the override of ``day``. Returns whether anything changed.

    Raises ValidationError where the source or the name is missing.
    """
    if not source.strip() or not name.strip():
        raise ValidationError(_("%(day)s: name the day and the document that decided it.") % {"day": day})
    entry = CalendarOverride.objects.select_for_update().filter(day=day).first()
    if entry is None:
        entry = CalendarOverride(day=day, created_by=actor)
    elif (entry.kind, entry.name, entry.source) == (kind, name, source):
        return False
    entry.kind, entry.name, entry.source = kind, name, source
    attribute(entry, actor)
    entry.full_clean()
    entry.save()
    signals.law_changed.send(sender=CalendarOverride)
    return True
