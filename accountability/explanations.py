"""Traces in words: what was counted, what was asked, what decided, what would change it. Rendered only when read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from accountability.findings import Finding, Note
from accountability.outcomes import Result
from accountability.trace import Step
from litigation.duties.duty import Duty
from litigation.law.loader import load_law
from litigation.law.sentences import Language, Node, Sentences, load_sentences
from litigation.law.sources import names_of_sources

FOLDER = Path(__file__).parent / "wordings"
LAW_FOLDER = Path(__file__).parent.parent / "litigation" / "law" / "wordings"
NOT, CHANGE, LEAD_ONLY = ".not", ".change", "lead_only"
#: What would change a result where the act is on record already, if late.
CHANGE_DONE = CHANGE + ".done"


@cache
def sentences() -> Sentences:
    """The wordings of day counts and duties together with those of the rules."""
    readings = {
        f"{key}.{value.value}": {"zh": value.label.zh, "en": value.label.en}
        for key, reading in load_law().readings.items()
        for value in reading.values
    }
    return load_sentences(LAW_FOLDER).joined(load_sentences(FOLDER)).joined(Sentences({}, readings))


def explain(finding: Finding, language: Language) -> str:
    """The finding in one paragraph: arithmetic, the questions that mattered, the outcome, what would change it."""
    return sentences().render_all(nodes_of(finding), language).strip()


def explain_duty(duty: Duty, language: Language) -> str:
    """The duty's arithmetic from what started the clock to what became of it."""
    return sentences().render_all(duty.derivation, language).strip()


def explain_note(note: Note, language: Language) -> str:
    return sentences().render_all(note.nodes, language).strip()


def nodes_of(finding: Finding) -> tuple[Node, ...]:
    """The sentences of a finding, in order, as data."""
    nodes = list(finding.trace.basis)
    keys = sentences().keys()
    for step in finding.trace.steps:
        if step.holds:
            nodes.append(_node(step, step.key))
            done = step.params.get("done") is not None and step.key + CHANGE_DONE in keys
            change = step.key + (CHANGE_DONE if done else CHANGE)
            if change in keys:
                nodes.append(_node(step, change))
        elif step.key + NOT in keys and all(step.params[name] is not None for name in step.operands):
            # What is not known is not denied.
            nodes.append(_node(step, step.key + NOT))
    sources = {
        "sources": "、".join(names_of_sources(finding.authority, "zh")),
        "sources_en": "; ".join(names_of_sources(finding.authority, "en")),
    }
    nodes.append(Node("authority", {**sources, "application": finding.application}))
    if finding.outcome not in {Result.CLEAR, Result.UNDETERMINED}:
        nodes.append(Node(LEAD_ONLY))
    return tuple(nodes)


def _node(step: Step, key: str) -> Node:
    return Node(key, step.params)
