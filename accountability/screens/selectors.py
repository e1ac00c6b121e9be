"""Every read of the screens, scoped by user. Each list and each record is a fixed number of queries, however much it shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

import msgspec
from django.db.models import (
    Case,
    Count,
    DateField,
    F,
    IntegerField,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce
from django.shortcuts import get_object_or_404

from accountability import permissions, selectors
from accountability.models import (
    CaseAssessment,
    FindingState,
    JudgedRegistration,
    StoredDuty,
    UnitAssessment,
)
from accountability.models.assessments import CATEGORIES
from accountability.outcomes import Result
from accountability.screens.confirmed import MISSED
from accountability.screens.days_between import DaysBetween
from accountability.screens.lights import PLACES, UNASSESSED_PLACE
from litigation.duties.duty import Status
from litigation.models import CasePage, Filing, RegisteredFacts, Unit


class AsOf(msgspec.Struct, frozen=True, kw_only=True):
    """The days as of which the results on a screen were assessed; both None where nothing was."""

    first: date | None
    last: date | None


def readable_cases(user: Any) -> QuerySet[Any]:
    """The cases ``user`` may read, with unit and result, ``place`` (``lights.light_at``) and ``next_due``.

    ``next_due`` is the earliest last day of a duty that was open when the case was assessed.
    """
    open_duties = StoredDuty.objects.filter(
        case=OuterRef("pk"), status=Status.OPEN.value, due_default__isnull=False
    )
    return (
        CasePage.objects.filter(unit__in=permissions.readable_units(user))
        .select_related("unit", "assessment")
        .annotate(
            place=_place(),
            next_due=Subquery(open_duties.order_by("due_default").values("due_default")[:1]),
        )
    )


def _place() -> Case:
    """The number of the worst of the nine results; what has no result yet comes last."""
    whens = [
        When(
            reduce(or_, (Q(**{f"assessment__category_{n}": result.value}) for n in CATEGORIES)),
            then=Value(place),
        )
        for place, result in PLACES.items()
    ]
    return Case(*whens, default=Value(UNASSESSED_PLACE), output_field=IntegerField())


def places_counted(cases: QuerySet[Any]) -> Counter[int]:
    """How many of ``cases`` stand at each place."""
    rows = cases.order_by().values_list("place").annotate(number=Count("pk"))
    return Counter(dict(rows))


def as_of_of_cases(user: Any) -> AsOf:
    """As of which days the cases that ``user`` may read were assessed."""
    results = CaseAssessment.objects.filter(case__unit__in=permissions.readable_units(user))
    return AsOf(**results.aggregate(first=Min("as_of"), last=Max("as_of")))


def readable_case(user: Any, ref: str) -> Any:
    """One case with its result; Http404 for a case of another unit exactly as for one that is not there."""
    cases = readable_cases(user).select_related(
        "unit", "dispute", "assessment", "assessment__applied_law", "assessment__judged"
    )
    return get_object_or_404(cases, ref=ref)


def readable_unit(user: Any, code: str) -> Any:
    """One unit with its result; Http404 for another unit exactly as for one that is not there."""
    units = permissions.readable_units(user).select_related("assessment", "assessment__applied_law")
    return get_object_or_404(units, code=code)


def latest_registration(case: CasePage) -> RegisteredFacts | None:
    """What the case's record says now; None for a case that was never registered."""
    latest: RegisteredFacts | None = (
        RegisteredFacts.objects.filter(case=case).order_by("-recorded_at", "-id").first()
    )
    return latest


def was_judged(registration: RegisteredFacts, assessment: CaseAssessment) -> bool:
    """Whether the stored result rests on ``registration``; where it does not, the record has moved on since."""
    return JudgedRegistration.objects.filter(record=assessment.judged_id, registration=registration).exists()


def filing_since(case: CasePage, assessment: CaseAssessment) -> Filing | None:
    """The latest filing about the case that the stored result does not rest on; None where it knows all of them."""
    unknown = Filing.objects.filter(case=case).exclude(judged_links__record=assessment.judged_id)
    latest: Filing | None = unknown.order_by("-id").first()
    return latest


def as_of_of_findings(user: Any) -> AsOf:
    """As of which days the findings that ``user`` may read, those of units too, were assessed or confirmed."""
    cases = as_of_of_cases(user)
    units = UnitAssessment.objects.filter(unit__in=permissions.readable_units(user)).aggregate(
        first=Min("as_of"), last=Max("as_of")
    )
    firsts = [day for day in (cases.first, units["first"]) if day]
    lasts = [day for day in (cases.last, units["last"]) if day]
    return AsOf(first=min(firsts, default=None), last=max(lasts, default=None))


def readable_findings(user: Any) -> QuerySet[Any]:
    """The last state of each finding that stands, of cases and of units, with what lists show, sort and filter by.

    ``day`` is the last day of the duty, else the day of the hearing, else the day of what was found; some have none.
    ``assessed_as_of`` is the day as of which it was last confirmed, ``late_for`` how many
    days it was overdue by then.
    """
    states = selectors.standing_findings().filter(finding__unit__in=permissions.readable_units(user))
    severity = [When(outcome=result.value, then=Value(place)) for place, result in PLACES.items()]
    return states.annotate(
        day=Coalesce("due", *_days_of_subject(), output_field=DateField()),
        severity=Case(*severity, default=Value(UNASSESSED_PLACE), output_field=IntegerField()),
        assessed_as_of=_assessed_as_of(),
    ).annotate(late_for=_late_for())


def _days_of_subject() -> Iterator[Cast]:
    # A state stored before migration 0002 kept no subject of its own; the finding has it.
    for subject in ("subject", "finding__subject"):
        for name in ("hearing_on", "on"):
            yield Cast(KeyTextTransform(name, subject), DateField())


def _assessed_as_of() -> Case:
    of_case, of_unit = F("finding__case__assessment__as_of"), F("finding__unit__assessment__as_of")
    return Case(When(finding__case=None, then=of_unit), default=of_case, output_field=DateField())


def _late_for() -> Case:
    """Days late; of what is still not done they are counted to the day of the last confirmation (``confirmed``)."""
    missed = Q(trace__contains=f'"{MISSED}"', due__isnull=False)
    to_that_day = DaysBetween(F("due"), F("assessed_as_of"))
    return Case(When(missed, then=to_that_day), default=F("days_late"), output_field=IntegerField())


def findings_counted(states: QuerySet[Any]) -> Counter[tuple[int, Result]]:
    """How many of ``states`` each category has with each result."""
    rows = states.order_by().values_list("finding__category", "outcome").annotate(number=Count("pk"))
    return Counter({(category, Result(outcome)): number for category, outcome, number in rows})


def findings_of_case(case: CasePage) -> list[FindingState]:
    """The findings of one case that stand, by category."""
    return list(_by_category(selectors.standing_findings(cases=[case.ref])))


def findings_of_unit(unit: Unit) -> list[FindingState]:
    """The unit's own findings (annual reports), not those of its cases."""
    return list(_by_category(selectors.standing_findings(units=[unit.code]).filter(finding__case=None)))


def findings_with_cases(unit: Unit) -> QuerySet[Any]:
    """The unit's own findings and those of its cases (rulings.md 20)."""
    return selectors.standing_findings(units=[unit.code])


def _by_category(states: QuerySet[Any]) -> QuerySet[Any]:
    return states.order_by("finding__category", "finding__code", F("due").asc(nulls_last=True), "finding_id")


def duties_of_case(case: CasePage) -> list[StoredDuty]:
    """The duties of one case in their order."""
    return list(StoredDuty.objects.filter(case=case).order_by("place"))


def duties_of_unit(unit: Unit) -> list[StoredDuty]:
    """The unit's own duties, the latest year first."""
    years = F("year").desc(nulls_last=True)
    return list(StoredDuty.objects.filter(unit=unit, case=None).order_by(years, "place"))


def unit_result(unit: Unit) -> UnitAssessment | None:
    """The stored result of a unit that was read by ``readable_unit``; None where nothing was assessed."""
    return getattr(unit, "assessment", None)


def case_result(case: CasePage) -> CaseAssessment | None:
    """The stored result of a case that was read by ``readable_case``; None where nothing was assessed."""
    return getattr(case, "assessment", None)
