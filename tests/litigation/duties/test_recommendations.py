"""N5.7: a recommendation answered in time and copied (B.6; AMB-16, AMB-17; rulings.md 4; S-23, S-24)."""

from __future__ import annotations

from typing import Any

import pytest

from litigation.duties.duty import Duty, Event, Status
from litigation.facts import CaseFacts
from litigation.law.in_force import LawInForce
from tests.cast import Entry, case, day, duties, outcomes, recommended, result, taking, the_duty


def asked(kind: str = "individual", received_on: str | None = "2021-03-01", **row: Any) -> CaseFacts:
    return case(recommendations=[recommended(received_on, kind, **row)])


def reply(facts: CaseFacts, as_of: str = "2021-12-31", law: LawInForce | None = None) -> Duty:
    return the_duty(result(facts, as_of=as_of, law=law), "recommendation_reply")


STATED: Entry = {"reply_within_days": 30}  # 2021-03-31
HANDLED: Entry = {"handled_on": "2021-03-19"}  # + 30 days: 2021-04-18 (Sun) → 2021-04-19


@pytest.mark.parametrize(
    ("replied", "status", "late"),
    [("2021-03-31", Status.MET, 0), ("2021-04-01", Status.LATE, 1), ("2021-04-12", Status.LATE, 12)],
)
def test_the_earlier_of_stated_limit_and_thirty_days_from_handling_governs(
    replied: str, status: Status, late: int
) -> None:
    duty = reply(asked(**STATED, **HANDLED, replied_on=replied))
    assert (duty.status, duty.days_late, duty.due.default) == (status, late, day("2021-03-31"))


def test_thirty_days_from_handling_govern_where_they_end_first() -> None:
    duty = reply(asked(reply_within_days=90, **HANDLED, replied_on="2021-04-20"))
    assert (duty.status, duty.due.default, duty.trigger.event) == (
        Status.LATE,
        day("2021-04-19"),
        Event.HANDLED,
    )


def test_a_reply_late_by_the_stated_limit_and_in_time_from_handling_is_reading_dependent() -> None:
    facts = asked(**STATED, **HANDLED, replied_on="2021-04-12")
    assert outcomes(result(facts, as_of="2021-12-31"), "6") == ["reading_dependent"]
    assert reply(facts, law=taking(AMB_16="after_handling")).status is Status.MET


def test_a_reply_late_by_both_is_a_breach() -> None:
    facts = asked(**STATED, **HANDLED, replied_on="2021-06-01")
    assert outcomes(result(facts, as_of="2021-12-31"), "6") == ["breach"]


def test_never_handled_and_never_answered_is_a_breach_under_every_reading() -> None:
    """rulings.md 4: and nothing to copy."""
    found = result(asked(**STATED), as_of="2021-12-31")
    assert outcomes(found, "6") == ["breach"]
    assert outcomes(found, "7g") == []


@pytest.mark.parametrize(("as_of", "status"), [("2021-03-31", Status.OPEN), ("2021-04-01", Status.MISSED)])
def test_it_is_open_until_the_stated_day(as_of: str, status: Status) -> None:
    assert reply(asked(**STATED), as_of).status is status


def test_a_day_that_the_court_named_stays_on_its_rest_day_and_a_number_of_days_rolls() -> None:
    assert reply(asked(reply_by="2021-04-04")).due.default == day("2021-04-04")
    assert reply(asked(reply_within_days=34)).due.default == day("2021-04-06")


def test_without_any_limit_and_not_handled_nothing_runs() -> None:
    found = result(asked(), as_of="2021-12-31")
    assert (
        the_duty(found, "recommendation_reply").status,
        the_duty(found, "recommendation_reply").due.default,
    ) == (Status.OPEN, None)
    assert outcomes(found, "6") == ["clear"]


@pytest.mark.parametrize("kind", ["individual", "enforcement", "penalty", "general"])
def test_before_november_2023_only_normative_documents_have_a_limit_of_their_own(kind: str) -> None:
    """AMB-17: none before 2023-11-16."""
    assert reply(asked(kind)).due.default is None


@pytest.mark.parametrize(
    ("kind", "received", "rule", "due"),
    [
        ("normative_document", "2021-03-01", "S-23", "2021-04-30"),
        ("general", "2023-11-16", "S-24", "2024-01-16"),
        ("general", "2024-03-01", "S-24", "2024-05-06"),
        ("general", "2023-12-31", "S-24", "2024-02-29"),
    ],
)
def test_the_law_s_own_limit_holds_where_the_recommendation_states_none(
    kind: str, received: str, rule: str, due: str
) -> None:
    duty = reply(asked(kind, received), as_of="2024-12-31")
    assert (duty.rule, duty.due.default, duty.status) == (rule, day(due), Status.MISSED)


def test_a_general_recommendation_a_day_before_has_none() -> None:
    assert reply(asked("general", "2023-11-15"), as_of="2024-12-31").due.default is None


def test_a_stated_limit_comes_before_the_law_s_own() -> None:
    duty = reply(asked("general", "2024-03-01", reply_within_days=20), as_of="2024-12-31")
    assert (duty.rule, duty.due.default) == (None, day("2024-03-21"))


def test_a_normative_document_follows_the_earlier_of_sixty_days_and_thirty_from_handling() -> None:
    duty = reply(asked("normative_document", **HANDLED, replied_on="2021-04-19"))
    assert (duty.status, duty.due.default) == (Status.MET, day("2021-04-19"))


@pytest.mark.parametrize("kind", ["individual", "general"])
def test_under_amb_17_thirty_days_hold_where_none_is_stated(kind: str) -> None:
    assert reply(asked(kind), law=taking(AMB_17="thirty_days")).due.default == day("2021-03-31")


def test_a_normative_document_received_before_the_notice_has_its_sixty_days_by_law() -> None:
    """AMB-27: notice duties are not tested before the notice, statutory ones are (S-23 since 2018)."""
    found = result(asked("normative_document", "2020-06-01"), as_of="2020-12-31")
    assert the_duty(found, "recommendation_reply").due.default == day("2020-07-31")
    assert outcomes(found, "6") == ["breach"]


def test_an_individual_one_received_before_the_notice_is_not_tested() -> None:
    assert (
        duties(result(asked("individual", "2020-06-01", **STATED), as_of="2020-12-31"), "recommendation_copy")
        == []
    )


# What is not known.


def test_a_stated_number_of_days_needs_the_day_of_receipt() -> None:
    duty = reply(asked(received_on=None, **STATED))
    assert (duty.status, duty.missing) == (Status.UNDETERMINED, ("recommendations[R1].received_on",))


@pytest.mark.parametrize(
    ("replied", "status"), [("2021-03-31", Status.MET), ("2021-04-12", Status.UNDETERMINED)]
)
def test_a_reply_in_time_by_the_stated_limit_needs_its_day_of_handling_only_where_that_could_make_it_late(
    replied: str, status: Status
) -> None:
    """(b) runs from handling, which cannot lie before receipt: thirty days from receipt are safe."""
    duty = reply(asked(reply_within_days=60, replied_on=replied))
    assert duty.status is status
    if status is Status.UNDETERMINED:
        assert duty.missing == ("recommendations[R1].handled_on",)


def test_the_earlier_limit_is_known_though_the_later_one_lies_past_the_calendar() -> None:
    """rulings.md 25: only where a day needs data that are missing does the duty wait for them."""
    facts = asked(received_on="2026-12-01", reply_within_days=10, handled_on="2026-12-15")
    duty = reply(facts, as_of="2026-12-31")
    assert (duty.status, duty.due.default) == (Status.MISSED, day("2026-12-11"))


# The copy (7g).


def copied(on: str | None, replied: str = "2021-03-31") -> Duty:
    found = result(asked(**STATED, **HANDLED, replied_on=replied, copied_on=on), as_of="2021-12-31")
    return the_duty(found, "recommendation_copy")


@pytest.mark.parametrize(
    ("on", "status"), [("2021-03-31", Status.MET), ("2021-04-20", Status.LATE), (None, Status.MISSED)]
)
def test_the_copy_is_due_with_the_reply(on: str | None, status: Status) -> None:
    assert (copied(on).status, copied(on).due.default, copied(on).clause) == (
        status,
        day("2021-03-31"),
        "N5.7c",
    )


def test_sent_without_a_copy_is_7g_and_not_6() -> None:
    """B.6."""
    found = result(asked(**STATED, **HANDLED, replied_on="2021-03-31"), as_of="2021-12-31")
    assert outcomes(found, "6") == ["clear"]
    assert outcomes(found, "7g") == ["breach"]


def test_a_copy_late_by_both_limits_is_a_breach_and_by_one_reading_dependent() -> None:
    late = result(
        asked(**STATED, **HANDLED, replied_on="2021-04-12", copied_on="2021-04-20"), as_of="2021-12-31"
    )
    assert outcomes(late, "7g") == ["breach"]
    dependent = result(
        asked(**STATED, **HANDLED, replied_on="2021-04-12", copied_on="2021-04-19"), as_of="2021-12-31"
    )
    assert outcomes(dependent, "7g") == ["reading_dependent"]


def test_each_recommendation_is_answered_by_itself() -> None:
    facts = case(
        recommendations=[
            recommended(
                "2021-03-01", ref="R1", **STATED, **HANDLED, replied_on="2021-03-31", copied_on="2021-03-31"
            ),
            recommended("2021-03-01", ref="R2", **STATED),
        ]
    )
    found = result(facts, as_of="2021-12-31")
    assert {d.recommendation: d.status for d in duties(found, "recommendation_reply")} == {
        "R1": Status.MET,
        "R2": Status.MISSED,
    }


def test_without_a_recommendation_category_6_does_not_apply() -> None:
    assert str(result(case(), as_of="2021-12-31").categories[6]) == "not_applicable"
    assert str(result(asked(), as_of="2021-02-28").categories[6]) == "not_applicable"
