"""N4.4: naming the head and registering it within two days of the first hearing paper (AMB-06, AMB-07; rulings.md 6, 21)."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from accountability.evaluate import assess
from litigation.duties.duty import Duty, Status
from litigation.facts import CaseFacts
from litigation.law.in_force import LawInForce, law_in_force
from litigation.vocabulary import Document
from tests.cast import (
    case,
    day,
    duties,
    filed,
    got,
    head,
    held,
    outcomes,
    register,
    result,
    ruled,
    taking,
    the_duty,
)

NOTICE = got("response_notice", "2020-09-22")  # registration falls due on 2020-09-24


def registered(*on: str | None, received: Any = None, **facts: Any) -> CaseFacts:
    filings = [filed("appearance_registration", one) for one in on]
    return case(received=received or [NOTICE], filings=filings, **facts)


def registration(*cases: CaseFacts, as_of: str = "2021-06-30", law: LawInForce | None = None) -> Duty:
    return the_duty(result(*cases, as_of=as_of, law=law), "appearance_registration")


@pytest.mark.parametrize(
    ("on", "status", "late"),
    [("2020-09-22", Status.MET, 0), ("2020-09-24", Status.MET, 0), ("2020-09-25", Status.LATE, 1)],
)
def test_it_is_in_time_until_the_second_day(on: str, status: Status, late: int) -> None:
    duty = registration(registered(on))
    assert (duty.status, duty.days_late, duty.clause) == (status, late, "N4.4")
    assert duty.due.default == day("2020-09-24")


@pytest.mark.parametrize(("as_of", "status"), [("2020-09-24", Status.OPEN), ("2020-09-25", Status.MISSED)])
def test_a_registration_never_made_is_missed_from_the_third_day(as_of: str, status: Status) -> None:
    assert registration(registered(), as_of=as_of).status is status


def test_while_nobody_keeps_the_filings_it_is_undetermined() -> None:
    duty = registration(case(received=[NOTICE]))
    assert (duty.status, duty.missing) == (Status.UNDETERMINED, ("filings",))


def test_no_hearing_paper_no_registration() -> None:
    found = result(registered(received=[got("complaint", "2020-09-22")]), as_of="2021-06-30")
    assert duties(found, "appearance_registration") == []


@pytest.mark.parametrize("paper", ["response_notice", "summons", "appearance_notice"])
def test_each_kind_of_hearing_paper_starts_it(paper: str) -> None:
    assert registration(registered("2020-09-24", received=[got(paper, "2020-09-22")])).status is Status.MET


def test_the_first_of_the_papers_starts_it() -> None:
    papers = [got("summons", "2020-09-25"), got("response_notice", "2020-09-22")]
    duty = registration(registered("2020-09-25", received=papers))
    assert duty.trigger.document is Document.RESPONSE_NOTICE
    assert (duty.trigger.on, duty.status) == (day("2020-09-22"), Status.LATE)


def test_papers_of_one_day_name_one_trigger_in_whatever_order_they_were_recorded() -> None:
    papers = [got(paper, "2020-09-22") for paper in ("response_notice", "summons", "appearance_notice")]
    triggers = {
        registration(registered("2020-09-24", received=list(order))).trigger for order in permutations(papers)
    }
    assert len(triggers) == 1


def test_a_paper_of_unknown_day_may_have_been_the_first() -> None:
    duty = registration(registered("2020-09-25", received=[NOTICE, got("summons", None)]))
    assert (duty.status, duty.missing) == (Status.UNDETERMINED, ("received[summons].on",))


def test_a_later_summons_starts_no_second_registration() -> None:
    """rulings.md 6: the supplement to a registration without a hearing date is a note, not a duty."""
    papers = [NOTICE, got("summons", "2020-10-12", hearing_on="2020-10-28")]
    assert registration(registered("2020-09-24", received=papers)).status is Status.MET


def test_a_renewed_notice_of_appearance_starts_none() -> None:
    """rulings.md 6."""
    facts = case(
        received=[got("appearance_notice", "2020-12-04", hearing_on="2020-12-10")],
        hearings=[held("2020-12-10", head(), renewed_notice_on="2020-12-04")],
        filings=[],
    )
    assert duties(result(facts, as_of="2021-06-30"), "appearance_registration") == []


@pytest.mark.parametrize(
    ("kind", "instance"),
    [
        ("reconsideration", "none"),
        ("labour_arbitration", "none"),
        ("arbitration", "none"),
        ("litigation", "retrial_review"),
    ],
)
def test_where_no_head_has_to_appear_none_is_registered(kind: str, instance: str) -> None:
    facts = case(kind=kind, instance=instance, received=[NOTICE], filings=[])
    assert duties(result(facts, as_of="2021-06-30"), "appearance_registration") == []


@pytest.mark.parametrize("instance", ["first", "second", "retrial", "remand"])
@pytest.mark.parametrize("kind", ["litigation", "compensation", "public_interest"])
def test_every_court_case_with_hearings_has_one(kind: str, instance: str) -> None:
    facts = case(
        kind=kind,
        instance=instance,
        received=[NOTICE],
        filings=[filed("appearance_registration", "2020-09-24")],
    )
    assert registration(facts).status is Status.MET


def test_the_next_instance_has_its_own() -> None:
    """AMB-07: one procedure does not discharge another."""
    first = registered("2020-09-24")
    second = case("C2", instance="second", follows="C1", received=[got("summons", "2021-03-01")], filings=[])
    found = result(first, second, as_of="2021-06-30", ref="C2")
    assert the_duty(found, "appearance_registration").status is Status.MISSED
    once = result(first, second, as_of="2021-06-30", ref="C2", law=taking(AMB_07="once"))
    assert duties(once, "appearance_registration") == []


def test_under_amb_06_only_the_summons_starts_it() -> None:
    papers = [NOTICE, got("summons", "2020-10-12")]
    duty = registration(registered("2020-10-14", received=papers), law=taking(AMB_06="summons"))
    assert (duty.trigger.document, duty.status) == (Document.SUMMONS, Status.MET)


# The case ends first (B.7, for 7a only).


@pytest.mark.parametrize("registered_on", [(), ("2020-09-28",)])
def test_a_case_withdrawn_before_the_two_days_ran_ends_the_duty_done_or_not(
    registered_on: tuple[str, ...],
) -> None:
    facts = registered(*registered_on, decision=ruled("2020-09-23", "withdrawal_permitted"))
    assert registration(facts).status is Status.LAPSED
    assert outcomes(result(facts, as_of="2021-06-30"), "7a") == ["clear"]


def test_a_case_withdrawn_after_the_two_days_ends_nothing() -> None:
    facts = registered("2020-09-28", decision=ruled("2020-09-25", "withdrawal_permitted"))
    assert registration(facts).status is Status.LATE


def test_a_case_withdrawn_on_an_unknown_day_leaves_a_missed_registration_undetermined() -> None:
    duty = registration(registered(decision={"form": "ruling", "outcomes": ["withdrawal_permitted"]}))
    assert (duty.status, duty.missing) == (Status.UNDETERMINED, ("decision.services[unit].on",))


# What was filed (漏项、不实, returned).


def test_a_defective_registration_in_time_is_a_breach() -> None:
    facts = case(
        received=[NOTICE], filings=[filed("appearance_registration", "2020-09-24", content_defect=True)]
    )
    found = result(facts, as_of="2021-06-30")
    assert the_duty(found, "appearance_registration").status is Status.MET
    assert outcomes(found, "7a") == ["breach"]


def test_a_defective_registration_is_found_though_clear_tests_are_passed_over() -> None:
    facts = case(
        received=[NOTICE], filings=[filed("appearance_registration", "2020-09-24", content_defect=True)]
    )
    (found,) = assess(register(facts), law_in_force(), day("2021-06-30")).cases
    assert [finding.code for finding in found.findings] == ["7a"]


def test_a_complete_registration_in_time_beside_a_defective_one_is_clear() -> None:
    filings = [
        filed("appearance_registration", "2020-09-23", content_defect=True),
        filed("appearance_registration", "2020-09-24", content_defect=False),
    ]
    assert outcomes(result(case(received=[NOTICE], filings=filings), as_of="2021-06-30"), "7a") == ["clear"]


def test_while_the_registration_is_returned_the_duty_is_undetermined() -> None:
    """rulings.md 21."""
    facts = case(received=[NOTICE], filings=[filed("appearance_registration", "2020-09-24", returned=True)])
    duty = registration(facts)
    assert duty.status is Status.UNDETERMINED
    assert duty.missing == ("filings[appearance_registration].accepted",)


def test_whoever_filed_in_time_and_amended_a_returned_registration_later_is_not_late() -> None:
    """rulings.md 21: undetermined while returned; once the amended one is accepted the first submission's day counts."""
    filings = [
        filed("appearance_registration", "2020-09-24", returned=True),
        filed("appearance_registration", "2020-09-28"),
    ]
    duty = registration(case(received=[NOTICE], filings=filings))
    assert duty.status in {Status.MET, Status.UNDETERMINED}


def test_the_first_of_two_accepted_registrations_counts() -> None:
    assert registration(registered("2020-09-28", "2020-09-24")).done_on == day("2020-09-24")


# County government: the papers are forwarded (AMB-11).


def forwarded(registered_on: str, forwarded_on: str | None) -> CaseFacts:
    paper = got("response_notice", "2020-09-22", forwarded_on=forwarded_on)
    return registered(registered_on, received=[paper], unit="XZF", handling_units=["AJ"])


def test_the_two_days_run_from_forwarding() -> None:
    assert registration(forwarded("2020-09-29", "2020-09-27")).status is Status.MET
    assert registration(forwarded("2020-09-30", "2020-09-27")).status is Status.LATE


def test_a_county_paper_not_yet_forwarded_is_no_breach_of_the_unit_that_does_not_have_it() -> None:
    duty = registration(forwarded("2020-09-29", None))
    assert (duty.status, duty.missing) == (Status.UNDETERMINED, ("received[response_notice].forwarded_on",))


def test_under_amb_11_they_run_from_service() -> None:
    duty = registration(forwarded("2020-09-29", "2020-09-27"), law=taking(AMB_11="service"))
    assert (duty.status, duty.due.default) == (Status.LATE, day("2020-09-24"))


# The notice's own day.


def test_papers_before_the_notice_ask_for_none() -> None:
    facts = registered(received=[got("response_notice", "2020-08-31")])
    assert duties(result(facts, as_of="2021-06-30"), "appearance_registration") == []
    assert registration(facts, law=taking(AMB_27="tested")).status is Status.MISSED


def test_papers_on_the_day_of_the_notice_do() -> None:
    assert registration(registered(received=[got("response_notice", "2020-09-01")])).status is Status.MISSED
