"""Every read of the record."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from litigation.bundle import Known
from litigation.law.working_days import DayKind, Override
from litigation.models import (
    CalendarOverride,
    CasePage,
    Dispute,
    Filing,
    FilingsKept,
    ReadingChoice,
    RegisteredFacts,
    Unit,
    UnitPage,
)


def units_at(moment: datetime | None = None) -> QuerySet[Any]:
    """Units by code, as they stood at ``moment``; None is now."""
    units = Unit.objects.all() if moment is None else Unit.history.as_of(moment)
    return units.order_by("code")


def disputes_at(moment: datetime | None = None, *, refs: Iterable[str] | None = None) -> QuerySet[Any]:
    """Disputes by reference, as they stood at ``moment``; None is now. ``refs`` narrows them."""
    disputes = Dispute.objects.all() if moment is None else Dispute.history.as_of(moment)
    if refs is not None:
        disputes = disputes.filter(ref__in=list(refs))
    return disputes.order_by("ref")


def registrations_at(
    moment: datetime | None = None,
    *,
    units: Iterable[str] | None = None,
    cases: Iterable[str] | None = None,
) -> QuerySet[RegisteredFacts]:
    """The registration of each case that counted at ``moment``: the latest by then, by reference of the case."""
    of_case = _until(RegisteredFacts.objects.filter(case=OuterRef("pk")), moment).order_by(
        "-recorded_at", "-id"
    )
    pages = CasePage.objects.filter(chosen_cases(units, cases))
    latest = pages.annotate(latest=Subquery(of_case.values("pk")[:1])).values("latest")
    return RegisteredFacts.objects.filter(pk__in=latest.order_by()).order_by("case__ref")


def filings_at(
    moment: datetime | None = None, *, units: Iterable[str] | None = None, cases: Iterable[str] | None = None
) -> QuerySet[Filing]:
    """The filings about cases that were recorded by ``moment``, in the order they came."""
    chosen = chosen_cases(units, cases, prefix="case__")
    return _until(Filing.objects.filter(chosen, case__isnull=False), moment).order_by("id")


def reports_at(moment: datetime | None = None, *, units: Iterable[str] | None = None) -> QuerySet[Filing]:
    """The annual reports that were recorded by ``moment``, with their units."""
    reports = Filing.objects.filter(unit__isnull=False).select_related("unit")
    if units is not None:
        reports = reports.filter(unit__code__in=list(units))
    return _until(reports, moment).order_by("id")


def filings_kept_at(
    moment: datetime | None = None, *, units: Iterable[str] | None = None, cases: Iterable[str] | None = None
) -> QuerySet[FilingsKept]:
    """Of which units, and of which of their cases, the register kept the filings at ``moment``.

    With ``cases`` alone the units are not narrowed: whose reports are asked for is known only with the cases.
    """
    kept = FilingsKept.objects.all()
    if units is not None or cases is not None:
        of_units = Q(unit__isnull=False) if units is None else Q(unit__code__in=list(units))
        kept = kept.filter((Q(case__isnull=False) & chosen_cases(units, cases, prefix="case__")) | of_units)
    return kept if moment is None else kept.filter(since__lte=moment)


def known_to_bundles() -> Known:
    """What a bundle may refer to without bringing it along."""
    return Known(
        units=frozenset(Unit.objects.values_list("code", flat=True)),
        disputes=frozenset(Dispute.objects.values_list("ref", flat=True)),
        cases=frozenset(CasePage.objects.values_list("ref", flat=True)),
    )


def linked_cases(cases: Iterable[int]) -> dict[str, int]:
    """``cases`` with all that hangs together with them, by reference: whole chains of ``follows``, whole disputes.

    One query for each step along the links, however large the register is.
    """
    found: dict[str, int] = {}
    seen_disputes: set[int] = set()
    wanted = Q(pk__in=list(cases))
    while wanted:
        rows = CasePage.objects.filter(wanted).order_by().values_list("ref", "pk", "follows", "dispute_id")
        new = [row for row in rows if row[0] not in found]
        found |= {ref: pk for ref, pk, _follows, _dispute in new}
        disputes = {dispute for *_rest, dispute in new if dispute} - seen_disputes
        before = {follows for _ref, _pk, follows, _dispute in new if follows} - found.keys()
        seen_disputes |= disputes
        wanted = Q()
        if new:
            wanted |= Q(follows__in=[ref for ref, *_rest in new])
        if before:
            wanted |= Q(ref__in=before)
        if disputes:
            wanted |= Q(dispute__in=disputes)
    return found


def unknown_units(codes: Iterable[str]) -> list[str]:
    """Those of the codes that no unit has."""
    asked = set(codes)
    return sorted(asked - {*Unit.objects.filter(code__in=asked).values_list("code", flat=True)})


def unknown_cases(refs: Iterable[str]) -> list[str]:
    """Those of the references that no case has."""
    asked = set(refs)
    return sorted(asked - {*CasePage.objects.filter(ref__in=asked).values_list("ref", flat=True)})


def disputes_called(refs: Iterable[str]) -> QuerySet[Dispute]:
    """The disputes with these references."""
    return Dispute.objects.filter(ref__in=list(refs))


def disputes_for(unit_page: UnitPage | None, case: CasePage) -> QuerySet[Dispute]:
    """The disputes an editor of ``case`` may choose from: those that the unit has part in, and the present one."""
    own = Q(pk=case.dispute_id)
    if unit_page is not None:
        own |= Q(cases__unit=unit_page.unit_id)
    return Dispute.objects.filter(own).distinct()


def calendar_overrides() -> tuple[Override, ...]:
    """The office's own rest and working days, by day."""
    return tuple(
        Override(day=entry.day, kind=DayKind(entry.kind), name=entry.name, source=entry.source)
        for entry in CalendarOverride.objects.all()
    )


def chosen_readings() -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    """What the office picked: the value in force by key, and the alternatives to try by key (``law.readings.choose``)."""
    picked = list(ReadingChoice.objects.all())
    return {p.key: p.value for p in picked}, {p.key: frozenset(p.alternatives) for p in picked}


def chosen_cases(units: Iterable[str] | None, cases: Iterable[str] | None, prefix: str = "") -> Q:
    """The cases of any of ``units`` that are any of ``cases``; None leaves a condition out."""
    condition = Q()
    if units is not None:
        condition &= Q(**{f"{prefix}unit__code__in": list(units)})
    if cases is not None:
        condition &= Q(**{f"{prefix}ref__in": list(cases)})
    return condition


def _until(rows: QuerySet[Any], moment: datetime | None) -> QuerySet[Any]:
    return rows if moment is None else rows.filter(recorded_at__lte=moment)
