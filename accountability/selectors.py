"""Every read of what was found. Each returns a queryset with what a list needs; the callers narrow it further."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from accountability.history import CLOSED
from accountability.models import (
    CaseAssessment,
    FindingState,
    StoredDuty,
    StoredFinding,
    UnitAssessment,
)
from accountability.outcomes import Result
from litigation.duties.duty import Status


def standing_findings(
    *,
    units: Collection[str] | None = None,
    cases: Collection[str] | None = None,
    categories: Collection[int] | None = None,
    outcomes: Collection[Result] | None = None,
) -> QuerySet[Any]:
    """The last state of each finding that still stands, of cases and of units themselves; None leaves a choice out."""
    states = _last_states().exclude(change__in=CLOSED)
    if units is not None:
        states = states.filter(finding__unit__code__in=units)
    if cases is not None:
        states = states.filter(finding__case__ref__in=cases)
    if categories is not None:
        states = states.filter(finding__category__in=categories)
    if outcomes is not None:
        states = states.filter(outcome__in=outcomes)
    return states.order_by("finding__unit__code", "finding__case__ref", "due", "finding_id")


def findings_at(moment: datetime) -> QuerySet[Any]:
    """The states that were the last ones at ``moment``: what the office could have known then."""
    known = Q(recorded_at__lte=moment) & (Q(superseded_at__isnull=True) | Q(superseded_at__gt=moment))
    return _related(FindingState.objects.filter(known)).exclude(change__in=CLOSED)


def history_of(finding: StoredFinding) -> QuerySet[Any]:
    """Every state of one finding, oldest first, with what it judged."""
    return _related(FindingState.objects.filter(finding=finding)).order_by("id")


def duties(
    *,
    units: Collection[str] | None = None,
    cases: Collection[str] | None = None,
    statuses: Collection[Status] | None = None,
) -> QuerySet[Any]:
    """Stored duties by due day, those without one last; None leaves a choice out."""
    found = StoredDuty.objects.select_related("case", "unit")
    if units is not None:
        found = found.filter(unit__code__in=units)
    if cases is not None:
        found = found.filter(case__ref__in=cases)
    if statuses is not None:
        found = found.filter(status__in=statuses)
    return found.order_by("due_default", "code", "id")


def case_results(*, units: Collection[str] | None = None) -> QuerySet[Any]:
    """The current result of each case, by reference."""
    results = CaseAssessment.objects.select_related("case", "case__unit", "applied_law")
    if units is not None:
        results = results.filter(case__unit__code__in=units)
    return results.order_by("case__ref")


def unit_results(*, units: Collection[str] | None = None) -> QuerySet[Any]:
    """The current result of each unit, by code."""
    results = UnitAssessment.objects.select_related("unit", "applied_law")
    if units is not None:
        results = results.filter(unit__code__in=units)
    return results.order_by("unit__code")


def _last_states() -> QuerySet[Any]:
    return _related(FindingState.objects.filter(superseded_at__isnull=True))


def _related(states: QuerySet[Any]) -> QuerySet[Any]:
    return states.select_related("finding", "finding__case", "finding__unit", "judged", "applied_law")
