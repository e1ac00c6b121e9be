"""What holds of every register at every day: no exception, a valid document, replayable traces, words without holes."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from accountability import assessment_document
from accountability.assessment_document import as_document, to_json
from accountability.evaluate import Assessment, assess
from accountability.explanations import explain, explain_duty, explain_note
from accountability.findings import Finding
from accountability.outcomes import Result
from accountability.trace import BrokenTraceError, Trace, replay
from litigation.bundle.generate import generate
from litigation.duties.duty import Duty, Status
from litigation.facts import RegisterFacts
from litigation.law.in_force import LawInForce, law_in_force
from litigation.law.sentences import LANGUAGES
from tests.cast import usual_law
from tests.litigation.duties.registers import drawn

MODERATE = settings(max_examples=60, deadline=None)
NUMBERS = st.integers(0, 2**32)
SEEDED = [
    (seed, day)
    for seed in (1, 2)
    for day in ("2020-12-31", "2022-06-30", "2024-02-19", "2026-10-31", "2027-12-31")
]


@cache
def schema() -> Draft202012Validator:
    path = Path(assessment_document.__file__).with_name("assessment-1.schema.json")
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


@cache
def generated(seed: int) -> RegisterFacts:
    return generate(250, seed)


def thorough(register: RegisterFacts, day: date) -> Assessment:
    return assess(register, usual_law(), day, thorough=True)


def every_finding(assessment: Assessment) -> Iterator[Finding]:
    for case in assessment.cases:
        yield from case.tested
    for unit in assessment.units:
        yield from unit.tested


def every_duty(assessment: Assessment) -> Iterator[Duty]:
    for case in assessment.cases:
        yield from case.duties
    for unit in assessment.units:
        yield from unit.duties


def every_text(assessment: Assessment) -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        for finding in every_finding(assessment):
            yield language, explain(finding, language)
        for duty in every_duty(assessment):
            yield language, explain_duty(duty, language)
        for case in assessment.cases:
            for note in case.notes:
                yield language, explain_note(note, language)


# Words without holes.

HOLE = re.compile(r"[{}]|None|\bnan\b|<|。；|；。|，。|。。|，，|；；|^[；，。;,.]|\. ;|;\s*;")
CODE = re.compile(r"[a-z]+_[a-z]+")


def check_words(assessment: Assessment) -> None:
    for language, text in every_text(assessment):
        assert not (hole := HOLE.search(text)), (hole and hole[0], text)
        if language == "zh":
            assert not CODE.search(text), text


def check_traces(assessment: Assessment) -> None:
    for finding in every_finding(assessment):
        assert replay(finding.trace) is finding.outcome
        assert bool(finding.missing) is (finding.outcome is Result.UNDETERMINED)
        assert finding.authority[0] == f"N6.{finding.category}"


def check_duties(assessment: Assessment) -> None:
    as_of = assessment.as_of
    for duty in every_duty(assessment):
        due, done = duty.due.default, duty.done_on
        if duty.status is Status.MISSED:
            assert due is not None
            assert as_of > due
            assert done is None
            assert duty.days_late == (as_of - due).days
        elif duty.status is Status.LATE:
            assert due is not None
            assert done is not None
            assert done > due
            assert duty.days_late == (done - due).days
        elif duty.status is Status.OPEN:
            assert due is None or as_of <= due
        elif duty.status is Status.MET:
            assert done is not None
            assert due is None or done <= due
        elif duty.status is Status.UNDETERMINED:
            assert duty.missing
        if duty.status is not Status.UNDETERMINED:
            assert not duty.missing
        assert done is None or done <= as_of
        assert duty.trigger.on is None or duty.trigger.on <= as_of or duty.trigger.event is not None


@MODERATE
@given(NUMBERS)
def test_any_register_at_any_day_is_assessed(number: int) -> None:
    assessment = thorough(*drawn(number))
    schema().validate(as_document(assessment))
    check_duties(assessment)
    check_traces(assessment)


@MODERATE
@given(NUMBERS)
def test_every_explanation_is_a_text_without_holes(number: int) -> None:
    check_words(thorough(*drawn(number)))


@pytest.mark.parametrize(("seed", "day"), SEEDED)
def test_a_county_s_register_is_assessed_explained_and_replayed(seed: int, day: str) -> None:
    assessment = thorough(generated(seed), date.fromisoformat(day))
    schema().validate(as_document(assessment))
    check_duties(assessment)
    check_traces(assessment)
    check_words(assessment)


@pytest.mark.parametrize("month", range(0, 96, 5))
def test_no_day_from_2020_to_2027_stops_the_assessment(month: int) -> None:
    day = date(2020 + month // 12, month % 12 + 1, 1 + month % 28)
    document = as_document(assess(generated(1), usual_law(), day))
    assert document["as_of"] == day.isoformat()


# A tampered trace.


@MODERATE
@given(NUMBERS)
def test_a_trace_with_any_answer_turned_round_raises(number: int) -> None:
    for finding in every_finding(thorough(*drawn(number, most=1))):
        for index, step in enumerate(finding.trace.steps):
            steps = list(finding.trace.steps)
            steps[index] = replace(step, holds=not step.holds)
            with pytest.raises(BrokenTraceError):
                replay(Trace(tuple(steps), finding.trace.basis))


# Reading-dependent: a breach by default, and none under exactly the reading named.


def outcomes_of(assessment: Assessment) -> dict[Any, set[Result]]:
    """What was said of each subject, by case or unit and identity of the finding."""
    found: dict[Any, set[Result]] = {}
    for case in assessment.cases:
        for finding in case.tested:
            found.setdefault((case.ref, finding.identity), set()).add(finding.outcome)
    for unit in assessment.units:
        for finding in unit.tested:
            found.setdefault((unit.code, finding.identity), set()).add(finding.outcome)
    return found


@cache
def without_alternatives(key: str | None = None, value: str = "") -> LawInForce:
    """The law with nothing to try, by the defaults or with one reading chosen."""
    nothing: dict[str, frozenset[str]] = {name: frozenset() for name in usual_law().law.readings}
    return law_in_force(chosen={key: value} if key else None, enabled=nothing)


@MODERATE
@given(NUMBERS)
def test_a_reading_dependent_finding_is_a_breach_by_default_and_none_under_the_reading_it_names(
    number: int,
) -> None:
    register, day = drawn(number)
    default = outcomes_of(assess(register, without_alternatives(), day))
    for case in assess(register, usual_law(), day).cases:
        for finding in case.findings:
            if finding.outcome is Result.READING_DEPENDENT:
                params = finding.trace.steps[-1].params
                key, value = str(params["reading"]), str(params["value"]).partition(".")[2]
                other = outcomes_of(assess(register, without_alternatives(key, value), day, thorough=True))
                assert default[case.ref, finding.identity] == {Result.BREACH}
                assert Result.BREACH not in other.get((case.ref, finding.identity), set())


@MODERATE
@given(NUMBERS)
def test_a_breach_that_is_left_is_one_under_every_enabled_reading(number: int) -> None:
    register, day = drawn(number)
    left = [
        (case.ref, finding.identity)
        for case in assess(register, usual_law(), day).cases
        for finding in case.findings
        if finding.outcome is Result.BREACH
    ]
    for key, value in usual_law().readings.alternatives if left else ():
        other = outcomes_of(assess(register, without_alternatives(key, value), day, thorough=True))
        for subject in left:
            assert {Result.BREACH, Result.UNDETERMINED} & other.get(subject, set()), (key, subject)


# An open duty.


def identified(assessment: Assessment) -> dict[Any, Duty]:
    """The duties by what is owed, about what and until when; those of which there are two alike are left out."""
    found: dict[Any, list[Duty]] = {}
    for case in assessment.cases:
        for duty in case.duties:
            key = (case.ref, duty.code, duty.trigger, duty.rule, duty.due, duty.recommendation)
            found.setdefault(key, []).append(duty)
    return {key: duties[0] for key, duties in found.items() if len(duties) == 1}


@MODERATE
@given(NUMBERS, st.integers(1, 20))
def test_an_open_duty_is_not_missed_before_its_due_day_has_passed(number: int, passed: int) -> None:
    register, day = drawn(number)
    later = day + timedelta(days=passed)
    before, after = identified(thorough(register, day)), identified(thorough(register, later))
    for key, duty in before.items():
        due, now = duty.due.default, after.get(key)
        if duty.status is Status.OPEN and due is not None and later <= due and now is not None:
            assert now.status in {Status.OPEN, Status.MET, Status.LAPSED, Status.UNDETERMINED}, now


# Order of input.


def shuffled(value: Any, luck: random.Random) -> Any:
    if isinstance(value, dict):
        return {key: shuffled(child, luck) for key, child in value.items()}
    if isinstance(value, list | tuple):
        mixed = [shuffled(child, luck) for child in value]
        luck.shuffle(mixed)
        return mixed
    return value


def in_other_order(register: RegisterFacts, seed: int) -> RegisterFacts:
    return msgspec.convert(shuffled(msgspec.to_builtins(register), random.Random(seed)), RegisterFacts)


@MODERATE
@given(NUMBERS, st.integers(0, 99))
def test_the_order_of_the_input_changes_no_byte(number: int, seed: int) -> None:
    register, day = drawn(number)
    first, second = (
        to_json(as_document(assess(each, usual_law(), day)))
        for each in (register, in_other_order(register, seed))
    )
    assert first == second


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_a_county_s_register_changes_no_byte(seed: int) -> None:
    day = date(2024, 2, 19)
    first = to_json(as_document(assess(generated(seed), usual_law(), day)))
    assert to_json(as_document(assess(in_other_order(generated(seed), 7), usual_law(), day))) == first


def test_the_same_facts_law_and_day_give_the_same_bytes() -> None:
    texts = {to_json(as_document(assess(generated(1), law_in_force(), date(2024, 2, 19)))) for _ in range(2)}
    assert len(texts) == 1
