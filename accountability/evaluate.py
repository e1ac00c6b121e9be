"""Runs the nine rules over facts: first by the readings in force, then by each enabled alternative (rulings.md 2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date

import msgspec
from msgspec.structs import replace

from accountability.findings import Finding, Note
from accountability.next_change import DaysOnRecord, Holds, holds, unit_holds_until
from accountability.outcomes import Result, worst
from accountability.rules import RULES
from accountability.rules.category_7_reporting import reporting_findings
from accountability.rules.notes import notes_of
from accountability.rules.reach import REACH, families_of
from accountability.rules.under_test import CaseUnderTest
from accountability.trace import flipped
from litigation.duties.annual import annual_duties
from litigation.duties.attendance import NONE, Attendance
from litigation.duties.case_in_context import CaseInContext, Docket
from litigation.duties.duty import Duty, in_order
from litigation.facts import RegisterFacts, UnitFacts
from litigation.law.in_force import LawInForce

CATEGORIES = tuple(rule.category for rule in RULES)
COUNTED = (Result.BREACH, Result.READING_DEPENDENT, Result.LEAD, Result.UNDETERMINED)


class CaseResult(msgspec.Struct, frozen=True, kw_only=True):
    """``tested`` holds the tests made, clear ones too if they were thorough; ``findings`` those that are not clear.

    ``holds`` is None where nobody asked how long the result holds.
    """

    ref: str
    unit: str
    attendance: Attendance
    loss: bool | None
    effective_on: date | None
    categories: Mapping[int, Result]
    duties: tuple[Duty, ...]
    tested: tuple[Finding, ...]
    notes: tuple[Note, ...]
    holds: Holds | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        return not_clear(self.tested)


class UnitResult(msgspec.Struct, frozen=True, kw_only=True):
    """``duties`` and ``tested`` are the unit's own (annual reports); the counts take in those of its cases (rulings.md 20)."""

    code: str
    attendance: Attendance
    counts: Mapping[int, Mapping[Result, int]]
    duties: tuple[Duty, ...]
    tested: tuple[Finding, ...]
    holds_until: date | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        return not_clear(self.tested)


class Assessment(msgspec.Struct, frozen=True, kw_only=True):
    as_of: date
    law: LawInForce
    cases: tuple[CaseResult, ...]
    units: tuple[UnitResult, ...]


def assess(
    register: RegisterFacts,
    law: LawInForce,
    as_of: date,
    progress: Callable[[int, int], None] | None = None,
    *,
    thorough: bool = False,
    cases: Collection[str] | None = None,
    units: Collection[str] | None = None,
    lasting: bool = False,
) -> Assessment:
    """Every case and every unit of ``register`` as of ``as_of``, or only those ``cases`` and ``units`` asked for.

    The counts of a unit take in the cases that were assessed. ``progress`` is told (cases done, cases in all).
    ``thorough`` keeps the clear tests with their traces; ``lasting`` asks too how long each result holds.
    """
    docket = Docket.of(register, as_of)
    days = DaysOnRecord(register) if lasting else None
    refs = sorted(docket.cases if cases is None else cases)
    results = []
    for done, ref in enumerate(refs, start=1):
        context = CaseInContext(case=docket.cases[ref], docket=docket, law=law)
        of_case = None if days is None else days.of(ref)
        results.append(assess_case(context, thorough=thorough, days=of_case))
        if progress is not None:
            progress(done, len(refs))
    by_unit: dict[str, list[CaseResult]] = {}
    for result in results:
        by_unit.setdefault(result.unit, []).append(result)
    codes = sorted(docket.units if units is None else units)
    return Assessment(
        as_of=as_of,
        law=law,
        cases=tuple(results),
        units=tuple(
            assess_unit(
                docket,
                law,
                docket.units[code],
                by_unit.get(code, ()),
                days=None if days is None else days.of_reports.get(code, ()),
            )
            for code in codes
        ),
    )


def assess_case(
    context: CaseInContext, *, thorough: bool = False, days: frozenset[date] | None = None
) -> CaseResult:
    """The nine tests of one case. ``days``: every day on its record, to tell how long the result holds."""
    case = CaseUnderTest(context, thorough=thorough)
    others = _OtherReadings(context)
    tested: list[Finding] = []
    categories: dict[int, Result] = {}
    for rule in RULES:
        if rule.applies(case):
            found = [others.tried(finding) for finding in rule.test(case)]
            categories[rule.category] = worst([finding.outcome for finding in found])
            tested += found
        else:
            categories[rule.category] = Result.NOT_APPLICABLE
    tested.sort(key=_place)
    return CaseResult(
        ref=context.case.ref,
        unit=context.case.unit,
        attendance=case.attendance,
        loss=case.loss,
        effective_on=case.effect.on,
        categories=categories,
        duties=case.duties,
        tested=tuple(tested),
        notes=tuple(sorted(notes_of(case), key=_note_place)),
        holds=None if days is None else holds(case, others.cases, days),
    )


class _OtherReadings:
    """Tries the enabled alternatives one at a time, and only where they can reach (rulings.md 2)."""

    def __init__(self, context: CaseInContext) -> None:
        self._context = context
        self._outcomes: dict[tuple[str, str, int], dict[object, Result]] = {}
        self.cases: list[CaseUnderTest] = []

    def tried(self, finding: Finding) -> Finding:
        """``finding`` as it is, or marked reading-dependent with the reading that alone removes the breach."""
        if finding.outcome is not Result.BREACH:
            return finding
        for key, value in self._context.law.readings.alternatives:
            reach = REACH[key]
            if finding.category in reach.categories and reach.matters(self._context.case):
                outcome = self._under(key, value, finding.category).get(finding.identity, Result.CLEAR)
                if removes_breach(outcome):
                    return dependent(finding, key, value, outcome)
        return finding

    def _under(self, key: str, value: str, category: int) -> dict[object, Result]:
        at = (key, value, category)
        if at not in self._outcomes:
            other = self._context.under(self._context.law.taking(key, value))
            case = CaseUnderTest(other, thorough=False, families=families_of(category))
            self.cases.append(case)
            self._outcomes[at] = {found.identity: found.outcome for found in RULES[category - 1].test(case)}
        return self._outcomes[at]


def removes_breach(outcome: Result) -> bool:
    """Undetermined under another reading removes nothing: it does not say that there is no breach."""
    return outcome not in {Result.BREACH, Result.UNDETERMINED}


def dependent(finding: Finding, key: str, value: str, otherwise: Result) -> Finding:
    """``finding`` as reading-dependent, its trace naming the reading under which it would be ``otherwise``."""
    trace = flipped(finding.trace, key, value, otherwise)
    return replace(finding, outcome=Result.READING_DEPENDENT, trace=trace)


def _note_place(note: Note) -> tuple[int, str, str]:
    return (
        note.category,
        note.reading or "",
        str([(node.key, sorted(node.params.items(), key=str)) for node in note.nodes]),
    )


def _place(finding: Finding) -> tuple[date, str, str, str, str, str]:
    """By due day, then code (bundle.md); a finding without a duty goes by the day of its subject."""
    subject = finding.subject
    day = finding.due or subject.hearing_on or subject.on or date.max
    about = f"{subject.document or ''}{subject.recommendation or ''}{subject.on or ''}"
    return day, finding.code, finding.duty or "", finding.kind, about, finding.uid


def assess_unit(
    docket: Docket,
    law: LawInForce,
    unit: UnitFacts,
    cases: Iterable[CaseResult],
    *,
    days: Collection[date] | None = None,
) -> UnitResult:
    """A unit's own duties, and the counts over them and its cases. ``days``: those of its reports, to tell how long it holds."""
    cases = tuple(cases)
    duties = in_order(list(annual_duties(docket, law, unit)))
    others: dict[tuple[str, str], dict[object, Result]] = {}
    tested = tuple(
        _tried_for_unit(docket, law, unit, finding, others)
        for finding in reporting_findings(law, duties, docket.as_of)
    )
    seen = Counter((finding.category, finding.outcome) for case in cases for finding in case.tested)
    seen.update((finding.category, finding.outcome) for finding in tested)
    counts = {category: {outcome: seen[category, outcome] for outcome in COUNTED} for category in CATEGORIES}
    attendance = NONE
    for case in cases:
        attendance = attendance.plus(case.attendance)
    return UnitResult(
        code=unit.code,
        attendance=attendance,
        counts=counts,
        duties=duties,
        tested=tested,
        holds_until=None if days is None else unit_holds_until(docket, law, unit, days),
    )


def _tried_for_unit(
    docket: Docket,
    law: LawInForce,
    unit: UnitFacts,
    finding: Finding,
    others: dict[tuple[str, str], dict[object, Result]],
) -> Finding:
    if finding.outcome is not Result.BREACH:
        return finding
    for key, value in law.readings.alternatives:
        if (key, value) not in others:
            other = law.taking(key, value)
            found = reporting_findings(other, annual_duties(docket, other, unit), docket.as_of)
            others[key, value] = {each.identity: each.outcome for each in found}
        outcome = others[key, value].get(finding.identity, Result.CLEAR)
        if removes_breach(outcome):
            return dependent(finding, key, value, outcome)
    return finding


def not_clear(tested: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in tested if finding.outcome is not Result.CLEAR)
