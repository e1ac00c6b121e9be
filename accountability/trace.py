"""A rule is a chain of guards; its trace is the chain as far as it went, as data that can be replayed.

A guard asks one question of recorded facts. The first that holds decides. A step keeps the question, the facts and the
answer, so that ``replay`` comes to the same outcome from the trace alone, without the record and without the rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

from accountability.outcomes import Result
from litigation.law.sentences import Node, Scalar

PREDICATES: Mapping[str, Callable[..., bool]] = {
    "always": lambda: True,
    "is_true": lambda fact: fact is True,
    "is_false": lambda fact: fact is False,
    "unknown": lambda fact: fact is None,
    "equals": lambda fact, value: bool(fact == value),
    "not_after": lambda day, limit: day is not None and limit is not None and day <= limit,
    "after": lambda day, limit: day is not None and limit is not None and day > limit,
    "more_than": lambda number, limit: number is not None and number > limit,
    "differs": lambda fact, value: bool(fact != value),
}


class Guard(msgspec.Struct, frozen=True):
    """``predicate`` asked of the params named by ``operands``; when it holds the rule ends with ``then``."""

    key: str
    predicate: str
    operands: tuple[str, ...]
    params: Mapping[str, Scalar]
    then: Result
    missing: tuple[str, ...] = ()


class Step(msgspec.Struct, frozen=True):
    """A guard that was asked, with its answer."""

    key: str
    predicate: str
    operands: tuple[str, ...]
    params: Mapping[str, Scalar]
    then: Result
    holds: bool


class Trace(msgspec.Struct, frozen=True):
    """``basis``: how the days behind the facts were counted. ``steps``: the questions asked, the last of which decided."""

    steps: tuple[Step, ...]
    basis: tuple[Node, ...] = ()

    @property
    def outcome(self) -> Result:
        return self.steps[-1].then


class Decided(msgspec.Struct, frozen=True):
    outcome: Result
    trace: Trace
    missing: tuple[str, ...] = ()


class UndecidedError(RuntimeError):
    """A rule ran out of guards: its last one must be ``always``."""


class BrokenTraceError(ValueError):
    """A step's recorded answer is not what its facts give."""


def always(key: str, then: Result, **params: Scalar) -> Guard:
    """The last guard of a chain."""
    return Guard(key, "always", (), params, then)


def decide(guards: Iterable[Guard], basis: tuple[Node, ...] = ()) -> Decided:
    """Ask the guards in turn until one holds."""
    asked: list[Step] = []
    for key, predicate, operands, params, then, missing in map(msgspec.structs.astuple, guards):
        holds = PREDICATES[predicate](*[params[name] for name in operands])
        asked.append(Step(key, predicate, operands, params, then, holds))
        if holds:
            return Decided(then, Trace(tuple(asked), basis), missing)
    raise UndecidedError(f"no guard held after {[step.key for step in asked]}")


FLIP = "reading.flips"


def flipped(trace: Trace, reading: str, value: str, otherwise: Result) -> Trace:
    """``trace`` of a breach with one step more: under ``reading`` taken as ``value`` it would be ``otherwise``."""
    params: dict[str, Scalar] = {
        "reading": reading,
        "value": f"{reading}.{value}",
        "otherwise": otherwise,
        "breach": Result.BREACH,
    }
    flip = Step(FLIP, "differs", ("otherwise", "breach"), params, Result.READING_DEPENDENT, True)
    return Trace((*trace.steps, flip), trace.basis)


def replay(trace: Trace) -> Result:
    """The outcome, computed anew from the facts in the trace. BrokenTraceError where an answer does not fit its facts."""
    outcome: Result | None = None
    for index, step in enumerate(trace.steps):
        holds = _ask(step.predicate, step.operands, step.params)
        if holds != step.holds:
            raise BrokenTraceError(
                f"step {index} ({step.key}): recorded {step.holds}, its facts give {holds}"
            )
        # Only a breach is tried under other readings, and only after a step has decided it.
        if (step.key == FLIP) != (outcome is not None) or (outcome not in {None, Result.BREACH}):
            raise BrokenTraceError(f"step {index} ({step.key}) stands after the outcome {outcome}")
        outcome = step.then if holds else None
    if outcome is None:
        raise BrokenTraceError("no step decided")
    return outcome


def _ask(predicate: str, operands: tuple[str, ...], params: Mapping[str, Any]) -> bool:
    return PREDICATES[predicate](*(params[name] for name in operands))
