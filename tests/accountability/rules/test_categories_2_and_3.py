"""N6.2 and N6.3: nobody came, somebody left, only lawyers came (B.2, B.3; AMB-20, AMB-21; rulings.md 15, 17)."""

from __future__ import annotations

from typing import Any

import pytest

from litigation.facts import CaseFacts
from litigation.law.in_force import LawInForce
from tests.cast import case, findings, head, held, lawyer, outcomes, result, staff, taking

FIRST, SECOND, LATER = "2021-03-25", "2021-04-22", "2021-12-31"
ACCEPTED = {"formal": True, "accepted": True}


def said(
    code: str, *hearings: Any, law: LawInForce | None = None, as_of: str = LATER, **facts: Any
) -> list[str]:
    return outcomes(result(case(hearings=list(hearings), **facts), as_of=as_of, law=law), code)


# (2): the party.


def test_nobody_came_though_duly_summoned() -> None:
    assert said("2", held(FIRST)) == ["breach"]


@pytest.mark.parametrize("person", [head(), staff(), lawyer(), head("BJ"), staff(proof=False)])
def test_whoever_came_for_the_respondent_the_party_appeared(person: Any) -> None:
    assert said("2", held(FIRST, person)) == ["clear"]


@pytest.mark.parametrize("ground", ["force_majeure", "accident"])
def test_force_majeure_and_accident_excuse_the_party(ground: str) -> None:
    assert said("2", held(FIRST, absence={"ground": ground, **ACCEPTED})) == ["clear"]


@pytest.mark.parametrize("ground", ["irreplaceable_duty", "other"])
def test_an_official_duty_excuses_the_head_and_not_the_party(ground: str) -> None:
    assert said("2", held(FIRST, absence={"ground": ground, **ACCEPTED})) == ["breach"]


def test_a_reason_the_court_did_not_accept_excuses_nobody() -> None:
    absence = {"ground": "force_majeure", "formal": True, "accepted": False}
    assert said("2", held(FIRST, absence=absence)) == ["breach"]


def test_a_reason_the_court_has_not_decided_on_leaves_it_undetermined() -> None:
    found = result(
        case(hearings=[held(FIRST, absence={"ground": "force_majeure", "formal": True})]), as_of=LATER
    )
    assert outcomes(found, "2") == ["undetermined"]
    assert findings(found, "2")[0].missing[0].startswith(f"hearings[{FIRST}].absence")


def test_a_defective_summons_excuses() -> None:
    """rulings.md 15."""
    assert said("2", held(FIRST, summons_valid=False)) == ["clear"]
    assert said("3", held(FIRST, summons_valid=False)) == ["clear"]
    assert said("9", held(FIRST, summons_valid=False)) in ([], ["clear"])


def test_a_summons_of_unknown_validity_leaves_nobody_there_undetermined() -> None:
    found = result(case(hearings=[held(FIRST, summons_valid=None)]), as_of=LATER)
    for code in ("2", "3"):
        assert outcomes(found, code) == ["undetermined"]
        assert findings(found, code)[0].missing == (f"hearings[{FIRST}].summons_valid",)


def test_a_summons_served_three_days_before_needs_no_word_on_its_validity() -> None:
    papers = [{"document": "summons", "on": "2021-03-01", "hearing_on": FIRST}]
    assert said("2", held(FIRST, summons_valid=None), received=papers) == ["breach"]


def test_attendance_nobody_recorded_leaves_2_and_3_undetermined() -> None:
    """rulings.md 17."""
    found = result(case(hearings=[{"on": FIRST, "summons_valid": True}]), as_of=LATER)
    for code in ("2", "3"):
        assert outcomes(found, code) == ["undetermined"]
        assert findings(found, code)[0].missing == (f"hearings[{FIRST}].attendance",)


def test_the_party_left_without_leave() -> None:
    assert said("2", held(FIRST, head(), staff(), left_without_leave="party")) == ["breach"]
    law = taking(AMB_20="whole_party")
    assert said("2", held(FIRST, head(), staff(), left_without_leave="party"), law=law) == ["breach"]


def test_the_head_left_while_agents_stayed_turns_on_amb_20() -> None:
    hearing = held(FIRST, head(), staff(), left_without_leave="head")
    assert said("2", hearing) == ["reading_dependent"]
    assert said("2", hearing, law=taking(AMB_20="whole_party")) == ["clear"]


def test_each_hearing_is_tested_by_itself() -> None:
    assert said("2", held(FIRST, head(), staff()), held(SECOND)) == ["clear", "breach"]


@pytest.mark.parametrize(
    ("kind", "instance"),
    [
        ("reconsideration", "none"),
        ("labour_arbitration", "none"),
        ("arbitration", "none"),
        ("litigation", "retrial_review"),
    ],
)
def test_cases_without_attendance_are_not_tested(kind: str, instance: str) -> None:
    found = result(case(kind=kind, instance=instance, hearings=[held(FIRST)]), as_of=LATER)
    assert [str(found.categories[number]) for number in (2, 3)] == ["not_applicable"] * 2


def test_without_a_hearing_held_by_as_of_nothing_is_tested() -> None:
    assert [str(result(case(), as_of=LATER).categories[number]) for number in (2, 3)] == [
        "not_applicable"
    ] * 2
    early = result(case(hearings=[held(FIRST)]), as_of="2021-03-24")
    assert str(early.categories[2]) == "not_applicable"


# (3): head or staff.


def test_lawyers_alone() -> None:
    assert said("3", held(FIRST, lawyer(), lawyer())) == ["breach"]
    assert said("2", held(FIRST, lawyer(), lawyer())) == ["clear"]


def test_nobody_at_all_is_both_2_and_3() -> None:
    assert said("3", held(FIRST)) == ["breach"]
    assert said("2", held(FIRST)) == ["breach"]


@pytest.mark.parametrize("person", [head(), head(rank="principal"), staff()])
def test_a_qualified_head_or_qualified_staff_clears_it(person: Any) -> None:
    assert said("3", held(FIRST, person, lawyer())) == ["clear"]


def test_an_accepted_reason_excuses_the_head_and_not_the_staff() -> None:
    absence = {"ground": "irreplaceable_duty", **ACCEPTED}
    assert said("3", held(FIRST, lawyer(), absence=absence)) == ["breach"]
    assert said("3", held(FIRST, staff(), absence=absence)) == ["clear"]


@pytest.mark.parametrize("person", [head("BJ", proof=False), head(proof=False), staff(proof=False)])
def test_someone_who_surely_does_not_qualify_clears_nothing(person: Any) -> None:
    assert said("3", held(FIRST, person)) == ["breach"]


@pytest.mark.parametrize(
    ("person", "fact"),
    [
        (head(proof=None), "attendance[head].proof"),
        (head(organ=None), "attendance[head].organ"),
        (staff(proof=None), "attendance[staff].proof"),
        (staff(organ=None), "attendance[staff].organ"),
    ],
)
def test_someone_who_may_qualify_leaves_it_undetermined_and_says_what_is_missing(
    person: Any, fact: str
) -> None:
    found = result(case(hearings=[held(FIRST, person)]), as_of=LATER)
    assert outcomes(found, "3") == ["undetermined"]
    assert findings(found, "3")[0].missing == (f"hearings[{FIRST}].{fact}",)


@pytest.mark.parametrize("person", [head("BJ"), staff("BJ")])
def test_somebody_of_another_organ_may_stand_for_the_respondent_s_staff_or_not(person: Any) -> None:
    """Art 10(2): staff of a lower or entrusted organ may count; whether BJ is one the record does not say."""
    assert said("3", held(FIRST, person)) == ["undetermined"]
    assert said("3", held(FIRST, person), handling_units=["BJ"]) == ["clear"]


def test_the_head_at_the_first_hearing_is_enough() -> None:
    """四 chapeau; art 7(1)."""
    assert said("3", held(FIRST, head(), staff()), held(SECOND, lawyer())) == ["clear", "clear"]


def test_under_amb_21_each_hearing_is_tested() -> None:
    hearings = held(FIRST, head(), staff()), held(SECOND, lawyer())
    assert said("3", *hearings, law=taking(AMB_21="each_hearing")) == ["clear", "breach"]
    notes = result(case(hearings=list(hearings)), as_of=LATER).notes
    assert [note.reading for note in notes if note.category == 3] == ["AMB-21"]


def test_a_head_duly_called_again_does_not_live_on_the_first_hearing() -> None:
    again = held(SECOND, lawyer(), renewed_notice_on="2021-04-10")
    assert said("3", held(FIRST, head(), staff()), again) == ["clear", "breach"]


def test_a_notice_that_came_too_late_calls_nobody() -> None:
    again = held(SECOND, lawyer(), renewed_notice_on="2021-04-20")
    assert said("3", held(FIRST, head(), staff()), again) == ["clear", "clear"]


def test_whether_the_head_came_elsewhere_can_be_what_is_missing() -> None:
    unknown = {"on": FIRST, "summons_valid": True}
    found = result(case(hearings=[unknown, held(SECOND, lawyer())]), as_of=LATER)
    assert outcomes(found, "3") == ["undetermined", "undetermined"]
    assert findings(found, "3")[1].missing == (f"hearings[{FIRST}].attendance",)


def test_a_hearing_after_as_of_has_not_excused_anybody() -> None:
    hearings = held(FIRST, lawyer()), held(SECOND, head(), staff())
    assert said("3", *hearings, as_of="2021-04-01") == ["breach"]
    assert said("3", *hearings) == ["clear", "clear"]


def test_a_head_of_a_co_respondent_by_filed_agreement_satisfies_the_duty() -> None:
    """法释〔2020〕3号 art 3."""
    assert said("3", held(FIRST, head("BJ"), lawyer()), represented_by="BJ") == ["clear"]


@pytest.mark.parametrize("instance", ["first", "second", "retrial", "remand"])
def test_each_instance_is_a_unit_of_its_own(instance: str) -> None:
    before: CaseFacts = case(hearings=[held(FIRST, head(), staff())])
    after = case("C2", instance=instance, follows="C1", hearings=[held(SECOND, lawyer())])
    assert outcomes(result(before, after, as_of=LATER, ref="C2"), "3") == ["breach"]


def test_two_hearings_on_one_day_are_two_hearings() -> None:
    morning, afternoon = held(FIRST, head(), staff(), left_without_leave="head"), held(FIRST)
    assert sorted(said("2", morning, afternoon)) == ["breach", "reading_dependent"]


@pytest.mark.parametrize("code", ["2", "3"])
def test_a_hearing_before_july_2020_is_not_held_to_the_interpretation_of_that_july(code: str) -> None:
    """B.11, B.12: 法释〔2020〕3号 is in force from 2020-07-01; until then 2018 arts 128 to 132 alone."""
    (before,) = findings(result(case(hearings=[held("2020-05-20")]), as_of=LATER), code)
    assert not [source for source in before.authority if "法释〔2020〕3号" in source]
    (after,) = findings(result(case(hearings=[held("2020-07-20")]), as_of=LATER), code)
    assert [source for source in after.authority if "法释〔2020〕3号" in source]
