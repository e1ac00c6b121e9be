"""What evaluation leaves out to be quick changes no result: thorough equals quick, and reach equals brute force (ADR 2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from accountability.evaluate import assess, dependent, removes_breach
from accountability.findings import Finding
from accountability.outcomes import Result
from accountability.rules import RULES
from accountability.rules.reach import REACH
from accountability.rules.under_test import CaseUnderTest
from litigation.bundle.generate import generate
from litigation.duties.case_in_context import CaseInContext, Docket, in_context
from litigation.law.in_force import LawInForce, law_in_force
from litigation.law.loader import load_law

DAYS = (date(2021, 3, 31), date(2023, 10, 9), date(2026, 10, 31), date(2027, 3, 1))


def every_alternative() -> dict[str, frozenset[str]]:
    return {
        key: frozenset(value.value for value in reading.values if value.value != reading.default)
        for key, reading in load_law().readings.items()
        if reading.computable
    }


def by_brute_force(context: CaseInContext) -> Iterator[Finding]:
    """Every rule under every enabled alternative, nothing left out."""
    others = []
    for key, value in context.law.readings.alternatives:
        case = CaseUnderTest(context.under(context.law.taking(key, value)))
        found = {each.identity: each.outcome for rule in RULES for each in rule.test(case)}
        others.append((key, value, found))
    case = CaseUnderTest(context)
    for rule in RULES:
        for finding in rule.test(case):
            if finding.outcome is Result.CLEAR or not rule.applies(case):
                continue
            flips = (
                dependent(finding, key, value, found.get(finding.identity, Result.CLEAR))
                for key, value, found in others
                if removes_breach(found.get(finding.identity, Result.CLEAR))
            )
            yield next(flips, finding) if finding.outcome is Result.BREACH else finding


@pytest.mark.parametrize("seed", [1, 2])
def test_a_reading_reaches_no_further_than_its_row_says(seed: int) -> None:
    law = law_in_force(enabled=every_alternative())
    register = generate(150, seed)
    for day in DAYS:
        assessed = {case.ref: case.findings for case in assess(register, law, day).cases}
        for context in in_context(Docket.of(register, day), law):
            expected = sorted(map(_shown, by_brute_force(context)))
            assert sorted(map(_shown, assessed[context.case.ref])) == expected, (context.case.ref, day)


@pytest.mark.parametrize("seed", [4])
@pytest.mark.parametrize("day", DAYS)
def test_a_quick_assessment_finds_what_a_thorough_one_finds(seed: int, day: date) -> None:
    register, law = generate(300, seed), law_in_force()
    quick, thorough = assess(register, law, day), assess(register, law, day, thorough=True)
    for left, right in zip(quick.cases, thorough.cases, strict=True):
        assert left.findings == right.findings
        assert left.categories == right.categories
        assert left.duties == right.duties
    assert [unit.counts for unit in quick.units] == [unit.counts for unit in thorough.units]


def test_a_thorough_assessment_shows_clear_tests_with_their_traces() -> None:
    assessed = assess(generate(50, 6), law_in_force(), date(2026, 10, 31), thorough=True)
    outcomes = {finding.outcome for case in assessed.cases for finding in case.tested}
    assert Result.CLEAR in outcomes
    assert not any(finding.outcome is Result.CLEAR for case in assessed.cases for finding in case.findings)


def test_every_reading_has_a_row_in_the_table_of_reach() -> None:
    assert set(REACH) == set(load_law().readings)


def test_readings_that_no_fact_can_test_reach_nothing() -> None:
    law: LawInForce = law_in_force()
    for key, reading in law.law.readings.items():
        if not reading.computable:
            assert not REACH[key].categories


def _shown(finding: Finding) -> tuple[str, ...]:
    last = finding.trace.steps[-1]
    return (
        str(finding.identity),
        finding.outcome,
        str(sorted(last.params.items(), key=str)),
        str(finding.missing),
    )
