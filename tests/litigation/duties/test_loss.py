"""Which outcomes are a loss, and whose (facts.md C.5; AMB-18; rulings.md 9)."""

from __future__ import annotations

import pytest

from litigation.facts import CaseFacts
from litigation.law.in_force import LawInForce
from tests.cast import case, judged, result, served, taking

LONG_AFTER = "2022-12-31"


def loss(facts: CaseFacts, law: LawInForce | None = None) -> bool | None:
    return result(facts, as_of=LONG_AFTER, law=law).loss


@pytest.mark.parametrize(
    "outcome",
    [
        "revoked",
        "partly_revoked",
        "ordered_to_remake",
        "ordered_to_perform",
        "ordered_to_pay",
        "declared_unlawful",
        "declared_void",
        "modified",
        "compensation_awarded",
    ],
)
def test_a_listed_outcome_is_a_loss(outcome: str) -> None:
    assert loss(case(decision=judged("2020-11-20", outcome))) is True


@pytest.mark.parametrize("outcome", ["agreement_performance", "indemnity", "remedial_measures"])
def test_what_the_clause_does_not_list_is_a_note_and_no_loss(outcome: str) -> None:
    """rulings.md 9."""
    facts = case(decision=judged("2020-11-20", outcome))
    found = result(facts, as_of=LONG_AFTER)
    assert found.loss is False
    assert [note.reading for note in found.notes] == ["AMB-18"]
    assert loss(facts, law=taking(AMB_18="extended")) is True


def test_remedial_measures_with_a_declaration_of_unlawfulness_are_a_loss_without_a_note() -> None:
    found = result(
        case(decision=judged("2020-11-20", "declared_unlawful", "remedial_measures")), as_of=LONG_AFTER
    )
    assert found.loss is True
    assert found.notes == ()


@pytest.mark.parametrize("outcome", ["claim_dismissed", "mediated", "not_lost_elsewhere"])
def test_other_outcomes_are_none(outcome: str) -> None:
    assert loss(case(decision=judged("2020-11-20", outcome))) is False


def test_a_loss_elsewhere_is_the_other_organ_s() -> None:
    assert loss(case(decision=judged("2020-11-20", "revoked", "not_lost_elsewhere"))) is False


def test_an_outcome_nobody_recorded_is_unknown() -> None:
    assert loss(case(decision={"form": "judgment", "services": served("2020-11-20")})) is None
