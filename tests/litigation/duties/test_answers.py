"""N3.2 with table S: defence, evidence and legal basis in time, each by itself (facts.md B.4; rulings.md 7, 11, 16)."""

from __future__ import annotations

import pytest

from litigation.duties.duty import Duty, Status
from litigation.facts import CaseFacts
from tests.cast import (
    ANSWERS,
    case,
    day,
    duties,
    got,
    judged,
    outcomes,
    reconsideration,
    result,
    ruled,
    sent,
    served,
    taking,
    the_duty,
)

COMPLAINT = got("complaint", "2020-09-22")  # S-01 falls due on 2020-10-09


def answered(on: str | None, *items: str) -> CaseFacts:
    return case(received=[COMPLAINT], submitted=sent(on, *items))


def defence(*cases: CaseFacts, as_of: str = "2021-06-30", ref: str | None = None) -> Duty:
    return the_duty(result(*cases, as_of=as_of, ref=ref), "defence")


@pytest.mark.parametrize("item", ANSWERS)
@pytest.mark.parametrize(
    ("on", "status", "late"),
    [
        ("2020-09-22", Status.MET, 0),
        ("2020-10-09", Status.MET, 0),
        ("2020-10-10", Status.LATE, 1),
        ("2020-10-12", Status.LATE, 3),
    ],
)
def test_an_item_is_in_time_until_the_last_day_and_late_from_the_next(
    item: str, on: str, status: Status, late: int
) -> None:
    duty = the_duty(result(answered(on), as_of="2021-06-30"), item)
    assert (duty.status, duty.days_late, duty.rule) == (status, late, "S-01")
    assert duty.due.default == day("2020-10-09")
    assert (duty.due.strict, duty.due.lenient) == (None, None)


def test_each_item_is_tested_by_itself() -> None:
    found = result(answered("2020-09-30", "defence"), as_of="2021-06-30")
    assert the_duty(found, "defence").status is Status.MET
    assert the_duty(found, "evidence").status is Status.MISSED
    assert the_duty(found, "legal_basis").status is Status.MISSED


def test_other_material_answers_nothing() -> None:
    assert defence(answered("2020-09-30", "other")).status is Status.MISSED


@pytest.mark.parametrize(("as_of", "status"), [("2020-10-09", Status.OPEN), ("2020-10-10", Status.MISSED)])
def test_an_item_never_sent_is_open_until_the_last_day_and_missed_from_the_next(
    as_of: str, status: Status
) -> None:
    duty = defence(case(received=[COMPLAINT], submitted=[]), as_of=as_of)
    assert duty.status is status
    assert duty.days_late == (0 if status is Status.OPEN else 1)
    assert duty.done_on is None


def test_a_submission_after_as_of_does_not_exist_yet() -> None:
    assert defence(answered("2020-10-15"), as_of="2020-10-12").status is Status.MISSED


def test_the_first_submission_counts() -> None:
    facts = case(received=[COMPLAINT], submitted=[*sent("2020-10-20"), *sent("2020-10-08")])
    assert defence(facts).done_on == day("2020-10-08")


def test_nobody_has_said_what_was_submitted_so_it_is_not_known() -> None:
    duty = defence(case(received=[COMPLAINT]))
    assert (duty.status, duty.missing) == (Status.UNDETERMINED, ("submitted",))


def test_a_complaint_without_its_day_names_that_day() -> None:
    duty = defence(case(received=[got("complaint", None)], submitted=sent("2020-10-08")))
    assert (duty.status, duty.missing) == (Status.UNDETERMINED, ("received[complaint].on",))


def test_a_late_submission_beside_one_of_unknown_day_is_not_known_to_be_late() -> None:
    facts = case(received=[COMPLAINT], submitted=[*sent("2020-10-20", "defence"), *sent(None, "defence")])
    duty = defence(facts)
    assert (duty.status, duty.missing) == (Status.UNDETERMINED, ("submitted[defence].on",))


def test_a_submission_in_time_beside_one_of_unknown_day_is_in_time() -> None:
    facts = case(received=[COMPLAINT], submitted=[*sent("2020-10-08", "defence"), *sent(None, "defence")])
    assert defence(facts).status is Status.MET


# The case ends before the limit does (B.4 excuses).


def withdrawn(on: str | None, submitted_on: str | None = None) -> CaseFacts:
    return case(
        received=[COMPLAINT],
        submitted=sent(submitted_on) if submitted_on else [],
        decision=ruled(on, "withdrawal_permitted"),
    )


@pytest.mark.parametrize("on", ["2020-09-25", "2020-10-09"])
def test_a_case_that_ends_by_the_last_day_ends_the_duty(on: str) -> None:
    assert defence(withdrawn(on)).status is Status.LAPSED


def test_a_case_that_ends_after_the_last_day_ends_nothing() -> None:
    assert defence(withdrawn("2020-10-10")).status is Status.MISSED


def test_an_answer_sent_after_the_case_had_ended_in_time_is_not_late() -> None:
    """Nobody owed it any more (B.4: case ended before expiry); sending it cannot make the unit worse off than silence."""
    assert defence(withdrawn("2020-09-30", submitted_on="2020-10-20")).status is not Status.LATE


def test_an_ending_on_an_unknown_day_leaves_a_missed_answer_undetermined() -> None:
    duty = defence(withdrawn(None))
    assert duty.status is Status.UNDETERMINED
    assert duty.missing == ("decision.services[unit].on",)


def test_a_file_closed_before_the_last_day_ends_the_duty() -> None:
    facts = case(received=[COMPLAINT], submitted=[], closed_on="2020-10-01")
    assert defence(facts).status is Status.LAPSED


# More than one paper that asks for an answer.


def test_two_copies_of_one_complaint_on_one_day_are_answered_by_one_defence() -> None:
    facts = case(received=[COMPLAINT, COMPLAINT], submitted=sent("2020-09-30"))
    assert {duty.status for duty in duties(result(facts, as_of="2021-06-30"), "defence")} == {Status.MET}


def test_a_corrected_complaint_does_not_turn_an_answer_in_time_into_none() -> None:
    facts = case(received=[COMPLAINT, got("complaint", "2020-10-05")], submitted=sent("2020-10-08"))
    assert {duty.status for duty in duties(result(facts, as_of="2021-06-30"), "defence")} == {Status.MET}


def test_an_answer_to_the_complaint_is_no_answer_to_the_appeal() -> None:
    facts = case(received=[COMPLAINT, got("appeal", "2020-12-01")], submitted=sent("2020-10-08"))
    first, second = duties(result(facts, as_of="2021-06-30"), "defence")
    assert (first.rule, first.status) == ("S-01", Status.MET)
    assert (second.rule, second.status) == ("S-08", Status.MISSED)


def test_evidence_sent_after_the_appeal_is_late_and_not_absent() -> None:
    facts = case(
        received=[COMPLAINT, got("appeal", "2020-12-01")],
        submitted=[*sent("2020-10-08", "defence", "legal_basis"), *sent("2020-12-08", "defence", "evidence")],
    )
    duty = the_duty(result(facts, as_of="2021-06-30"), "evidence")
    assert (duty.status, duty.done_on) == (Status.LATE, day("2020-12-08"))


# Second instance and retrial review.


@pytest.mark.parametrize(("on", "status"), [("2020-12-16", Status.MET), ("2020-12-17", Status.LATE)])
def test_the_appeal_is_answered_within_fifteen_days(on: str, status: Status) -> None:
    facts = case(instance="second", received=[got("appeal", "2020-12-01")], submitted=sent(on, "defence"))
    duty = defence(facts)
    assert (duty.rule, duty.due.default, duty.status) == ("S-08", day("2020-12-16"), status)


def test_only_a_defence_is_owed_to_the_appeal() -> None:
    found = result(
        case(instance="second", received=[got("appeal", "2020-12-01")], submitted=[]), as_of="2021-06-30"
    )
    assert duties(found, "evidence") == []
    assert duties(found, "legal_basis") == []


FIRST_WITH_APPEAL = case(
    received=[COMPLAINT, got("judgment", "2020-11-20"), got("appeal", "2020-12-01")],
    submitted=sent("2020-10-08"),
    decision=judged("2020-11-20", "claim_dismissed", appeals=[{"by": "plaintiff", "on": "2020-11-25"}]),
)


def test_the_judgment_before_the_appeal_does_not_end_the_duty_to_answer_the_appeal() -> None:
    """The appeal copy comes through the first court, after its judgment: the first case's end is no end of the appeal."""
    _, second = duties(result(FIRST_WITH_APPEAL, as_of="2021-06-30"), "defence")
    assert (second.rule, second.status) == ("S-08", Status.MISSED)


def test_an_answer_recorded_in_the_second_instance_counts_where_the_appeal_was_served() -> None:
    second = case("C2", instance="second", follows="C1", submitted=sent("2020-12-10", "defence"))
    _, duty = duties(result(FIRST_WITH_APPEAL, second, as_of="2021-06-30"), "defence")
    assert (duty.status, duty.done_on) == (Status.MET, day("2020-12-10"))


def test_an_appeal_is_not_known_to_be_unanswered_while_the_second_instance_does_not_say() -> None:
    second = case("C2", instance="second", follows="C1")
    _, duty = duties(result(FIRST_WITH_APPEAL, second, as_of="2021-06-30"), "defence")
    assert duty.status is Status.UNDETERMINED


@pytest.mark.parametrize(("on", "status"), [("2020-12-05", Status.LAPSED), ("2020-12-20", Status.MISSED)])
def test_an_appeal_withdrawn_before_the_answer_was_due_needs_no_answer(on: str, status: Status) -> None:
    """B.4: the case ended before expiry, here in the second instance."""
    ruling = {"form": "ruling", "disposition": "appeal_withdrawn", "outcomes": [], "services": served(on)}
    second = case("C2", instance="second", follows="C1", submitted=[], decision=ruling)
    _, duty = duties(result(FIRST_WITH_APPEAL, second, as_of="2021-06-30"), "defence")
    assert (duty.rule, duty.status) == ("S-08", status)


def test_under_amb_22_no_answer_is_owed_to_an_appeal() -> None:
    facts = case(instance="second", received=[got("appeal", "2020-12-01")], submitted=[])
    found = result(facts, as_of="2021-06-30", law=taking(AMB_22="first_instance_only"))
    assert duties(found, "defence") == []
    assert str(found.categories[4]) == "not_applicable"


def test_a_late_opinion_in_retrial_review_is_a_lead_and_no_breach() -> None:
    facts = case(instance="retrial_review", received=[got("retrial_application", "2022-07-01")], submitted=[])
    found = result(facts, as_of="2022-12-31")
    assert the_duty(found, "defence").rule == "S-10"
    assert outcomes(found, "4") == ["lead"]


def test_an_opinion_in_time_is_clear() -> None:
    facts = case(
        instance="retrial_review",
        received=[got("retrial_application", "2022-07-01")],
        submitted=sent("2022-07-18", "defence"),
    )
    assert the_duty(result(facts, as_of="2022-12-31"), "defence").due.default == day("2022-07-18")
    assert outcomes(result(facts, as_of="2022-12-31"), "4") == ["clear"]


# Reconsideration and arbitration.


@pytest.mark.parametrize(
    ("received", "procedure", "rule", "due"),
    [
        ("2023-12-22", None, "S-12", "2024-01-02"),
        ("2023-12-31", "ordinary", "S-12", "2024-01-10"),
        ("2023-12-29", "summary", "S-12", "2024-01-08"),
        ("2024-01-02", "ordinary", "S-13", "2024-01-16"),
        ("2024-01-01", "ordinary", "S-13", "2024-01-15"),
        ("2024-02-02", "ordinary", "S-13", "2024-02-21"),
        ("2024-02-02", "summary", "S-14", "2024-02-08"),
    ],
)
def test_the_reply_in_reconsideration_follows_the_law_of_the_day_of_receipt(
    received: str, procedure: str | None, rule: str, due: str
) -> None:
    facts = reconsideration(
        procedure=procedure, received=[got("reconsideration_application", received)], submitted=sent(due)
    )
    duty = defence(facts, as_of="2024-12-31")
    assert (duty.rule, duty.due.default, duty.status) == (rule, day(due), Status.MET)
    assert duty.due.lenient == (None if rule == "S-12" else day(due))


def test_a_reconsideration_whose_procedure_nobody_recorded_is_an_ordinary_one() -> None:
    """As scenario SC-14b has it: summary procedure is the exception that has to be recorded."""
    facts = reconsideration(
        received=[got("reconsideration_application", "2024-02-02")], submitted=sent("2024-02-21")
    )
    assert (defence(facts, as_of="2024-12-31").rule, defence(facts, as_of="2024-12-31").status) == (
        "S-13",
        Status.MET,
    )


@pytest.mark.parametrize(("on", "status"), [("2025-05-06", Status.MET), ("2025-05-07", Status.LATE)])
def test_the_defence_in_labour_arbitration_has_ten_days(on: str, status: Status) -> None:
    facts = case(
        kind="labour_arbitration",
        instance="none",
        received=[got("arbitration_application", "2025-04-25")],
        submitted=sent(on),
    )
    found = result(facts, as_of="2025-12-31")
    assert (the_duty(found, "defence").rule, the_duty(found, "defence").status) == ("S-18", status)
    assert duties(found, "evidence") == []


def test_other_arbitration_has_no_limit_in_table_s() -> None:
    facts = case(
        kind="arbitration",
        instance="none",
        received=[got("arbitration_application", "2025-04-25")],
        submitted=[],
    )
    found = result(facts, as_of="2025-12-31")
    assert duties(found, "defence") == []
    assert str(found.categories[4]) == "not_applicable"


# The notice's own day does not matter to statutory limits; neither does 转办.


def test_a_complaint_before_the_notice_is_answered_all_the_same() -> None:
    """AMB-27: notice duties are not tested, statutory ones are."""
    found = result(
        case(received=[got("complaint", "2020-03-02")], submitted=[], filings=[]), as_of="2020-08-01"
    )
    assert the_duty(found, "defence").status is Status.MISSED
    assert duties(found, "document_filing") == []


def test_a_statutory_limit_runs_from_service_on_the_county_and_not_from_forwarding() -> None:
    facts = case(
        unit="XZF",
        handling_units=["AJ"],
        received=[got("complaint", "2020-09-22", forwarded_on="2020-09-30")],
        submitted=sent("2020-10-12"),
    )
    assert defence(facts).due.default == day("2020-10-09")


def test_a_limit_past_the_calendar_waits_for_the_holidays() -> None:
    duty = defence(
        case(received=[got("complaint", "2026-12-25")], submitted=sent("2026-12-28")), as_of="2026-12-31"
    )
    assert (duty.status, duty.missing, duty.due.default) == (Status.UNDETERMINED, ("calendar",), None)
    assert duty.provisional == day("2027-01-11")
