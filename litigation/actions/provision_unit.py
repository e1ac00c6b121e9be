"""A unit with its page in the registry."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.log_actions import LogContext

from litigation import signals
from litigation.actions.attribution import attribute
from litigation.actions.provision_registry import provision_registry
from litigation.actions.record_filings import keep_filings
from litigation.facts import UnitFacts
from litigation.models import Unit, UnitPage
from litigation.models.cases import slug_for


@transaction.atomic
def provision_unit(facts: UnitFacts, *, actor: Any, keeps_reports: bool = True) -> tuple[Unit, bool, bool]:
    """Return the unit as ``facts`` have it, whether it was there, and whether anything was written.

    Made if there is none of that code, with its page; name and kind brought up to date, with a history row.
    ``keeps_reports`` is false where nobody recorded the annual reports of a new unit. Raises ValidationError.
    """
    units = Unit.objects.select_for_update(of=("self",)).select_related("page")
    unit = units.filter(code=facts.code).first() or Unit(code=facts.code)
    was_there = unit.pk is not None
    up_to_date = was_there and (unit.name, unit.kind) == (facts.name, facts.kind.value)
    if up_to_date and hasattr(unit, "page"):
        return unit, True, False
    matters = not was_there or unit.kind != facts.kind.value
    unit.name, unit.kind = facts.name, facts.kind.value
    unit.full_clean()
    attribute(unit, actor)
    unit.save()
    with LogContext(user=actor):
        _provision_page(unit, actor)
    if keeps_reports and not was_there:
        keep_filings(units=[unit.pk])
    if matters:
        signals.unit_changed.send(sender=Unit, unit=unit.pk, is_new=not was_there)
    return unit, was_there, True


def _provision_page(unit: Unit, actor: Any) -> None:
    page = UnitPage.objects.filter(unit=unit).first()
    if page is None:
        registry = provision_registry()
        page = UnitPage(
            unit=unit, title=unit.name, slug=slug_for(unit.code), owner=actor, locale=registry.locale
        )
        registry.add_child(instance=page)
    elif page.title != unit.name:
        page.title = page.draft_title = unit.name
        page.save()
