"""Between today and the next-change day of a case nothing about it changes by time alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from accountability.evaluate import CaseResult, assess
from accountability.next_change import next_change
from litigation.bundle.generate import generate
from litigation.duties.case_in_context import Docket, in_context
from litigation.facts import CaseFacts, RegisterFacts
from litigation.law.in_force import law_in_force

START = date(2023, 9, 20)
DAYS = 45


@pytest.mark.parametrize("seed", [11, 12])
def test_a_result_stays_what_it_is_until_its_next_change_day(seed: int) -> None:
    register, law = generate(220, seed), law_in_force()
    docket = Docket.of(register, START)
    due = {
        context.case.ref: next_change(context, linked(register, context.case.ref))
        for context in in_context(docket, law)
    }
    first = {case.ref: shown(case) for case in assess(register, law, START).cases}
    visited = 0
    for offset in range(1, DAYS):
        day = START + timedelta(days=offset)
        for case in assess(register, law, day).cases:
            at = due[case.ref]
            if at is None or day < at:
                assert shown(case) == first[case.ref], (case.ref, day, at)
            else:
                visited += 1
    assert visited < DAYS * len(first) / 2, "a daily run that visits most cases every day saves nothing"


def test_a_case_with_nothing_left_to_come_is_never_visited() -> None:
    register = RegisterFacts(
        units=generate(1, 1).units,
        cases=(CaseFacts(ref="C1", unit=generate(1, 1).units[0].code, kind="litigation", instance="first"),),  # type: ignore[arg-type]
    )
    (context,) = in_context(Docket.of(register, START), law_in_force())
    assert next_change(context, register.cases) is None


def linked(register: RegisterFacts, ref: str) -> tuple[CaseFacts, ...]:
    """The case, those it continues, and those that continue it."""
    by_ref = {case.ref: case for case in register.cases}
    found = {ref}
    while True:
        more = {case.ref for case in register.cases if case.follows in found} - found
        more |= {by_ref[each].follows or each for each in found} - found
        if not more:
            break
        found |= more
    dispute = by_ref[ref].dispute
    return tuple(
        case for case in register.cases if case.ref in found or (dispute and case.dispute == dispute)
    )


def shown(case: CaseResult) -> tuple[object, ...]:
    duties = [(duty.code, duty.trigger, duty.recommendation, duty.status, duty.due) for duty in case.duties]
    findings = [(finding.identity, finding.outcome) for finding in case.findings]
    return case.categories, duties, findings, case.attendance, case.loss, case.effective_on
