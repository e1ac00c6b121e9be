"""How traces and derivations are kept: JSON under a version number, with every day marked as one.

A parameter of a sentence is text, number, truth value or day. JSON has no days, so a day is kept as ``{"day": "2021-03-01"}``:
what is read back is equal to what was written, replays to the same outcome and renders to the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import msgspec

from accountability.findings import Note, Subject
from accountability.outcomes import Result
from accountability.trace import Step, Trace
from litigation.law.sentences import Node, Scalar

VERSION = 1
DAY = "day"


class UnknownTraceVersionError(ValueError):
    """A trace was stored by a newer program, or the row is damaged."""


def encode_trace(trace: Trace) -> str:
    """``trace`` as text, the same for equal traces."""
    return _text({"v": VERSION, "steps": [_step(step) for step in trace.steps], "basis": _nodes(trace.basis)})


def decode_trace(text: str) -> Trace:
    """The trace that ``encode_trace`` wrote. Raises UnknownTraceVersionError."""
    data = _read(text)
    steps = tuple(
        Step(
            key=step["key"],
            predicate=step["predicate"],
            operands=tuple(step["operands"]),
            params=_params_of(step["params"]),
            then=Result(step["then"]),
            holds=step["holds"],
        )
        for step in data["steps"]
    )
    return Trace(steps=steps, basis=_nodes_of(data["basis"]))


def encode_nodes(nodes: Iterable[Node]) -> str:
    """A derivation as text, the same for equal derivations."""
    return _text({"v": VERSION, "nodes": _nodes(nodes)})


def decode_nodes(text: str) -> tuple[Node, ...]:
    """The derivation that ``encode_nodes`` wrote. Raises UnknownTraceVersionError."""
    return _nodes_of(_read(text)["nodes"])


def encode_words(words: Iterable[str]) -> str:
    """A list of words as text of a JSON column."""
    return msgspec.json.encode(tuple(words)).decode()


def encode_subject(subject: Subject) -> str:
    """The subject of a finding as text of a JSON column."""
    return msgspec.json.encode(subject).decode()


def encode_notes(notes: Iterable[Note]) -> str:
    """The notes of a case as text."""
    return _text(
        {"v": VERSION, "notes": [(note.category, note.reading, _nodes(note.nodes)) for note in notes]}
    )


def decode_notes(text: str) -> tuple[Note, ...]:
    """The notes that ``encode_notes`` wrote. Raises UnknownTraceVersionError."""
    return tuple(
        Note(category=category, reading=reading, nodes=_nodes_of(nodes))
        for category, reading, nodes in _read(text)["notes"]
    )


def _text(data: Mapping[str, Any]) -> str:
    return msgspec.json.encode(data).decode()


def _read(text: str) -> dict[str, Any]:
    data: dict[str, Any] = msgspec.json.decode(text)
    if data.get("v") != VERSION:
        raise UnknownTraceVersionError(
            f"A trace stored in version {data.get('v')} cannot be read; this program reads {VERSION}."
        )
    return data


def _step(step: Step) -> dict[str, Any]:
    return {
        "key": step.key,
        "predicate": step.predicate,
        "operands": step.operands,
        "params": _params(step.params),
        "then": step.then,
        "holds": step.holds,
    }


def _nodes(nodes: Iterable[Node]) -> list[tuple[str, dict[str, Any]]]:
    return [(node.key, _params(node.params)) for node in nodes]


def _nodes_of(data: Iterable[tuple[str, Mapping[str, Any]]]) -> tuple[Node, ...]:
    return tuple(Node(key, _params_of(params)) for key, params in data)


def _params(params: Mapping[str, Scalar]) -> dict[str, Any]:
    return {name: {DAY: value} if isinstance(value, date) else value for name, value in params.items()}


def _params_of(params: Mapping[str, Any]) -> dict[str, Scalar]:
    return {
        name: date.fromisoformat(value[DAY]) if isinstance(value, dict) else value
        for name, value in params.items()
    }
