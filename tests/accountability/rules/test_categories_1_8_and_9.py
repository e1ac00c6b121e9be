"""N6.1, N6.8, N6.9: what people record, and candidates that are always leads (B.1, B.8, B.9; rulings.md 5, 8, 10)."""

from __future__ import annotations

from typing import Any

import pytest

from litigation.facts import CaseFacts
from tests.cast import (
    case,
    findings,
    got,
    head,
    held,
    judged,
    lawyer,
    outcomes,
    reconsideration,
    result,
    sent,
    staff,
)

ON, LATER = "2021-03-25", "2021-12-31"
ACCEPTED = {"ground": "irreplaceable_duty", "formal": True, "accepted": True}


def said(code: str, *hearings: Any, as_of: str = LATER, **facts: Any) -> list[str]:
    return outcomes(result(case(hearings=list(hearings), **facts), as_of=as_of), code)


# Conduct (rulings.md 10).


@pytest.mark.parametrize("category", [1, 8, 9])
@pytest.mark.parametrize(("established", "outcome"), [(True, "breach"), (False, "lead"), (None, "lead")])
def test_recorded_conduct_is_a_lead_until_the_competent_body_has_found_it(
    category: int, established: bool | None, outcome: str
) -> None:
    row = {
        "category": category,
        "on": ON,
        "facts": "会议纪要要求暂缓立案",
        "source": "court_record",
        "established": established,
    }
    found = result(case(conduct=[row]), as_of=LATER)
    assert outcomes(found, str(category)) == [outcome]
    assert [str(found.categories[number]) for number in (1, 8, 9) if number != category] == ["clear", "clear"]


def test_each_record_of_conduct_is_its_own_finding_and_none_is_clear() -> None:
    rows = [{"category": 1, "on": ON}, {"category": 1, "on": "2021-04-01", "established": True}]
    assert said("1", conduct=rows) == ["lead", "breach"]
    assert str(result(case(conduct=[]), as_of=LATER).categories[1]) == "clear"


def test_conduct_after_as_of_is_not_known() -> None:
    assert said("1", conduct=[{"category": 1, "on": ON}], as_of="2021-03-24") == []


# (8): never decided by dates.


def late_evidence(decisive: bool | None, outcome: str = "revoked") -> CaseFacts:
    return case(
        received=[got("complaint", "2020-09-22")],
        submitted=sent("2020-10-10"),
        decision=judged("2020-12-04", outcome, late_evidence_decisive=decisive),
    )


@pytest.mark.parametrize(("decisive", "outcome"), [(True, "lead"), (False, "clear"), (None, "undetermined")])
def test_late_evidence_and_a_loss_for_want_of_it(decisive: bool | None, outcome: str) -> None:
    found = result(late_evidence(decisive), as_of=LATER)
    assert outcomes(found, "8") == [outcome]
    if decisive is None:
        assert findings(found, "8")[0].missing == ("decision.late_evidence_decisive",)


def test_late_evidence_in_a_case_that_was_won_is_nothing() -> None:
    assert outcomes(result(late_evidence(True, "claim_dismissed"), as_of=LATER), "8") == []


def test_late_evidence_is_nothing_before_the_loss_is_in_effect() -> None:
    assert outcomes(result(late_evidence(True), as_of="2020-12-21"), "8") == []
    assert outcomes(result(late_evidence(True), as_of="2020-12-22"), "8") == ["lead"]


def test_late_evidence_stays_a_candidate_when_the_loss_is_upheld_on_appeal() -> None:
    """B.8: (4) evidence late ∧ 败诉. The loss took effect in the second instance; the neglect was in the first."""
    first = case(
        received=[got("complaint", "2020-09-22")],
        submitted=sent("2020-10-10"),
        decision=judged(
            "2020-12-04", "revoked", late_evidence_decisive=True, appeals=[{"by": "unit", "on": "2020-12-10"}]
        ),
    )
    second = case(
        "C2", instance="second", follows="C1", decision=judged("2021-03-01", "revoked", disposition="upheld")
    )
    cases = [result(first, second, as_of=LATER, ref=ref) for ref in ("C1", "C2")]
    assert [outcome for found in cases for outcome in outcomes(found, "8")] == ["lead"]


def test_a_judgment_although_nobody_ever_came_is_a_candidate() -> None:
    decision = judged("2021-05-06", "revoked")
    assert "lead" in said("8", held(ON), decision=decision)
    assert said("8", held(ON, lawyer()), decision=decision) == []
    assert said("8", held(ON, summons_valid=False), decision=decision) == []
    assert said("8", held(ON), held("2021-04-22", staff()), decision=decision) == []


def test_a_default_is_a_judgment_and_no_ruling() -> None:
    ruling = {
        "form": "ruling",
        "outcomes": ["withdrawal_permitted"],
        "services": [{"party": "unit", "on": "2021-05-06"}],
    }
    assert said("8", held(ON), decision=ruling) == []


# (9): the head.


def test_the_head_absent_without_a_reason_though_staff_came_is_a_lead() -> None:
    assert said("9", held(ON, staff(), lawyer())) == ["lead"]


def test_an_accepted_reason_clears_it() -> None:
    assert said("9", held(ON, staff(), absence=ACCEPTED)) == ["clear"]


@pytest.mark.parametrize(
    "absence",
    [
        {"ground": "other", "formal": True, "accepted": False},
        {"ground": "irreplaceable_duty", "formal": False},
        {},
    ],
)
def test_a_reason_not_accepted_or_not_formal_does_not(absence: dict[str, Any]) -> None:
    wanted = ["undetermined"] if absence == {} else ["lead"]
    assert said("9", held(ON, staff(), absence=absence)) == wanted


def test_a_reason_the_court_has_not_decided_on_names_the_decision() -> None:
    hearing = held(ON, staff(), absence={"ground": "irreplaceable_duty", "formal": True})
    found = result(case(hearings=[hearing]), as_of=LATER)
    assert findings(found, "9")[0].missing == (f"hearings[{ON}].absence.accepted",)


def test_what_is_a_breach_in_3_is_absorbed_there() -> None:
    """rulings.md 8."""
    assert said("9", held(ON, lawyer())) == []
    assert said("9", held(ON)) == []
    assert str(result(case(hearings=[held(ON, lawyer())]), as_of=LATER).categories[9]) == "clear"


def test_a_head_duly_called_again_who_stays_away_is_a_lead_though_staff_came() -> None:
    hearings = held("2021-03-01", head(), staff()), held(ON, staff(), renewed_notice_on="2021-03-10")
    assert said("9", *hearings) == ["clear", "lead"]


def test_a_head_called_again_too_late_is_not_blamed_and_the_lateness_is_noted() -> None:
    """SC-03c."""
    hearings = [held("2021-03-01", head(), staff()), held(ON, staff(), renewed_notice_on="2021-03-23")]
    found = result(case(hearings=hearings), as_of=LATER)
    assert outcomes(found, "9") == ["clear", "clear"]
    assert (
        len(
            [
                note
                for note in found.notes
                if note.category == 9 and note.nodes[0].key == "note.called_too_late"
            ]
        )
        == 1
    )


def test_a_head_of_another_organ_with_staff_is_a_lead() -> None:
    """B.9: art 2(2)."""
    assert said("9", held(ON, head("BJ"), staff())) == ["lead"]


@pytest.mark.parametrize("person", [head(proof=None), head(organ=None)])
def test_a_head_who_may_qualify_leaves_it_undetermined(person: Any) -> None:
    assert said("9", held(ON, person, staff())) == ["undetermined"]


def test_represented_by_agreement_the_head_is_not_missed() -> None:
    assert said("9", held(ON, head("BJ"), staff()), represented_by="BJ") == ["clear"]


# (9): the rest.


def test_refusing_to_answer_so_that_the_hearing_could_not_go_on_is_a_lead() -> None:
    assert sorted(said("9", held(ON, head(), staff(), refused_to_answer=True))) == ["clear", "lead"]
    assert said("9", held(ON, head(), staff(), refused_to_answer=False)) == ["clear"]


@pytest.mark.parametrize(("agents", "leads"), [(2, 0), (3, 1)])
def test_more_than_two_agents_are_a_lead(agents: int, leads: int) -> None:
    assert said("9", held(ON, head(), *[lawyer()] * agents)).count("lead") == leads


def test_heads_are_no_agents() -> None:
    assert "lead" not in said("9", held(ON, head(), head(), staff(), lawyer()))


def test_another_composition_of_agents_is_a_note_and_no_breach() -> None:
    """B.9: a breach of the notice alone is not (9)."""
    found = result(case(hearings=[held(ON, head(), lawyer(), lawyer())]), as_of=LATER)
    assert str(found.categories[9]) == "clear"
    assert [note.nodes[0].key for note in found.notes] == ["note.composition"]
    usual = result(case(hearings=[held(ON, head(), staff(), lawyer())]), as_of=LATER)
    assert usual.notes == ()


def test_a_silent_head_is_a_note() -> None:
    """N4.2 出庭又出声."""
    found = result(
        case(hearings=[held(ON, head(), staff(), lawyer(), spoke_on_resolution=False)]), as_of=LATER
    )
    assert [note.nodes[0].key for note in found.notes] == ["note.silent_head"]
    assert str(found.categories[9]) == "clear"


# Reconsideration hearings from 2024 (art 51(3)): a flag of their own, not (2) or (3).


def hearing(on: str, *people: Any, **more: Any) -> list[str]:
    return outcomes(result(reconsideration(hearings=[held(on, *people, **more)]), as_of="2024-12-31"), "9")


def test_at_a_reconsideration_hearing_the_head_comes_or_explains_and_sends_staff() -> None:
    assert hearing("2024-03-04", head()) == ["clear"]
    assert hearing("2024-03-04", staff(), absence=ACCEPTED) == ["clear"]
    assert hearing("2024-03-04", staff()) == ["lead"]
    assert hearing("2024-03-04", lawyer(), absence=ACCEPTED) == ["lead"]
    assert hearing("2024-03-04") == ["lead"]


def test_before_2024_there_was_no_such_duty() -> None:
    assert hearing("2023-12-29", lawyer()) == []
    assert hearing("2024-01-02", lawyer()) == ["lead"]


@pytest.mark.parametrize("person", [head(proof=None), head(organ=None)])
def test_at_such_a_hearing_too_an_unknown_head_is_unknown(person: Any) -> None:
    assert hearing("2024-03-04", person) == ["undetermined"]


def test_a_reconsideration_hearing_whose_attendance_nobody_recorded_is_undetermined() -> None:
    found = result(reconsideration(hearings=[{"on": "2024-03-04"}]), as_of="2024-12-31")
    assert outcomes(found, "9") == ["undetermined"]
    assert findings(found, "9")[0].missing == ("hearings[2024-03-04].attendance",)
