"""Who was in court, who of them counts (B.3), and what the rates count (C.7; AMB-19)."""

from __future__ import annotations

from typing import Any

import pytest

from litigation.duties.case_in_context import CaseInContext, Docket
from litigation.duties.presence import Presence, presences
from litigation.facts import CaseFacts
from litigation.law.in_force import law_in_force
from tests.cast import case, day, got, head, held, lawyer, reconsideration, register, result, staff

ON = "2021-03-25"


def seen(facts: CaseFacts, as_of: str = "2021-12-31") -> Presence:
    docket = Docket.of(register(facts), day(as_of))
    context = CaseInContext(case=docket.cases[facts.ref], docket=docket, law=law_in_force())
    (presence,) = presences(context)
    return presence


def at(*people: Any, **more: Any) -> Presence:
    facts = {
        key: more.pop(key) for key in ("unit", "role", "handling_units", "represented_by") if key in more
    }
    return seen(case(hearings=[held(ON, *people, **more)], **facts))


# Heads.


@pytest.mark.parametrize("rank", ["principal", "deputy", "deputy_level", "in_charge"])
def test_a_head_of_every_rank_counts(rank: str) -> None:
    presence = at(head(rank=rank))
    assert presence.head is True
    assert presence.principal is (rank == "principal")


def test_a_head_of_unknown_rank_counts_but_not_as_principal() -> None:
    presence = at({"role": "head", "organ": "AJ", "proof": True})
    assert (presence.head, presence.principal) == (True, False)


def test_a_head_without_proof_counts_as_not_attended() -> None:
    """Art 6: uncurable defect."""
    assert at(head(proof=False)).head is False
    assert at(head(proof=False, rank="principal")).principal is False


@pytest.mark.parametrize(
    ("person", "fact"),
    [(head(proof=None), "proof"), (head(organ=None), "organ")],
)
def test_a_head_of_unknown_proof_or_organ_is_unknown_and_the_fact_is_named(person: Any, fact: str) -> None:
    presence = at(person)
    assert presence.head is None
    assert presence.missing == (f"hearings[{ON}].attendance[head].{fact}",)


@pytest.mark.parametrize("organ", ["BJ", "JZ", "SBZX"])
def test_a_head_of_another_organ_is_no_head_of_the_respondent(organ: str) -> None:
    """法释〔2020〕3号 art 2(2)."""
    assert at(head(organ)).head is False


def test_a_county_leader_counts_where_the_justice_bureau_answers_for_the_county() -> None:
    assert at(head("XZF"), unit="SFJ", role="reconsideration_organ").head is True
    assert at(head("XZF"), unit="SFJ", role="sole").head is False


def test_one_qualified_head_among_others_is_enough() -> None:
    assert at(head("BJ"), head(proof=None), head()).head is True
    assert at(head("BJ"), head(proof=None)).head is None


# Staff.


@pytest.mark.parametrize(
    ("organ", "proof", "counts"),
    [
        ("AJ", True, True),
        ("AJ", False, False),
        ("AJ", None, None),
        (None, True, None),
        ("BJ", True, None),
        ("BJ", False, False),
    ],
)
def test_staff_counts_with_authority_and_of_the_unit_and_another_organ_s_is_unknown(
    organ: str | None, proof: bool | None, counts: bool | None
) -> None:
    """Art 10(2): whether another organ is a lower or entrusted one the record does not say."""
    assert at(staff(organ, proof)).staff is counts


def test_staff_of_the_organ_that_handled_the_act_counts() -> None:
    assert at(staff("BJ"), handling_units=["BJ"]).staff is True


@pytest.mark.parametrize("organ", ["SFJ", "BJ", "JZ"])
def test_for_the_county_the_staff_of_its_departments_and_towns_counts(organ: str) -> None:
    """2018 art 130(2); art 10(2): lower organs."""
    assert at(staff(organ), unit="XZF").staff is True


def test_a_salaried_public_lawyer_is_staff_and_an_outside_lawyer_is_not() -> None:
    assert at(staff()).staff is True
    assert at(lawyer()).staff is False


# Anyone.


def test_nobody_somebody_and_nobody_knows() -> None:
    assert at().anyone is False
    assert at(lawyer()).anyone is True
    unknown = seen(case(hearings=[{"on": ON}]))
    assert (unknown.anyone, unknown.head, unknown.staff) == (None, None, None)
    assert unknown.missing == (f"hearings[{ON}].attendance",)


def test_lawyers_only_means_neither_head_nor_staff() -> None:
    assert at(lawyer(), lawyer()).lawyers_only
    assert not at(lawyer(), staff()).lawyers_only
    assert not at(lawyer(), staff(proof=None)).lawyers_only
    assert not at().lawyers_only


# The summons, and the notice that calls the head again: three days before (S-26).


@pytest.mark.parametrize(
    ("on", "renewed"), [("2021-03-21", True), ("2021-03-22", True), ("2021-03-23", False)]
)
def test_a_renewed_notice_calls_the_head_if_it_came_three_days_before(on: str, renewed: bool) -> None:
    presence = at(head(), renewed_notice_on=on)
    assert (presence.renewed, presence.renewed_too_late) == (renewed, not renewed)


@pytest.mark.parametrize(
    ("recorded", "served_on", "valid"),
    [
        (True, None, True),
        (False, "2021-03-01", False),
        (None, "2021-03-22", True),
        (None, "2021-03-23", None),
        (None, None, None),
    ],
)
def test_a_summons_is_valid_as_recorded_or_when_it_surely_came_in_time(
    recorded: bool | None, served_on: str | None, valid: bool | None
) -> None:
    papers = [got("summons", served_on, hearing_on=ON)] if served_on else []
    facts = case(received=papers, hearings=[held(ON, summons_valid=recorded)])
    assert seen(facts).summons is valid


def test_a_summons_for_another_day_says_nothing() -> None:
    facts = case(
        received=[got("summons", "2021-03-01", hearing_on="2021-04-08")],
        hearings=[held(ON, summons_valid=None)],
    )
    assert seen(facts).summons is None


@pytest.mark.parametrize("on", ["2020-01-15", "2020-06-30", "2020-07-01"])
def test_a_hearing_before_the_interpretation_of_2020_can_be_tested(on: str) -> None:
    """法释2018 art 71 already asks for three days; art 5(2) of 2020 came on 2020-07-01 (B.11)."""
    facts = case(
        received=[got("summons", "2020-01-02", hearing_on=on)],
        hearings=[held(on, staff(), summons_valid=None, renewed_notice_on="2020-01-02")],
    )
    assert seen(facts).summons is True


# Reasons.


@pytest.mark.parametrize(
    ("absence", "excused"),
    [
        (None, False),
        ({"ground": "irreplaceable_duty", "formal": True, "accepted": True}, True),
        ({"ground": "other", "formal": True, "accepted": False}, False),
        ({"ground": "irreplaceable_duty", "formal": False}, False),
        ({"ground": "irreplaceable_duty", "formal": True}, None),
        ({"ground": "force_majeure"}, None),
    ],
)
def test_the_court_decides_whether_the_head_is_excused(absence: Any, excused: bool | None) -> None:
    assert at(staff(), absence=absence).excused is excused


@pytest.mark.parametrize(
    ("ground", "excused"),
    [
        ("force_majeure", True),
        ("accident", True),
        ("irreplaceable_duty", False),
        ("other", False),
        (None, None),
    ],
)
def test_the_whole_party_is_excused_by_force_majeure_or_accident_only(
    ground: str | None, excused: bool | None
) -> None:
    """B.2."""
    assert at(absence={"ground": ground, "formal": True, "accepted": True}).party_excused is excused


# Rates (C.7): numerator and denominator.


def rates(*hearings: Any, as_of: str = "2021-12-31", **facts: Any) -> tuple[int, ...]:
    found = result(case(hearings=list(hearings), **facts), as_of=as_of).attendance
    return (
        found.due,
        found.appeared,
        found.excused,
        found.renewed_due,
        found.renewed_honoured,
        found.principal,
    )


EXCUSE = {"ground": "irreplaceable_duty", "formal": True, "accepted": True}


def test_a_case_counts_once_however_many_hearings_it_had() -> None:
    assert rates(held(ON, head()), held("2021-04-25", staff())) == (1, 1, 0, 0, 0, 0)
    assert rates(held(ON, head(rank="principal")), held("2021-04-25", head(rank="principal"))) == (
        1,
        1,
        0,
        0,
        0,
        1,
    )


def test_without_a_hearing_it_is_not_counted() -> None:
    assert rates() == (0, 0, 0, 0, 0, 0)
    assert rates(held(ON, head()), as_of="2021-03-24") == (0, 0, 0, 0, 0, 0)


def test_an_excused_absence_stays_in_the_denominator_and_is_shown() -> None:
    assert rates(held(ON, staff(), absence=EXCUSE)) == (1, 0, 1, 0, 0, 0)


def test_one_unexcused_hearing_is_no_excused_absence() -> None:
    assert rates(held(ON, staff(), absence=EXCUSE), held("2021-04-25", staff())) == (1, 0, 0, 0, 0, 0)


def test_a_renewed_notice_is_counted_by_itself() -> None:
    hearings = held(ON, head()), held("2021-04-25", staff(), renewed_notice_on="2021-04-10")
    assert rates(*hearings) == (1, 1, 0, 1, 0, 0)
    assert rates(hearings[0], held("2021-04-25", head(), renewed_notice_on="2021-04-10")) == (
        1,
        1,
        0,
        1,
        1,
        0,
    )
    assert rates(hearings[0], held("2021-04-25", staff(), renewed_notice_on="2021-04-24")) == (
        1,
        1,
        0,
        0,
        0,
        0,
    )


def test_a_respondent_represented_by_another_s_head_leaves_its_own_denominator() -> None:
    assert rates(held(ON, head("BJ")), represented_by="BJ") == (0, 0, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("kind", "instance"),
    [("litigation", "retrial_review"), ("arbitration", "none"), ("labour_arbitration", "none")],
)
def test_cases_without_attendance_are_not_counted(kind: str, instance: str) -> None:
    facts = case(kind=kind, instance=instance, hearings=[held(ON, head())])
    assert result(facts, as_of="2021-12-31").attendance.due == 0
    assert result(reconsideration(hearings=[held(ON, head())]), as_of="2021-12-31").attendance.due == 0
