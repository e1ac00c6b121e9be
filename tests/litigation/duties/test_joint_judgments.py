"""One judgment on several respondents takes effect on one day, whichever unit recorded what (facts.md C.6(1); rulings.md 19)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from accountability.evaluate import assess
from litigation.bundle.generate import generate
from litigation.duties.duty import Status
from litigation.facts import CaseFacts
from litigation.law.in_force import law_in_force
from tests.cast import case, day, got, judged, outcomes, result, the_duty

DOCKET = "（2021）鲁0831行初1号"
LATER = "2021-12-31"


def one(on: str = "2021-03-01", ref: str = "A1", unit: str = "AJ", **more: Any) -> CaseFacts:
    """The case of one of two respondents: served on it and, by its record, on the plaintiff on ``on``."""
    return case(ref, unit, dispute="D1", docket=DOCKET, decision=judged(on, "revoked", **more), filings=[])


def other(on: str = "2021-03-10", **more: Any) -> CaseFacts:
    return one(on, "A2", "BJ", **more)


def effective(*cases: CaseFacts, ref: str = "A1", as_of: str = LATER) -> date | None:
    return result(*cases, as_of=as_of, ref=ref).effective_on


def test_it_takes_effect_on_the_same_day_for_both() -> None:
    assert effective(one()) == day("2021-03-17")
    # Served on the other on 10 March: 15 days end on the 25th.
    assert effective(one(), other()) == effective(one(), other(), ref="A2") == day("2021-03-26")
    assert the_duty(result(one(), other(), as_of=LATER), "loss_analysis").due.default == day("2021-04-06")


@pytest.mark.parametrize(
    "changed",
    [{"dispute": "D2"}, {"dispute": None}, {"docket": "（2021）鲁0831行初2号"}, {"docket": None}],
)
def test_another_dispute_or_docket_is_another_judgment(changed: dict[str, Any]) -> None:
    apart = case(
        "A2",
        "BJ",
        **{"dispute": "D1", "docket": DOCKET, "decision": judged("2021-03-10", "revoked"), **changed},
    )
    assert effective(one(), apart) == day("2021-03-17")


def test_an_appeal_of_the_other_keeps_it_from_taking_effect() -> None:
    appealed = other(appeals=[{"by": "unit", "on": "2021-03-20"}])
    found = result(one(), appealed, as_of=LATER)
    assert (found.effective_on, found.loss) == (None, False)
    assert outcomes(found, "7f") == []


def test_a_second_instance_that_follows_the_other_s_case_keeps_it_from_taking_effect() -> None:
    second = case("A3", "BJ", instance="second", follows="A2", received=[got("appeal", "2021-04-10")])
    assert result(one(), other(), second, as_of=LATER).loss is False


def test_while_the_other_s_service_is_not_on_record_nobody_knows() -> None:
    unserved = case("A2", "BJ", dispute="D1", docket=DOCKET)
    found = the_duty(result(one(), unserved, as_of=LATER), "loss_analysis")
    assert (found.status, found.missing) == (Status.UNDETERMINED, ("decision.services[co_respondent].on",))


def test_a_service_that_the_unit_s_own_record_names_is_enough() -> None:
    unserved = case("A2", "BJ", dispute="D1", docket=DOCKET)
    services = [
        {"party": "unit", "on": "2021-03-01"},
        {"party": "plaintiff", "on": "2021-03-01"},
        {"party": "co_respondent", "on": "2021-03-10"},
    ]
    assert effective(one(services=services), unserved) == day("2021-03-26")


def test_the_plaintiff_s_service_counts_whoever_recorded_it() -> None:
    alone = [{"party": "unit", "on": "2021-03-01"}]
    assert result(one(services=alone), as_of=LATER).loss is None
    assert effective(one(services=alone), other()) == day("2021-03-26")


def test_a_case_of_the_other_in_which_everything_lies_ahead_is_not_there_yet() -> None:
    assert effective(one(), other("2021-06-01"), as_of="2021-04-01") == day("2021-03-17")


def test_in_a_generated_county_each_judgment_of_first_instance_has_one_day() -> None:
    found = assess(generate(900, 7), law_in_force(), date(2026, 6, 30))
    facts = {fact.ref: fact for fact in generate(900, 7).cases}
    # A withdrawn appeal ends with the service of a ruling of its own on each (C.6(8)).
    continued = {fact.follows for fact in facts.values()}
    days: dict[tuple[Any, ...], set[date | None]] = {}
    for each in found.cases:
        fact = facts[each.ref]
        decision = fact.decision
        if decision is None or decision.form != "judgment" or decision.effective_on or each.ref in continued:
            continue
        if fact.dispute and fact.docket and fact.instance == "first":
            days.setdefault((fact.dispute, fact.docket), set()).add(each.effective_on)
    assert len(days) > 100
    assert {key: found for key, found in days.items() if len(found - {None}) > 1} == {}
