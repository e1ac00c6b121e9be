"""How long a result holds: until when time alone changes nothing, and between which days it asked the calendar. No Django.

A nightly run visits only those cases whose day has come; a new rest day only those that counted past it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta

import msgspec

from accountability.linked_cases import Links
from accountability.rules.under_test import CaseUnderTest
from litigation.duties.annual import fixed_date
from litigation.duties.case_in_context import Docket
from litigation.duties.duty import Duty
from litigation.duties.effect import Effect, State, effect_of
from litigation.facts import CaseFacts, RegisterFacts, UnitFacts
from litigation.law.in_force import LawInForce
from litigation.law.working_days import ONE_DAY
from litigation.vocabulary import UnitKind

_DAY = re.compile(rb'"(\d{4}-\d\d-\d\d)"')
#: A count may begin before the first day on record (three days before a hearing) and look past its last one.
SLACK = timedelta(days=31)
BEYOND = "calendar"


class Holds(msgspec.Struct, frozen=True, kw_only=True):
    """``until``: the first day on which the result could differ though no fact was added; None: never.

    It may be early, it is never late. ``counted_from`` and ``counted_to`` enclose every day of which it mattered whether
    people worked on it; both None where no day was counted.
    """

    until: date | None = None
    counted_from: date | None = None
    counted_to: date | None = None


class DaysOnRecord:
    """Every day that the records of a register name, days after ``as_of`` included: a hearing set down is a change to come."""

    def __init__(self, register: RegisterFacts) -> None:
        self._cases: Mapping[str, CaseFacts] = {case.ref: case for case in register.cases}
        self._links = Links(register.cases)
        self._days: dict[str, frozenset[date]] = {}
        self.of_reports = {
            code: [report.on for report in register.annual_reports or () if report.unit == code and report.on]
            for code in {report.unit for report in register.annual_reports or ()}
        }

    def of(self, ref: str) -> frozenset[date]:
        """The days in case ``ref`` and in the cases its result depends on."""
        linked = self._links.judged_with(ref)
        if len(linked) == 1:
            return self._of_one(ref)
        return frozenset().union(*(self._of_one(each) for each in linked))

    def _of_one(self, ref: str) -> frozenset[date]:
        if ref not in self._days:
            found = set(_DAY.findall(msgspec.json.encode(self._cases[ref])))
            self._days[ref] = frozenset(day for text in found if (day := _parsed(text)))
        return self._days[ref]


def holds(case: CaseUnderTest, others: Collection[CaseUnderTest], days: frozenset[date]) -> Holds:
    """How long the result of ``case`` holds; ``others``: the same case under each other reading that was tried.

    ``days``: see ``DaysOnRecord.of``. Other readings matter only once the reading in force finds a breach, and that
    moment is a day of its own, so that those that were not tried need not be asked.
    """
    passing = list(_passing(case, others))
    coming = [
        *(day for on in days for day in (on, on + ONE_DAY)),
        *(day + ONE_DAY for day in passing),
        *_effects(case, others),
        *case.law.starts,
    ]
    as_of = case.context.as_of
    return Holds(
        until=min((day for day in coming if day > as_of), default=None),
        counted_from=min(days, default=None),
        counted_to=date.max if _beyond((case, *others)) else max((*days, *passing), default=None),
    )


def unit_holds_until(
    docket: Docket, law: LawInForce, unit: UnitFacts, reported: Iterable[date]
) -> date | None:
    """The first day on which the unit's own duties (annual reports) could differ though nothing was recorded."""
    clause = "N5.2b" if unit.kind is UnitKind.COUNTY_GOVERNMENT else "N5.2a"
    coming = [day for on in reported for day in (on, on + ONE_DAY)]
    for year in range(docket.as_of.year - 1, docket.as_of.year + 2):
        fixed = fixed_date(law, clause, year)
        if fixed is not None:
            # AMB-05 may take one day off, AMB-04 decides whether the rest days after it are skipped.
            for day in (fixed - ONE_DAY, fixed):
                count = law.counter.fixed(day)
                coming += [day, *(end + ONE_DAY for end in (count.strict, count.lenient) if end)]
    return min((day for day in (*coming, *law.starts) if day > docket.as_of), default=None)


def _passing(case: CaseUnderTest, others: Collection[CaseUnderTest]) -> Iterator[date]:
    for each in (case, *others):
        yield from _last_days(each.duties)


def _last_days(duties: Iterable[Duty]) -> Iterator[date]:
    for duty in duties:
        for day in (duty.due.strict, duty.due.default, duty.due.lenient, duty.provisional):
            if day is not None:
                yield day


def _effects(case: CaseUnderTest, others: Collection[CaseUnderTest]) -> Iterator[date]:
    yield from _effect(case.effect)
    for following in case.context.following():
        yield from _effect(effect_of(following))
    for other in others:
        yield from _effect(other.effect)


def _effect(effect: Effect) -> Iterator[date]:
    if effect.state is State.PENDING and effect.not_before is not None:
        yield effect.not_before
        yield effect.not_before + ONE_DAY


def _beyond(cases: Iterable[CaseUnderTest]) -> bool:
    return any(
        BEYOND in case.effect.missing or any(BEYOND in duty.missing for duty in case.duties) for case in cases
    )


def _parsed(found: bytes) -> date | None:
    try:
        return date.fromisoformat(found.decode())
    except ValueError:  # digits in a text that only look like a day
        return None
