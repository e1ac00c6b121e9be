"""A trace step by step: the question, the facts it was asked of, the answer. What templates show of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum

import msgspec
from django.utils.functional import Promise

from accountability.assessment_text import language_in_use
from accountability.findings import Finding
from accountability.labels import LABELS
from accountability.outcomes import Result
from accountability.screens.lights import Light, light_of
from accountability.screens.questions import COMPARED_WITH, FACTS, QUESTIONS, SHOWN_WITH
from accountability.screens.wording import said_by_step, term, written
from accountability.trace import FLIP, Step, Trace
from litigation.duties.duty import Status
from litigation.labels import LABELS as LITIGATION_LABELS
from litigation.law.loader import load_law
from litigation.law.sentences import Scalar
from litigation.vocabulary import ConductSource

ALWAYS = "always"


class FactTold(msgspec.Struct, frozen=True):
    """One fact of the record as a step was given it."""

    name: str | Promise
    value: str | Promise


class StepTold(msgspec.Struct, frozen=True, kw_only=True):
    """``asked`` is false for the last step of a chain, which asks nothing; ``decides`` is what it says if it holds."""

    question: str | Promise
    facts: tuple[FactTold, ...]
    asked: bool
    holds: bool
    said: str
    decides: Light | None


def steps_told(finding: Finding) -> list[StepTold]:
    """The steps of the trace in the order in which they were asked."""
    return [
        StepTold(
            question=QUESTIONS.get(step.key, step.key),
            facts=tuple(_facts(step)),
            asked=step.predicate != ALWAYS,
            holds=step.holds,
            said=said,
            decides=light_of(step.then) if step.holds else None,
        )
        for step, said in zip(finding.trace.steps, said_by_step(finding), strict=True)
    ]


def reading_tried(trace: Trace) -> str | None:
    """The key of the reading that alone removes the breach, where one does."""
    return next((str(step.params["reading"]) for step in trace.steps if step.key == FLIP), None)


def _facts(step: Step) -> Iterator[FactTold]:
    names = dict.fromkeys((*step.operands, *(SHOWN_WITH.get(step.key, ()) if step.holds else ())))
    for name in names:
        value = step.params.get(name)
        # ``head`` may be the word that ``left`` is compared with.
        if name not in COMPARED_WITH and name in FACTS and value != name:
            yield FactTold(FACTS[name], _value(name, value))


def _value(name: str, value: Scalar) -> str | Promise:
    if value is None:
        return term("unknown")
    if isinstance(value, bool):
        return term("yes" if value else "no")
    if isinstance(value, date):
        return written(value)
    return _WORDS[name](str(value)) if name in _WORDS else term(str(value))


def _labelled(labels: Mapping[type[StrEnum], Mapping[str, Promise]], terms: type[StrEnum]) -> _Word:
    return lambda token: labels[terms].get(token, token)


def _limit(code: str) -> str:
    limit = load_law().limits.get(code)
    if limit is None:
        return code
    return f"{code} {limit.name.zh if language_in_use() == 'zh' else limit.name.en}"


_Word = Callable[[str], str | Promise]
#: Rules name a source by its key in the sentences, ``source.inspection``.
_SOURCE = _labelled(LITIGATION_LABELS, ConductSource)
#: Codes that the terms of the sentences do not name, or share with another vocabulary.
_WORDS: Mapping[str, _Word] = {
    "status": _labelled(LABELS, Status),
    "otherwise": _labelled(LABELS, Result),
    "source": lambda token: _SOURCE(token.removeprefix("source.")),
    "rule": _limit,
}
