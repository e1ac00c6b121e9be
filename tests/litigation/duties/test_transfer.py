"""A case transferred to another court: where the days run, and where an answer counts (rulings.md 7; AMB-24)."""

from __future__ import annotations

from typing import Any

from litigation.duties.duty import Status
from litigation.facts import CaseFacts
from tests.cast import case, day, duties, got, outcomes, result, ruled, sent, taking, the_duty

TRANSFERRED = "2020-10-01"


def first(*submitted: Any, decision_on: str | None = TRANSFERRED) -> CaseFacts:
    """Served on 2020-09-22 (due 2020-10-09), transferred on 2020-10-01."""
    return case(
        received=[got("complaint", "2020-09-22")],
        submitted=list(submitted),
        decision=ruled(decision_on, "transferred"),
    )


def second(served_on: str | None, *submitted: Any) -> CaseFacts:
    """The case at the new court, served again on ``served_on`` or not at all."""
    received = [] if served_on is None else [got("complaint", served_on)]
    return case("C2", follows="C1", received=received, submitted=list(submitted))


def test_without_a_new_service_the_first_service_s_days_stay_with_the_first_case() -> None:
    found = result(first(), second(None), as_of="2021-06-30")
    assert the_duty(found, "defence").status is Status.MISSED
    assert the_duty(found, "defence").due.default == day("2020-10-09")


def test_without_a_new_service_an_answer_recorded_in_the_next_case_counts_in_the_first() -> None:
    found = result(first(), second(None, *sent("2020-10-09")), as_of="2021-06-30")
    assert the_duty(found, "defence").status is Status.MET
    assert set(outcomes(found, "4")) == {"clear"}


def test_without_a_new_service_a_late_answer_in_the_next_case_is_late() -> None:
    found = result(first(), second(None, *sent("2020-10-10")), as_of="2021-06-30")
    assert the_duty(found, "defence").status is Status.LATE


def test_without_a_new_service_nothing_is_owed_in_the_next_case_itself() -> None:
    found = result(first(), second(None), as_of="2021-06-30", ref="C2")
    assert duties(found, "defence") == []


def test_a_new_service_starts_new_days_in_the_next_case_and_ends_the_first_ones() -> None:
    cases = first(), second("2020-10-20", *sent("2020-11-04"))
    before, after = result(*cases, as_of="2021-06-30"), result(*cases, as_of="2021-06-30", ref="C2")
    assert the_duty(before, "defence").status is Status.LAPSED
    assert the_duty(after, "defence").status is Status.MET
    assert the_duty(after, "defence").due.default == day("2020-11-04")


def test_a_new_service_does_not_heal_days_that_had_already_run_out() -> None:
    cases = first(decision_on="2020-10-20"), second("2020-11-20", *sent("2020-11-25"))
    assert the_duty(result(*cases, as_of="2021-06-30"), "defence").status is Status.MISSED


def test_a_new_service_after_as_of_has_not_happened() -> None:
    begun = second("2020-12-20", *sent("2020-11-20"))
    duty = the_duty(result(first(), begun, as_of="2020-11-30"), "defence")
    assert (duty.status, duty.done_on) == (Status.LATE, day("2020-11-20"))


def test_a_next_case_in_which_everything_happens_after_as_of_is_not_there_yet() -> None:
    told = result(first(), second("2020-12-20"), as_of="2020-11-30")
    assert told == result(first(), as_of="2020-11-30")
    assert the_duty(told, "defence").missing == ("follows",)


def test_while_the_next_case_is_not_on_record_an_unanswered_limit_is_undetermined() -> None:
    duty = the_duty(result(first(), as_of="2021-06-30"), "defence")
    assert (duty.status, duty.missing) == (Status.UNDETERMINED, ("follows",))


def test_while_nobody_has_said_what_was_submitted_in_the_next_case_a_limit_is_undetermined() -> None:
    unknown = case("C2", follows="C1", received=[])
    assert the_duty(result(first(), unknown, as_of="2021-06-30"), "defence").status is Status.UNDETERMINED


def test_while_nobody_has_said_what_the_new_court_served_a_limit_is_undetermined() -> None:
    unknown = case("C2", follows="C1", submitted=[])
    assert the_duty(result(first(), unknown, as_of="2021-06-30"), "defence").status is Status.UNDETERMINED


def test_an_answer_in_the_first_case_before_the_transfer_needs_no_next_case() -> None:
    assert the_duty(result(first(*sent("2020-09-28")), as_of="2021-06-30"), "defence").status is Status.MET


def test_an_answer_two_transfers_later_counts_too() -> None:
    middle = case("C2", follows="C1", received=[], submitted=[], decision=ruled("2020-10-05", "transferred"))
    last = case("C3", follows="C2", received=[], submitted=sent("2020-10-09"))
    assert the_duty(result(first(), middle, last, as_of="2021-06-30"), "defence").status is Status.MET


def test_under_amb_24_the_first_service_counts_always() -> None:
    cases = first(), second("2020-10-20", *sent("2020-11-04"))
    law = taking(AMB_24="first_service")
    assert duties(result(*cases, as_of="2021-06-30", law=law, ref="C2"), "defence") == []
    duty = the_duty(result(*cases, as_of="2021-06-30", law=law), "defence")
    assert (duty.status, duty.due.default, duty.done_on) == (
        Status.LATE,
        day("2020-10-09"),
        day("2020-11-04"),
    )
