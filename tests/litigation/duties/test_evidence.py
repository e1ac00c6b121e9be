"""Evidence: an approved extension (S-02, S-03), and the day a court fixes in summary procedure (S-05; rulings.md 11)."""

from __future__ import annotations

from typing import Any

import pytest

from litigation.duties.duty import Duty, Event, Status
from litigation.facts import CaseFacts
from tests.cast import case, day, duties, got, outcomes, result, sent, the_duty

COMPLAINT = got("complaint", "2022-01-20")  # S-01 falls due on 2022-02-07: 02-04 lies in the Spring Festival
GRANTED = {
    "applied_on": "2022-01-28",
    "granted_on": "2022-01-29",
    "obstacle_removed_on": "2022-02-25",
}  # then 2022-03-14


def extended(evidence_on: str | None, **extension: str | None) -> CaseFacts:
    submitted = sent("2022-01-28", "defence", "legal_basis") + (
        sent(evidence_on, "evidence") if evidence_on else []
    )
    return case(received=[COMPLAINT], submitted=submitted, evidence_extension={**GRANTED, **extension})


def evidence(facts: CaseFacts, as_of: str = "2022-06-30") -> Duty:
    return the_duty(result(facts, as_of=as_of), "evidence")


def test_evidence_after_an_approved_extension_has_fifteen_days_from_the_end_of_the_obstacle() -> None:
    duty = evidence(extended("2022-03-14"))
    assert (duty.status, duty.rule, duty.due.default) == (Status.MET, "S-03", day("2022-03-14"))
    assert duty.trigger.event is Event.OBSTACLE_REMOVED
    assert duty.trigger.on == day("2022-02-25")


def test_after_those_fifteen_days_it_is_late() -> None:
    duty = evidence(extended("2022-03-15"))
    assert (duty.status, duty.rule, duty.days_late) == (Status.LATE, "S-03", 1)


@pytest.mark.parametrize(("as_of", "status"), [("2022-03-14", Status.OPEN), ("2022-03-15", Status.MISSED)])
def test_evidence_never_sent_is_missed_after_the_extended_limit(as_of: str, status: Status) -> None:
    assert evidence(extended(None), as_of).status is status


def test_an_application_in_time_is_its_own_duty() -> None:
    duty = the_duty(result(extended("2022-03-14"), as_of="2022-06-30"), "extension_application")
    assert (duty.rule, duty.status, duty.due.default) == ("S-02", Status.MET, day("2022-02-07"))


def test_an_application_too_late_extends_nothing() -> None:
    facts = extended("2022-03-14", applied_on="2022-02-08", granted_on="2022-02-09")
    duty = evidence(facts)
    assert (duty.status, duty.rule, duty.due.default) == (Status.LATE, "S-01", day("2022-02-07"))
    assert the_duty(result(facts, as_of="2022-06-30"), "extension_application").status is Status.LATE


@pytest.mark.parametrize("field", ["applied_on", "granted_on", "obstacle_removed_on"])
def test_an_extension_that_does_not_say_everything_leaves_late_evidence_undetermined(field: str) -> None:
    """Both the written application in time and the court's permission are needed; none of them is guessed."""
    duty = evidence(extended("2022-03-10", **{field: None}))
    assert (duty.status, duty.missing) == (Status.UNDETERMINED, (f"evidence_extension.{field}",))


def test_evidence_in_time_under_the_ordinary_limit_needs_no_extension() -> None:
    duty = evidence(extended("2022-02-07", granted_on=None))
    assert (duty.status, duty.rule) == (Status.MET, "S-01")


def test_an_extension_for_evidence_does_not_extend_the_defence() -> None:
    """B.4: approved evidence extension does not extend the 答辩状."""
    facts = case(received=[COMPLAINT], submitted=sent("2022-03-14"), evidence_extension=GRANTED)
    found = result(facts, as_of="2022-06-30")
    assert the_duty(found, "evidence").status is Status.MET
    assert the_duty(found, "defence").status is Status.LATE
    assert the_duty(found, "legal_basis").status is Status.LATE


# Summary procedure.


def summary(evidence_on: str, procedure: str | None = "summary", **more: Any) -> CaseFacts:
    """The complaint of 2020-09-22 (S-01: 2020-10-09); the court fixed 2020-09-29 for evidence."""
    notice = got("evidence_notice", "2020-09-22", evidence_by="2020-09-29")
    return case(
        procedure=procedure,
        received=[got("complaint", "2020-09-22"), notice],
        submitted=[*sent("2020-10-09", "defence", "legal_basis"), *sent(evidence_on, "evidence")],
        **more,
    )


@pytest.mark.parametrize(("on", "status"), [("2020-09-29", Status.MET), ("2020-09-30", Status.LATE)])
def test_in_summary_procedure_evidence_follows_the_day_the_court_fixed(on: str, status: Status) -> None:
    duty = evidence(summary(on), "2021-06-30")
    assert (duty.status, duty.rule, duty.due.default) == (status, "S-05", day("2020-09-29"))


def test_in_summary_procedure_the_defence_keeps_its_fifteen_days() -> None:
    found = result(summary("2020-09-29"), as_of="2021-06-30")
    assert (the_duty(found, "defence").rule, the_duty(found, "defence").status) == ("S-01", Status.MET)
    assert (the_duty(found, "legal_basis").rule, the_duty(found, "legal_basis").status) == (
        "S-01",
        Status.MET,
    )


def test_a_fixed_day_on_a_rest_day_does_not_roll() -> None:
    notice = got("evidence_notice", "2020-09-22", evidence_by="2020-10-01")
    facts = case(
        procedure="summary", received=[got("complaint", "2020-09-22"), notice], submitted=sent("2020-10-09")
    )
    assert evidence(facts, "2021-06-30").due.default == day("2020-10-01")


def test_in_ordinary_procedure_a_day_in_the_notice_changes_nothing() -> None:
    duty = evidence(summary("2020-10-09", "ordinary"), "2021-06-30")
    assert (duty.rule, duty.status) == ("S-01", Status.MET)


def test_a_notice_that_fixes_no_day_leaves_the_evidence_undetermined_in_summary_procedure() -> None:
    notice = got("evidence_notice", "2020-09-22")
    facts = case(
        procedure="summary", received=[got("complaint", "2020-09-22"), notice], submitted=sent("2020-09-28")
    )
    duty = evidence(facts, "2021-06-30")
    assert (duty.status, duty.missing) == (Status.UNDETERMINED, ("received[evidence_notice].evidence_by",))


def test_without_an_evidence_notice_the_statutory_fifteen_days_hold() -> None:
    facts = case(procedure="summary", received=[got("complaint", "2020-09-22")], submitted=sent("2020-10-09"))
    assert evidence(facts, "2021-06-30").status is Status.MET


def test_where_the_procedure_decides_and_is_unknown_it_is_named() -> None:
    duty = evidence(summary("2020-10-05", None), "2021-06-30")
    assert (duty.status, duty.missing) == (Status.UNDETERMINED, ("procedure",))


@pytest.mark.parametrize(("on", "status"), [("2020-09-29", Status.MET), ("2020-10-12", Status.LATE)])
def test_where_both_procedures_agree_the_unknown_one_does_not_matter(on: str, status: Status) -> None:
    assert evidence(summary(on, None), "2021-06-30").status is status


def test_evidence_late_in_either_procedure_is_not_said_to_be_later_than_it_surely_is() -> None:
    """S-05 is for summary procedure; while the procedure is unknown its day is not held against the unit."""
    duty = evidence(summary("2020-10-12", None), "2021-06-30")
    assert (duty.rule, duty.due.default, duty.days_late) == ("S-01", day("2020-10-09"), 3)


def test_the_later_of_two_evidence_notices_counts_in_whatever_order_they_are_recorded() -> None:
    earlier = got("evidence_notice", "2020-09-22", evidence_by="2020-09-29")
    later = got("evidence_notice", "2020-09-25", evidence_by="2020-10-12")
    for notices in ([earlier, later], [later, earlier]):
        facts = case(
            procedure="summary",
            received=[got("complaint", "2020-09-22"), *notices],
            submitted=sent("2020-10-12"),
        )
        assert evidence(facts, "2021-06-30").due.default == day("2020-10-12")


def test_an_extension_granted_in_summary_procedure_counts_there_too() -> None:
    """B.4: the approved extension is an excuse of the defendant in any procedure (法释2018 art 34)."""
    facts = case(
        procedure="summary",
        received=[COMPLAINT, got("evidence_notice", "2022-01-20", evidence_by="2022-01-30")],
        submitted=[*sent("2022-01-28", "defence", "legal_basis"), *sent("2022-03-14", "evidence")],
        evidence_extension=GRANTED,
    )
    found = result(facts, as_of="2022-06-30")
    assert the_duty(found, "evidence").status is Status.MET
    assert set(outcomes(found, "4")) == {"clear"}


def test_one_complaint_asks_for_evidence_once() -> None:
    assert len(duties(result(extended("2022-03-14"), as_of="2022-06-30"), "evidence")) == 1
