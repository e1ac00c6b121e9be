"""N5.4 appeal review, the unit's own right to appeal (S-06, S-07), N5.5 loss analysis (B.7; rulings.md 17; AMB-26)."""

from __future__ import annotations

from typing import Any

import pytest

from litigation.duties.duty import Duty, Status
from litigation.facts import CaseFacts
from litigation.law.in_force import LawInForce
from tests.cast import (
    case,
    day,
    duties,
    filed,
    got,
    judged,
    outcomes,
    result,
    ruled,
    served,
    taking,
    the_duty,
)

OWN_APPEAL = [{"by": "unit", "on": "2021-05-06"}]


def lost(*filings: Any, appeals: Any = None, on: str = "2021-04-20", **more: Any) -> CaseFacts:
    decision = judged(on, "revoked") | ({} if appeals is None else {"appeals": appeals})
    return case(received=[got("judgment", on)], decision=decision, filings=list(filings), **more)


def review(facts: CaseFacts, as_of: str = "2021-12-31", law: LawInForce | None = None) -> Duty:
    return the_duty(result(facts, as_of=as_of, law=law), "appeal_review")


# N5.4


@pytest.mark.parametrize(("on", "status"), [("2021-04-23", Status.MET), ("2021-04-24", Status.LATE)])
def test_an_opinion_to_appeal_goes_in_within_three_days_of_the_judgment(on: str, status: Status) -> None:
    duty = review(lost(filed("appeal_review", on), appeals=OWN_APPEAL))
    assert (duty.status, duty.due.default, duty.clause) == (status, day("2021-04-23"), "N5.4")


def test_an_appeal_without_a_review_is_a_breach() -> None:
    found = result(lost(appeals=OWN_APPEAL), as_of="2021-12-31")
    assert the_duty(found, "appeal_review").status is Status.MISSED
    assert outcomes(found, "7e") == ["breach"]


@pytest.mark.parametrize("appeals", [None, [], [{"by": "plaintiff", "on": "2021-05-06"}]])
def test_a_unit_that_does_not_want_to_appeal_owes_none(appeals: Any) -> None:
    found = result(lost(appeals=appeals), as_of="2021-12-31")
    assert duties(found, "appeal_review") == []
    assert outcomes(found, "7e") == []


def test_whoever_files_an_opinion_wants_to_appeal() -> None:
    assert review(lost(filed("appeal_review", "2021-04-26"), appeals=[])).status is Status.LATE


def test_under_amb_26_a_decision_not_to_appeal_is_filed_too() -> None:
    assert review(lost(appeals=[]), law=taking(AMB_26="required")).status is Status.MISSED


def test_a_ruling_that_can_be_appealed_is_reviewed_too() -> None:
    facts = case(
        received=[got("ruling", "2021-04-20")],
        decision=ruled("2021-04-20", "suit_dismissed", appeals=[{"by": "unit", "on": "2021-04-28"}]),
        filings=[filed("appeal_review", "2021-04-23")],
    )
    assert review(facts).status is Status.MET


def test_no_second_instance_judgment_is_reviewed_for_appeal() -> None:
    facts = case(
        instance="second",
        decision=judged("2021-04-20", "revoked"),
        filings=[filed("appeal_review", "2021-04-20")],
    )
    assert duties(result(facts, as_of="2021-12-31"), "appeal_review") == []


def test_for_the_county_the_three_days_run_from_forwarding() -> None:
    facts = case(
        unit="XZF",
        handling_units=["AJ"],
        received=[got("judgment", "2021-04-20", forwarded_on="2021-04-25")],
        decision=judged("2021-04-20", "revoked", appeals=OWN_APPEAL),
        filings=[filed("appeal_review", "2021-04-28")],
    )
    assert (review(facts).status, review(facts).trigger.on) == (Status.MET, day("2021-04-25"))


# The unit's own right to appeal: for information, and both clocks are shown (B.7).


def right(facts: CaseFacts, as_of: str = "2021-12-31") -> Duty:
    return the_duty(result(facts, as_of=as_of), "appeal")


@pytest.mark.parametrize(("on", "status"), [("2021-05-06", Status.MET), ("2021-05-07", Status.LATE)])
def test_a_judgment_may_be_appealed_for_fifteen_days(on: str, status: Status) -> None:
    duty = right(lost(appeals=[{"by": "unit", "on": on}]))
    assert (duty.rule, duty.due.default, duty.status) == ("S-06", day("2021-05-06"), status)


def test_a_ruling_may_be_appealed_for_ten_days() -> None:
    duty = right(case(decision=ruled("2021-04-20", "suit_dismissed")))
    assert (duty.rule, duty.due.default) == ("S-07", day("2021-04-30"))


def test_the_review_does_not_stop_the_appeal_period() -> None:
    facts = lost(filed("appeal_review", "2021-05-06"), appeals=OWN_APPEAL)
    assert right(facts).due.default == day("2021-05-06")


def test_a_right_that_was_not_used_ends_without_a_finding() -> None:
    found = result(lost(filed("loss_analysis", "2021-05-10"), appeals=[]), as_of="2021-12-31")
    assert the_duty(found, "appeal").status is Status.LAPSED
    assert not [finding for finding in found.findings if finding.duty == "appeal"]


def test_it_is_open_until_its_last_day() -> None:
    assert right(lost(), as_of="2021-05-06").status is Status.OPEN


def test_the_other_side_s_appeal_does_not_use_it() -> None:
    assert right(lost(appeals=[{"by": "plaintiff", "on": "2021-05-06"}])).done_on is None


def test_an_own_appeal_on_an_unknown_day_is_not_called_unused() -> None:
    duty = right(lost(appeals=[{"by": "unit", "on": None}]))
    assert duty.status is Status.UNDETERMINED
    assert duty.missing == ("decision.appeals[unit].on",)


def test_the_statutory_days_run_from_service_even_where_the_paper_was_forwarded_later() -> None:
    facts = case(
        unit="XZF",
        received=[got("judgment", "2021-04-20", forwarded_on="2021-04-25")],
        decision=judged("2021-04-20", "revoked"),
    )
    assert right(facts).due.default == day("2021-05-06")


# N5.5: effective 2021-05-07; ten days end on 2021-05-17 (a Monday), lenient 2021-05-20.


def analysis(facts: CaseFacts, as_of: str = "2021-12-31", law: LawInForce | None = None) -> Duty:
    return the_duty(result(facts, as_of=as_of, law=law), "loss_analysis")


@pytest.mark.parametrize(("on", "status"), [("2021-05-17", Status.MET), ("2021-05-18", Status.LATE)])
def test_a_loss_is_analysed_within_ten_days_of_effect(on: str, status: Status) -> None:
    duty = analysis(lost(filed("loss_analysis", on)))
    assert (duty.status, duty.due.default, duty.trigger.on) == (status, day("2021-05-17"), day("2021-05-07"))


def test_the_clock_starts_at_effect_and_not_at_receipt() -> None:
    """facts.md §0.3(5)."""
    assert duties(result(lost(), as_of="2021-05-06"), "loss_analysis") == []
    assert analysis(lost(), as_of="2021-05-07").status is Status.OPEN


def test_an_analysis_before_effect_is_met() -> None:
    """rulings.md 17."""
    assert analysis(lost(filed("loss_analysis", "2021-04-22"))).status is Status.MET


def test_a_loss_never_analysed_is_reading_dependent_until_the_lenient_day_and_then_a_breach() -> None:
    """rulings.md 3."""
    assert outcomes(result(lost(), as_of="2021-05-17"), "7f") == ["clear"]
    assert outcomes(result(lost(), as_of="2021-05-18"), "7f") == ["reading_dependent"]
    assert outcomes(result(lost(), as_of="2021-05-20"), "7f") == ["reading_dependent"]
    assert outcomes(result(lost(), as_of="2021-05-21"), "7f") == ["breach"]


def test_no_loss_no_analysis() -> None:
    facts = case(decision=judged("2021-04-20", "claim_dismissed"), filings=[])
    assert duties(result(facts, as_of="2021-12-31"), "loss_analysis") == []


@pytest.mark.parametrize("outcome", ["agreement_performance", "indemnity", "remedial_measures"])
def test_what_is_no_listed_loss_needs_none_unless_amb_18_is_read_otherwise(outcome: str) -> None:
    facts = case(decision=judged("2021-04-20", outcome), filings=[])
    assert duties(result(facts, as_of="2021-12-31"), "loss_analysis") == []
    assert analysis(facts, law=taking(AMB_18="extended")).status is Status.MISSED


def test_while_an_appeal_is_pending_none_is_due() -> None:
    assert duties(result(lost(appeals=OWN_APPEAL), as_of="2021-12-31"), "loss_analysis") == []


def test_after_a_withdrawn_appeal_it_is_due_in_the_first_case_from_the_ruling() -> None:
    ruling = {
        "form": "ruling",
        "disposition": "appeal_withdrawn",
        "outcomes": [],
        "services": served("2021-07-30"),
    }
    second = case("C2", instance="second", follows="C1", decision=ruling, filings=[])
    first = lost(appeals=OWN_APPEAL)
    duty = the_duty(result(first, second, as_of="2021-12-31"), "loss_analysis")
    assert (duty.trigger.on, duty.due.default) == (day("2021-07-30"), day("2021-08-09"))
    assert duties(result(first, second, as_of="2021-12-31", ref="C2"), "loss_analysis") == []


def test_a_retrial_that_upholds_the_loss_asks_for_no_second_analysis() -> None:
    first = case(
        instance="second",
        decision=judged("2022-03-01", "revoked", disposition="upheld"),
        filings=[filed("loss_analysis", "2022-03-11")],
    )
    upheld = case(
        "C2",
        instance="retrial",
        follows="C1",
        decision=judged("2022-09-01", "revoked", disposition="upheld"),
        filings=[],
    )
    found = result(first, upheld, as_of="2022-12-31", ref="C2")
    assert duties(found, "loss_analysis") == []


def test_a_retrial_that_reverses_to_a_loss_asks_for_one() -> None:
    first = case(instance="second", decision=judged("2022-03-01", "claim_dismissed", disposition="upheld"))
    lost_now = case(
        "C2",
        instance="retrial",
        follows="C1",
        decision=judged("2022-09-01", "revoked", disposition="reversed"),
        filings=[],
    )
    assert (
        the_duty(result(first, lost_now, as_of="2022-12-31", ref="C2"), "loss_analysis").status
        is Status.MISSED
    )


def test_an_unknown_service_makes_it_undetermined_and_names_it() -> None:
    facts = case(
        decision={
            "form": "judgment",
            "outcomes": ["revoked"],
            "services": [{"party": "unit", "on": "2021-04-20"}],
        },
        filings=[],
    )
    duty = analysis(facts)
    assert (duty.status, duty.missing) == (Status.UNDETERMINED, ("decision.services[plaintiff].on",))


def test_an_unknown_outcome_in_effect_makes_it_undetermined_and_names_it() -> None:
    facts = case(decision={"form": "judgment", "services": served("2021-04-20")}, filings=[])
    assert (analysis(facts).status, analysis(facts).missing) == (Status.UNDETERMINED, ("decision.outcomes",))


@pytest.mark.parametrize(
    ("key", "value", "due"), [("AMB_14", "expiry_day", "2021-05-17"), ("AMB_01", "working", "2021-05-20")]
)
def test_the_readings_of_effect_and_of_days_move_it(key: str, value: str, due: str) -> None:
    assert analysis(lost(), law=taking(**{key: value})).due.default == day(due)


def test_under_amb_15_a_second_instance_loss_runs_from_the_last_service() -> None:
    facts = case(
        instance="second",
        decision=judged("2021-07-30", "revoked", services=served("2021-07-30", "2021-08-10")),
        filings=[],
    )
    assert analysis(facts).due.default == day("2021-08-09")
    assert analysis(facts, law=taking(AMB_15="last_service")).due.default == day("2021-08-20")


def test_a_reconsideration_lost_asks_for_none() -> None:
    facts = case(
        kind="reconsideration",
        instance="none",
        decision={"form": "decision", "outcomes": ["revoked"], "services": served("2021-07-30")},
        filings=[],
    )
    assert duties(result(facts, as_of="2021-12-31"), "loss_analysis") == []
