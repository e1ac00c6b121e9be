"""A trace is a chain of questions with their answers, and comes to its outcome without rule or record."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from accountability.outcomes import Result, worst
from accountability.trace import (
    BrokenTraceError,
    Decided,
    Guard,
    Trace,
    UndecidedError,
    always,
    decide,
    flipped,
    replay,
)
from litigation.law.sentences import Scalar
from tests.cast import case, day, findings, got, held, result, sent, staff


def chain() -> Decided:
    params: dict[str, Scalar] = {
        "done": day("2020-10-10"),
        "due": day("2020-10-09"),
        "status": "late",
        "lapsed": "lapsed",
    }
    return decide(
        (
            Guard("lapsed", "equals", ("status", "lapsed"), params, Result.CLEAR),
            Guard("in_time", "not_after", ("done", "due"), params, Result.CLEAR),
            always("late", Result.BREACH, **params),
        )
    )


def test_the_first_guard_that_holds_decides_and_the_trace_ends_with_it() -> None:
    decided = chain()
    assert decided.outcome is Result.BREACH
    assert [(step.key, step.holds) for step in decided.trace.steps] == [
        ("lapsed", False),
        ("in_time", False),
        ("late", True),
    ]


def test_a_guard_that_holds_first_keeps_later_ones_from_being_asked() -> None:
    params = {"head": True, "staff": None}
    decided = decide(
        (
            Guard("came", "is_true", ("head",), params, Result.CLEAR),
            Guard("unknown", "unknown", ("staff",), params, Result.UNDETERMINED, ("x",)),
        )
    )
    assert (decided.outcome, decided.missing) == (Result.CLEAR, ())
    assert len(decided.trace.steps) == 1


def test_a_chain_that_decides_nothing_is_an_error() -> None:
    with pytest.raises(UndecidedError, match="came"):
        decide((Guard("came", "is_true", ("head",), {"head": None}, Result.CLEAR),))


@pytest.mark.parametrize(
    ("predicate", "operands", "holds", "fails"),
    [
        ("is_true", 1, [(True,)], [(False,), (None,)]),
        ("is_false", 1, [(False,)], [(True,), (None,)]),
        ("unknown", 1, [(None,)], [(False,), (True,), ("",), (0,)]),
        ("equals", 2, [("a", "a")], [("a", "b"), (None, "b")]),
        ("differs", 2, [("a", "b"), ("a", None)], [("a", "a"), (None, None)]),
        (
            "not_after",
            2,
            [("2020-10-09", "2020-10-09"), ("2020-10-08", "2020-10-09")],
            [("2020-10-10", "2020-10-09"), (None, "2020-10-09"), ("2020-10-09", None)],
        ),
        (
            "after",
            2,
            [("2020-10-10", "2020-10-09")],
            [("2020-10-09", "2020-10-09"), (None, "2020-10-09"), ("2020-10-10", None)],
        ),
    ],
)
def test_an_unknown_fact_answers_no_question_but_whether_it_is_unknown(
    predicate: str, operands: int, holds: list[tuple[object, ...]], fails: list[tuple[object, ...]]
) -> None:
    names = ("a", "b")[:operands]
    for facts, expected in [(facts, True) for facts in holds] + [(facts, False) for facts in fails]:
        params = dict(zip(names, facts, strict=True))
        guards = (Guard("asked", predicate, names, params, Result.LEAD), always("else", Result.CLEAR))  # type: ignore[arg-type]
        assert (decide(guards).outcome is Result.LEAD) is expected, (predicate, facts)


def test_replay_comes_to_the_outcome_from_the_trace_alone() -> None:
    assert replay(chain().trace) is Result.BREACH


def tampered(trace: Trace, index: int, **changes: object) -> Trace:
    steps = list(trace.steps)
    steps[index] = replace(steps[index], **changes)
    return Trace(tuple(steps), trace.basis)


def test_a_changed_fact_breaks_the_trace() -> None:
    trace = chain().trace
    params = {**trace.steps[1].params, "done": day("2020-10-08")}
    with pytest.raises(BrokenTraceError, match="in_time"):
        replay(tampered(trace, 1, params=params))


def test_a_changed_answer_breaks_the_trace() -> None:
    with pytest.raises(BrokenTraceError, match="step 1"):
        replay(tampered(chain().trace, 1, holds=True))
    with pytest.raises(BrokenTraceError):
        replay(tampered(chain().trace, 2, holds=False))


def test_a_step_left_out_at_the_end_breaks_the_trace() -> None:
    with pytest.raises(BrokenTraceError, match="no step decided"):
        replay(Trace(chain().trace.steps[:-1]))


def test_a_step_after_the_one_that_decided_breaks_the_trace() -> None:
    trace = chain().trace
    with pytest.raises(BrokenTraceError):
        replay(Trace((*trace.steps, trace.steps[-1])))


def test_an_empty_trace_decides_nothing() -> None:
    with pytest.raises(BrokenTraceError):
        replay(Trace(()))


def test_a_changed_outcome_no_longer_fits_the_finding() -> None:
    (finding,) = findings(result(case(hearings=[held("2021-03-25", staff())]), as_of="2021-12-31"), "9")
    assert replay(tampered(finding.trace, -1, then=Result.CLEAR)) is not finding.outcome


def test_a_flip_stands_after_a_breach_and_says_which_reading_removes_it() -> None:
    trace = flipped(chain().trace, "AMB-01", "working", Result.CLEAR)
    assert replay(trace) is Result.READING_DEPENDENT
    assert trace.outcome is Result.READING_DEPENDENT
    assert (trace.steps[-1].params["reading"], trace.steps[-1].params["value"]) == (
        "AMB-01",
        "AMB-01.working",
    )


def test_a_flip_that_flips_nothing_breaks_the_trace() -> None:
    trace = flipped(chain().trace, "AMB-01", "working", Result.BREACH)
    with pytest.raises(BrokenTraceError):
        replay(trace)


def test_a_flip_of_anything_but_a_breach_breaks_the_trace() -> None:
    clear = decide((always("clear", Result.CLEAR),)).trace
    with pytest.raises(BrokenTraceError):
        replay(flipped(clear, "AMB-01", "working", Result.CLEAR))


def test_a_flip_without_its_breach_breaks_the_trace() -> None:
    flip = flipped(chain().trace, "AMB-01", "working", Result.CLEAR).steps[-1]
    with pytest.raises(BrokenTraceError):
        replay(Trace((flip,)))


def test_the_basis_of_a_finding_about_a_duty_is_the_arithmetic_of_the_duty() -> None:
    found = result(
        case(received=[got("complaint", "2020-09-22")], submitted=sent("2020-10-10", "defence")),
        as_of="2021-06-30",
    )
    finding = next(each for each in findings(found, "4") if each.duty == "defence")
    keys = [node.key for node in finding.trace.basis]
    assert "period.days" in keys
    assert "period.rolled" in keys
    assert "duty.late" in keys


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ((), Result.CLEAR),
        ((Result.CLEAR, Result.LEAD), Result.LEAD),
        ((Result.LEAD, Result.UNDETERMINED), Result.UNDETERMINED),
        ((Result.UNDETERMINED, Result.READING_DEPENDENT), Result.READING_DEPENDENT),
        ((Result.READING_DEPENDENT, Result.BREACH, Result.LEAD), Result.BREACH),
    ],
)
def test_the_worst_result_is_breach_then_reading_dependent_then_undetermined_then_lead(
    results: tuple[Result, ...], expected: Result
) -> None:
    assert worst(results) is expected
