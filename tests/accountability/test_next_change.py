"""Between today and the day until which a result holds nothing about it changes by time alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from accountability.evaluate import CaseResult, UnitResult, assess
from accountability.fingerprints import case_content, finding_content, unit_content
from litigation.bundle.generate import generate
from litigation.facts import CaseFacts, RegisterFacts
from litigation.law.in_force import law_in_force

START = date(2023, 9, 20)
DAYS = 45


@pytest.mark.parametrize("seed", [11, 12])
def test_visiting_only_the_cases_whose_day_has_come_keeps_every_result_right(seed: int) -> None:
    register, law = generate(220, seed), law_in_force()
    kept = {case.ref: case for case in assess(register, law, START, lasting=True).cases}
    visited = 0
    for offset in range(1, DAYS):
        day = START + timedelta(days=offset)
        for case in assess(register, law, day, lasting=True).cases:
            if until(kept[case.ref]) is not None and until(kept[case.ref]) <= day:
                kept[case.ref] = case
                visited += 1
            assert said(case) == said(kept[case.ref]), (case.ref, day)
    assert 0 < visited < DAYS * len(kept) / 4, "a daily run that visits most cases saves nothing"


def until(case: CaseResult) -> date | None:
    assert case.holds is not None
    return case.holds.until


def test_a_unit_s_own_duties_stay_what_they_are_until_the_day_they_hold_to() -> None:
    register, law = generate(40, 5), law_in_force()
    start = date(2023, 11, 1)
    alone = RegisterFacts(
        units=register.units, annual_reports=register.annual_reports, reports_unknown=register.reports_unknown
    )
    now = {unit.code: unit for unit in assess(alone, law, start, lasting=True).units}
    changed = set()
    for offset in range(1, 120):
        day = start + timedelta(days=offset)
        for unit in assess(alone, law, day).units:
            until = now[unit.code].holds_until
            assert until is not None
            if day < until:
                assert said_of_unit(unit) == said_of_unit(now[unit.code]), (unit.code, day, until)
            elif said_of_unit(unit) != said_of_unit(now[unit.code]):
                changed.add(unit.code)
    assert changed == set(now)


def test_a_case_with_nothing_left_to_come_is_visited_only_when_the_law_changes() -> None:
    units = generate(1, 1).units
    case = CaseFacts(ref="C1", unit=units[0].code, kind="litigation", instance="first")  # type: ignore[arg-type]
    law = law_in_force()
    (result,) = assess(RegisterFacts(units=units, cases=(case,)), law, START, lasting=True).cases
    assert result.holds is not None
    assert result.holds.until == min(day for day in law.starts if day > START)
    assert (result.holds.counted_from, result.holds.counted_to) == (None, None)
    (later,) = assess(RegisterFacts(units=units, cases=(case,)), law, max(law.starts), lasting=True).cases
    assert later.holds is not None
    assert later.holds.until is None


def said(case: CaseResult) -> tuple[object, ...]:
    return case_content(case), [(finding.identity, finding_content(finding)) for finding in case.findings]


def said_of_unit(unit: UnitResult) -> tuple[object, ...]:
    return unit_content(unit), [(finding.identity, finding_content(finding)) for finding in unit.findings]
