"""The sentences of duties and findings in the user's language, their days written as everywhere else on the screens."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from django.utils.formats import date_format
from django.utils.translation import pgettext

from accountability.assessment_text import language_in_use
from accountability.explanations import CHANGE, LEAD_ONLY, NOT, nodes_of, sentences
from accountability.findings import Finding
from litigation.law.citations import Text
from litigation.law.sentences import Node, Scalar, Sentences

AUTHORITY = "authority"
#: A wording that continues the one before it begins with such a mark, also where nothing stands before it.
JOINTS = "；，; "
FACT = "fact"
#: ``hearings[2021-03-25].attendance`` names its hearing by day.
_DAY_IN_PATH = re.compile(r"\[(\d{4}-\d{2}-\d{2})\]")


class WrittenDay(date):
    """A day that the renderer of sentences writes as 2020年9月22日 where it would write 2020-09-22.

    The renderer asks for ``isoformat`` and, within the year of the sentence, ``strftime("%m-%d")``.
    """

    def isoformat(self) -> str:
        return written(self)

    def strftime(self, _format: str, /) -> str:
        return date_format(self, pgettext("a day without its year", "N j"))


def in_language(text: Text) -> str:
    """A text of the law folder."""
    return text.zh if language_in_use() == "zh" else text.en


def written(day: date) -> str:
    """``day`` as screens write it."""
    return date_format(day, "DATE_FORMAT")


def told(nodes: Iterable[Node]) -> str:
    """Several sentences in one paragraph."""
    return sentences().render_all(map(_with_written_days, nodes), language_in_use()).strip().lstrip(JOINTS)


def term(token: str) -> str:
    """The word for a code of the vocabulary."""
    return sentences().term(token, language_in_use())


def explained(finding: Finding) -> str:
    """Arithmetic, questions that mattered, outcome. Sources and what would change it are shown beside it."""
    apart = {AUTHORITY, LEAD_ONLY}
    return told(node for node in nodes_of(finding) if node.key not in apart and not node.key.endswith(CHANGE))


def would_change(finding: Finding) -> str:
    """What would change the result; nothing where no wording says."""
    return told(node for node in nodes_of(finding) if node.key.endswith(CHANGE))


def missing_facts(missing: Iterable[str]) -> list[str]:
    """The facts without which nothing can be decided, each in words."""
    return [
        told_with_facts().render(_with_written_days(Node(FACT, {FACT: fact})), language_in_use())
        for fact in missing
    ]


@cache
def told_with_facts() -> Sentences:
    """The wordings, and one more that is nothing but the name of a fact."""
    return sentences().joined(Sentences({FACT: {"zh": "{fact:fact}", "en": "{fact:fact}"}}, {}))


def said_by_step(finding: Finding) -> list[str]:
    """For each step of the trace the sentence that the explanation has for it: what was found, or what was not."""
    said = {node.key for node in nodes_of(finding)}
    keys = [step.key if step.holds else step.key + NOT for step in finding.trace.steps]
    return [
        told([Node(key, step.params)]) if key in said else ""
        for key, step in zip(keys, finding.trace.steps, strict=True)
    ]


def _with_written_days(node: Node) -> Node:
    return Node(node.key, {name: _with_written_day(name, value) for name, value in node.params.items()})


def _with_written_day(name: str, value: Scalar) -> Scalar:
    if isinstance(value, date):
        return WrittenDay(value.year, value.month, value.day)
    if name == FACT and isinstance(value, str):
        return _DAY_IN_PATH.sub(lambda found: f"[{written(date.fromisoformat(found[1]))}]", value)
    return value
