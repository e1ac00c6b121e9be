"""The counts of a unit when only some of its cases were tested: what those cases said before goes, what they say now comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec
from django.db.models import Count, Sum

from accountability.evaluate import CATEGORIES, COUNTED, Assessment, UnitResult
from accountability.models import CaseAssessment, FindingState, UnitAssessment
from accountability.outcomes import Result
from accountability.pins import Pins
from accountability.storing.findings import Last
from litigation.duties.attendance import Attendance

_ATTENDANCE = Attendance.__struct_fields__


def carried_on(assessment: Assessment, pins: Pins, before: Iterable[Last]) -> Assessment:
    """``assessment`` of some cases, the counts of its units taking in their other cases as they are stored.

    ``before`` are the last states of the findings of exactly those cases and units. To be called under the lock under
    which results are stored.
    """
    owners = {pins.cases[case.ref]: pins.units[case.unit] for case in assessment.cases}
    went: dict[int, Counter[tuple[int, Result]]] = {}
    for state in before:
        if state.is_open:
            went.setdefault(state.owner[1], Counter())[state.category, state.outcome] += 1
    left = _attendance_of(owners)
    codes = [unit.code for unit in assessment.units]
    stored = {row.unit_id: _Totals.of_row(row) for row in UnitAssessment.objects.filter(unit__code__in=codes)}
    totals = {
        key: stored[key] if key in stored else _Totals.counted(key)
        for key in (pins.units[code] for code in codes)
    }
    return msgspec.structs.replace(
        assessment,
        units=tuple(
            _carried_on(
                unit,
                totals[pins.units[unit.code]],
                went.get(pins.units[unit.code], Counter()),
                left.get(pins.units[unit.code], {}),
            )
            for unit in assessment.units
        ),
    )


def recount(units: Collection[int]) -> None:
    """Count the stored findings and attendances of ``units`` anew, for those whose cases were stored without them."""
    for row in UnitAssessment.objects.filter(unit__in=units):
        totals = _Totals.counted(row.unit_id)
        row.counts = {
            str(category): {outcome.value: totals.counts[category, outcome] for outcome in COUNTED}
            for category in CATEGORIES
        }
        for name in _ATTENDANCE:
            setattr(row, name, totals.attendance[name])
        # What it says is put together from two moments: the next assessment writes it whole.
        row.content = ""
        row.save(update_fields=["counts", "content", *_ATTENDANCE])


class _Totals(msgspec.Struct, frozen=True):
    """What is stored of a unit and its cases together."""

    counts: Counter[tuple[int, Result]]
    attendance: Mapping[str, int]

    @classmethod
    def of_row(cls, row: UnitAssessment) -> _Totals:
        counts = Counter(
            {
                (category, outcome): row.count(category, outcome)
                for category in CATEGORIES
                for outcome in COUNTED
            }
        )
        return cls(counts, {name: getattr(row, name) for name in _ATTENDANCE})

    @classmethod
    def counted(cls, unit: int) -> _Totals:
        """For a unit of which nothing is stored though something of its cases may be."""
        states = FindingState.objects.filter(superseded_at__isnull=True, finding__unit=unit).order_by()
        found = states.values_list("finding__category", "outcome").annotate(number=Count("pk"))
        sums = CaseAssessment.objects.filter(case__unit=unit).aggregate(
            **{f"all_{name}": Sum(name, default=0) for name in _ATTENDANCE}
        )
        return cls(
            Counter({(category, Result(outcome)): number for category, outcome, number in found}),
            {name: sums[f"all_{name}"] for name in _ATTENDANCE},
        )


def _carried_on(
    unit: UnitResult, stored: _Totals, went: Counter[tuple[int, Result]], gone: Mapping[str, int]
) -> UnitResult:
    counts = {
        category: {
            outcome: stored.counts[category, outcome]
            - went[category, outcome]
            + unit.counts[category][outcome]
            for outcome in COUNTED
        }
        for category in CATEGORIES
    }
    attendance = Attendance(
        **{
            name: stored.attendance[name] - gone.get(name, 0) + getattr(unit.attendance, name)
            for name in _ATTENDANCE
        }
    )
    return msgspec.structs.replace(unit, counts=counts, attendance=attendance)


def _attendance_of(owners: Mapping[int, int]) -> dict[int, dict[str, int]]:
    """By unit, what the stored results of these cases add to its attendance."""
    found: dict[int, dict[str, int]] = {}
    for case, values in _stored_attendance(owners):
        of_unit = found.setdefault(owners[case], dict.fromkeys(_ATTENDANCE, 0))
        for name, value in zip(_ATTENDANCE, values, strict=True):
            of_unit[name] += value
    return found


def _stored_attendance(cases: Iterable[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    rows = CaseAssessment.objects.filter(case__in=list(cases)).values_list("case_id", *_ATTENDANCE)
    return ((case, tuple(values)) for case, *values in rows)
