"""N3.7: the term to perform, and what stops it (B.5; rulings.md 12, 13, 14; S-17)."""

from __future__ import annotations

from typing import Any

import pytest

from litigation.duties.duty import Duty, Status
from litigation.facts import CaseFacts
from tests.cast import case, day, duties, judged, outcomes, reconsideration, result, ruled, served, the_duty


def ordered(*outcomes: str, kind: str = "litigation", **performance: Any) -> CaseFacts:
    """A second-instance judgment of 2022-06-10, in effect on service; sixty days end on 2022-08-09."""
    decision = judged("2022-06-10", *(outcomes or ("revoked", "ordered_to_remake")), disposition="upheld")
    if performance:
        decision["performance"] = performance
    return case(kind=kind, instance="second", decision=decision, filings=[])


def performance(facts: CaseFacts, as_of: str = "2022-12-31") -> Duty:
    return the_duty(result(facts, as_of=as_of), "performance")


@pytest.mark.parametrize(
    ("on", "status", "late"),
    [("2022-08-09", Status.MET, 0), ("2022-08-10", Status.LATE, 1), ("2022-08-30", Status.LATE, 21)],
)
def test_the_term_stated_in_days_runs_from_effect(on: str, status: Status, late: int) -> None:
    duty = performance(ordered(within_days=60, performed_on=on))
    assert (duty.status, duty.days_late, duty.due.default) == (status, late, day("2022-08-09"))
    assert duty.clause == "N3.7"


def test_a_term_in_days_rolls_and_a_day_that_was_set_does_not() -> None:
    """rulings.md 12."""
    assert performance(ordered(within_days=2)).due.default == day("2022-06-13")  # 06-12 is a Sunday
    assert performance(ordered(due_on="2022-06-12")).due.default == day("2022-06-12")


def test_a_new_act_without_a_term_has_two_months_from_effect() -> None:
    """rulings.md 13."""
    duty = performance(ordered("revoked", "ordered_to_remake"))
    assert duty.due.default == day("2022-08-10")
    assert duty.rule is None


def test_a_new_act_after_reconsideration_has_sixty_days() -> None:
    facts = reconsideration(
        decision={"form": "decision", "outcomes": ["ordered_to_remake"], "services": served("2022-06-10")}
    )
    duty = performance(facts)
    assert (duty.rule, duty.due.default) == ("S-17", day("2022-08-09"))


@pytest.mark.parametrize("outcome", ["ordered_to_perform", "ordered_to_pay", "compensation_awarded"])
def test_any_other_order_without_a_term_is_undetermined_and_names_the_term(outcome: str) -> None:
    duty = performance(ordered(outcome))
    assert (duty.status, duty.missing) == (Status.UNDETERMINED, ("decision.performance.within_days",))


def test_an_order_without_a_term_that_was_performed_is_not_asked_for_its_term() -> None:
    """A refusal needs non-performance (B.5); the judgment has no term, so none can be recorded."""
    found = result(ordered("ordered_to_perform", performed_on="2022-07-01"), as_of="2022-12-31")
    assert the_duty(found, "performance").status is Status.MET
    assert outcomes(found, "5") == ["clear"]


@pytest.mark.parametrize(("as_of", "status"), [("2022-08-09", Status.OPEN), ("2022-08-10", Status.MISSED)])
def test_it_is_open_until_the_term_ends(as_of: str, status: Status) -> None:
    assert performance(ordered(within_days=60), as_of).status is status


@pytest.mark.parametrize("outcome", ["revoked", "declared_unlawful", "claim_dismissed"])
def test_a_decision_that_orders_nothing_leaves_nothing_to_perform(outcome: str) -> None:
    found = result(ordered(outcome), as_of="2022-12-31")
    assert duties(found, "performance") == []
    assert str(found.categories[5]) == "not_applicable"


@pytest.mark.parametrize("outcome", ["agreement_performance", "indemnity"])
def test_an_order_to_perform_an_agreement_or_to_indemnify_is_tested_once_its_performance_is_recorded(
    outcome: str,
) -> None:
    """docs/interpretations.md 28: bundle.md names four outcomes that leave something to do; these come with a term."""
    assert str(result(ordered(outcome), as_of="2022-12-31").categories[5]) == "not_applicable"
    assert str(result(ordered(outcome, within_days=60), as_of="2022-12-31").categories[5]) == "lead"


def test_before_effect_nothing_is_owed() -> None:
    facts = case(decision=judged("2022-06-10", "ordered_to_remake", performance={"within_days": 60}))
    assert duties(result(facts, as_of="2022-06-27"), "performance") == []
    assert performance(facts, "2022-06-28").trigger.on == day("2022-06-28")


def test_a_mediation_with_a_term_is_performed_too() -> None:
    facts = case(
        decision={
            "form": "mediation",
            "outcomes": ["mediated"],
            "services": served("2022-06-10"),
            "performance": {"due_on": "2022-07-01"},
        }
    )
    assert performance(facts).status is Status.MISSED


# Suspension (rulings.md 14).


def test_a_suspension_within_the_term_stops_the_clock_until_a_record_ends_it() -> None:
    for as_of in ("2022-08-05", "2022-08-10", "2025-12-31"):
        duty = performance(ordered(within_days=60, suspensions=[{"on": "2022-08-05"}]), as_of)
        assert (duty.status, duty.due.default) == (Status.OPEN, None)


@pytest.mark.parametrize(("on", "status"), [("2022-08-09", Status.OPEN), ("2022-08-10", Status.MISSED)])
def test_a_suspension_counts_until_the_last_day_and_not_after_the_term(on: str, status: Status) -> None:
    assert performance(ordered(within_days=60, suspensions=[{"on": on}])).status is status


def test_performance_within_the_term_is_met_whatever_was_suspended() -> None:
    duty = performance(ordered(within_days=60, performed_on="2022-08-01", suspensions=[{"on": "2022-08-05"}]))
    assert duty.status is Status.MET


def test_performance_long_after_a_suspension_is_done_and_not_late() -> None:
    """The clock stands still (rulings.md 14), so nothing was late; and what was done is not open (bundle.md, ``status``)."""
    duty = performance(
        ordered(within_days=60, performed_on="2023-03-01", suspensions=[{"on": "2022-08-05"}]), "2023-12-31"
    )
    assert (duty.status, duty.done_on) == (Status.MET, day("2023-03-01"))


def test_a_suspension_after_as_of_has_not_happened() -> None:
    facts = ordered(within_days=60, suspensions=[{"on": "2022-08-09"}])
    assert performance(facts, "2022-08-08").due.default == day("2022-08-09")


def test_an_application_for_retrial_suspends_nothing() -> None:
    """行政诉讼法 90 (B.5): a mere 再审申请 does not suspend."""
    review = case(
        "C2",
        instance="retrial_review",
        follows="C1",
        received=[{"document": "retrial_application", "on": "2022-07-01"}],
    )
    assert (
        the_duty(result(ordered(within_days=60), review, as_of="2022-12-31"), "performance").status
        is Status.MISSED
    )


def retried(on: str, disposition: str, *outcomes: str) -> CaseFacts:
    return case(
        "C2", instance="retrial", follows="C1", decision=judged(on, *outcomes, disposition=disposition)
    )


def test_what_a_retrial_took_back_before_the_term_ended_is_owed_no_longer() -> None:
    """The judgment is gone: nothing is refused that nothing orders (B.5 needs an effective document)."""
    cases = ordered(within_days=60), retried("2022-07-20", "reversed", "claim_dismissed")
    found = result(*cases, as_of="2022-12-31")
    assert outcomes(found, "5") in ([], ["clear"])
    assert [duty.status for duty in duties(found, "performance")] in ([], [Status.LAPSED])


def test_what_a_retrial_took_back_after_the_term_ended_was_owed_until_then() -> None:
    cases = ordered(within_days=60), retried("2022-11-20", "reversed", "claim_dismissed")
    assert outcomes(result(*cases, as_of="2022-12-31"), "5") == ["lead"]


def test_an_unknown_effect_makes_the_term_undetermined() -> None:
    facts = case(
        decision={
            "form": "judgment",
            "outcomes": ["ordered_to_remake"],
            "services": [{"party": "unit", "on": "2022-06-10"}],
        }
    )
    duty = performance(facts)
    assert (duty.status, duty.missing) == (Status.UNDETERMINED, ("decision.services[plaintiff].on",))


def test_a_term_past_the_calendar_waits() -> None:
    facts = case(
        instance="second", decision=judged("2026-12-20", "ordered_to_remake", performance={"within_days": 20})
    )
    duty = performance(facts, "2026-12-31")
    assert (duty.status, duty.missing) == (Status.UNDETERMINED, ("calendar",))


def test_a_withdrawal_leaves_nothing_to_perform() -> None:
    found = result(case(decision=ruled("2022-06-10", "withdrawal_permitted")), as_of="2022-12-31")
    assert str(found.categories[5]) == "not_applicable"
