"""A fact dated after ``as_of`` changes nothing in the document, whatever it is (bundle.md: nothing after as_of is known).

The exceptions are days that a paper or a decision states about the future: a hearing or an evidence day set down, a day of
effect or of performance, a day to reply by. They are known with what states them, and compared with as_of where they matter.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accountability.assessment_document import as_document, to_json
from accountability.evaluate import assess
from litigation.facts import RegisterFacts
from tests.cast import (
    case,
    day,
    filed,
    got,
    head,
    held,
    judged,
    recommended,
    register,
    report,
    result,
    sent,
    served,
    usual_law,
)
from tests.litigation.duties.registers import Draw, drawn

MODERATE = settings(max_examples=60, deadline=None)
NUMBERS = st.integers(0, 2**32)
STATED = {"hearing_on", "evidence_by", "effective_on", "due_on", "reply_by"}
# Days that name another record or tell which law applies: no events of the case.
REFERENCES = {"accepted_on"}
# What dates a row: the first of these keys that it has.
DATING = ("on", "received_on")


def document(facts: RegisterFacts, as_of: date) -> str:
    return to_json(as_document(assess(facts, usual_law(), as_of)))


def is_later(value: Any, as_of: date) -> bool:
    return isinstance(value, str) and len(value) == 10 and value[4:5] == "-" and value > as_of.isoformat()


def moved(value: Any, as_of: date, by: int, key: str = "") -> Any:
    """``value`` with every event after ``as_of`` some days later still."""
    if isinstance(value, dict):
        if "duty" in value and "received_on" in value:  # a filing's received_on names the paper it covers
            return {
                **{name: moved(child, as_of, by, name) for name, child in value.items()},
                "received_on": value["received_on"],
            }
        return {name: moved(child, as_of, by, name) for name, child in value.items()}
    if isinstance(value, list | tuple):
        return [moved(child, as_of, by, key) for child in value]
    if is_later(value, as_of) and key not in STATED | REFERENCES:
        return (date.fromisoformat(value) + timedelta(days=by)).isoformat()
    return value


@MODERATE
@given(NUMBERS, st.integers(1, 400))
def test_moving_what_lies_ahead_changes_nothing(number: int, by: int) -> None:
    facts, as_of = drawn(number)
    other = msgspec.convert(moved(msgspec.to_builtins(facts), as_of, by), RegisterFacts)
    assert document(other, as_of) == document(facts, as_of)


def dated_after(row: Any, as_of: date, by: int) -> Any:
    """``row`` on a day after ``as_of``."""
    key = next(key for key in DATING if key in row)
    if row.get("duty"):
        key = "on"
    return {**row, key: (as_of + timedelta(days=by)).isoformat()}


# Not a judgment or ruling: a decision that nothing else dates gets its day from its paper, and then is not known before it.
NO_DECISION = ["complaint", "summons", "response_notice", "appearance_notice", "appeal", "enforcement_notice"]
LISTS = {
    "received": lambda draw: {**draw.received(), "document": draw.one(NO_DECISION)},
    "hearings": Draw.hearing,
    "filings": Draw.filing,
    "conduct": Draw.conduct,
    "submitted": lambda draw: {"item": draw.one(["defence", "evidence", "legal_basis"]), "on": draw.on()},
    "recommendations": lambda draw: draw.recommendation("R9"),
}


def with_more_to_come(facts: RegisterFacts, as_of: date, seed: int) -> RegisterFacts:
    """``facts`` with an entry after ``as_of`` in every list that somebody keeps."""
    draw, plain = Draw(Random(seed)), msgspec.to_builtins(facts)
    for each in plain["cases"]:
        for name, build in LISTS.items():
            if each.get(name) is not None:
                each[name] = [*each[name], dated_after(build(draw), as_of, draw.luck.randint(1, 50))]
    if plain.get("annual_reports") is not None:
        plain["annual_reports"] = [*plain["annual_reports"], dated_after(draw.annual_report(), as_of, 3)]
    return msgspec.convert(plain, RegisterFacts)


@MODERATE
@given(NUMBERS, st.integers(0, 99))
def test_an_entry_to_come_changes_nothing(number: int, seed: int) -> None:
    facts, as_of = drawn(number)
    assert document(with_more_to_come(facts, as_of, seed), as_of) == document(facts, as_of)


# One by one, so that a failure says which fact was known too early.

AS_OF = "2020-11-30"
BASIS: dict[str, Any] = {
    "received": [got("complaint", "2020-09-22"), got("summons", "2020-09-22", hearing_on="2020-12-10")],
    "submitted": [],
    "hearings": [],
    "filings": [],
    "recommendations": [recommended("2020-10-01", reply_within_days=90)],
    "conduct": [],
}
TO_COME: list[Any] = [
    pytest.param({"submitted": sent("2020-12-01")}, id="an answer"),
    pytest.param({"filings": [filed("appearance_registration", "2020-12-01")]}, id="a registration"),
    pytest.param({"hearings": [held("2020-12-10", head())]}, id="a hearing"),
    pytest.param({"decision": judged("2020-12-20", "revoked")}, id="a decision"),
    pytest.param(
        {"decision": judged("2020-12-20", "revoked", effective_on="2020-11-01", note="x")},
        id="a decision said to be in effect before it was served",
    ),
    pytest.param({"received": [*BASIS["received"], got("ruling", "2020-12-02")]}, id="a paper"),
    pytest.param(
        {
            "recommendations": [
                recommended(
                    "2020-10-01", reply_within_days=90, handled_on="2020-12-01", replied_on="2020-12-02"
                )
            ]
        },
        id="a reply",
    ),
    pytest.param({"conduct": [{"category": 1, "on": "2020-12-01", "established": True}]}, id="conduct"),
    pytest.param({"closed_on": "2020-12-01"}, id="closing"),
    pytest.param({"sensitive": {"flagged_on": "2020-12-01", "reported_on": "2020-12-02"}}, id="a flag"),
    pytest.param(
        {"evidence_extension": {"applied_on": "2020-12-01", "granted_on": "2020-12-02"}}, id="an extension"
    ),
]


@pytest.mark.parametrize("facts", TO_COME)
def test_it_is_as_if_it_were_not_recorded(facts: dict[str, Any]) -> None:
    with_it, without = (register(case(**each)) for each in ({**BASIS, **facts}, BASIS))
    assert document(with_it, day(AS_OF)) == document(without, day(AS_OF))


def test_a_report_to_come_does_not_exist_yet() -> None:
    with_it, without = register(reports=[report("AJ", 2020, "2021-01-05")]), register(reports=[])
    assert document(with_it, day("2021-01-04")) == document(without, day("2021-01-04"))


def test_an_appeal_case_in_which_nothing_has_happened_yet_does_not_say_that_there_was_an_appeal() -> None:
    """At as_of nobody knows of an appeal: the judgment has taken effect as far as the register knew on that day."""
    first = case(decision=judged("2020-10-09", "revoked"), filings=[])
    second = case(
        "C2",
        instance="second",
        follows="C1",
        received=[got("appeal", "2020-12-15")],
        decision=judged("2021-03-01", "claim_dismissed"),
    )
    alone, followed = result(first, as_of=AS_OF), result(first, second, as_of=AS_OF)
    assert followed.effective_on == alone.effective_on == day("2020-10-27")
    assert followed.categories == alone.categories


@pytest.mark.parametrize(("as_of", "known"), [("2021-01-14", False), ("2021-01-15", True)])
def test_a_stated_day_of_effect_is_compared_with_as_of(as_of: str, known: bool) -> None:
    """The exception: it is a statement of the decision, known with it, and takes hold on its day."""
    facts = case(
        decision=judged("2020-12-20", "revoked", effective_on="2021-01-15", note="公告送达"), filings=[]
    )
    assert (result(facts, as_of=as_of).effective_on is not None) is known


def test_a_day_set_to_perform_is_known_with_the_decision() -> None:
    """The exception: due_on lies ahead and is shown as the last day."""
    decision = {
        "form": "judgment",
        "outcomes": ["ordered_to_pay"],
        "services": served("2020-10-09"),
        "performance": {"due_on": "2021-06-30"},
    }
    found = result(case(instance="second", decision=decision, filings=[]), as_of=AS_OF)
    assert [str(duty.due.default) for duty in found.duties if duty.code == "performance"] == ["2021-06-30"]
