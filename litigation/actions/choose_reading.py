"""Picks a reading of the law for the office: who, why and since when are kept, earlier results stay (rulings.md 1, 24)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from litigation import signals
from litigation.actions.attribution import attribute
from litigation.law.loader import load_law
from litigation.law.readings import UnknownReadingError, choose
from litigation.models import ReadingChoice
from litigation.written_days import day_of

NOTICE_FROM = "notice.effective_from"


@transaction.atomic
def choose_reading(
    key: str, value: str, *, reason: str, actor: Any, alternatives: Collection[str] = ()
) -> bool:
    """Put ``value`` in force for ``key``. Returns whether anything changed.

    Raises ValidationError for a reading the law folder does not have, one that no fact can test, or a missing reason.
    """
    if not reason.strip():
        raise ValidationError(_("%(key)s: say why this reading is taken.") % {"key": key})
    _check(key, value, alternatives)
    picked = ReadingChoice.objects.select_for_update().filter(key=key).first() or ReadingChoice(key=key)
    wanted = (value, sorted(alternatives), reason)
    if picked.pk and (picked.value, picked.alternatives, picked.reason) == wanted:
        return False
    picked.value, picked.alternatives, picked.reason = wanted
    picked.since = timezone.now()
    attribute(picked, actor)
    picked.full_clean()
    picked.save()
    signals.law_changed.send(sender=ReadingChoice)
    return True


def _check(key: str, value: str, alternatives: Collection[str]) -> None:
    try:
        if key != NOTICE_FROM:
            choose(load_law().readings, {key: value}, {key: frozenset(alternatives)})
        elif day_of(value) is None:
            raise ValidationError(
                _("%(key)s: %(value)s is no day; write YYYY-MM-DD.") % {"key": key, "value": value}
            )
    except UnknownReadingError as error:
        raise ValidationError(str(error)) from error
