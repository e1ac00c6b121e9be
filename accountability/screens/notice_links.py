"""From a source of a finding to its words: clauses of the notice as links to the public page, codes by their names.

The public page belongs to the next stage, which this one does not import: that stage says how to find it
(``find_notice_by``). Where nobody does, or the page is not published, clauses are named without a link.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

import msgspec
from django.http import HttpRequest

from litigation.law.citations import Text
from litigation.law.loader import load_law
from litigation.law.sentences import Language

Finder = Callable[[HttpRequest], str]
_finders: list[Finder] = []

UNNUMBERED: Mapping[str, Text] = {
    "N0.0": Text(zh="引言", en="preamble"),
    "N8.1": Text(zh="适用范围", en="scope"),
    "N8.2": Text(zh="施行日期", en="effect"),
}
_CLAUSE = re.compile(r"N(\d+)\.(\d+)[a-z]?")


class Source(msgspec.Struct, frozen=True):
    """A clause, a limit or a statute in words; ``url`` only for a clause of the notice."""

    text: str
    url: str = ""


def find_notice_by(finder: Finder) -> None:
    """Called once by the stage that has the page: ``finder`` returns its address, or nothing."""
    _finders[:] = [finder]


def notice_address(request: HttpRequest) -> str:
    """The address of the notice's public page, or nothing."""
    return _finders[0](request) if _finders else ""


def sources_of(authority: Iterable[str], notice: str, language: Language) -> list[Source]:
    """The sources of a finding or duty, each once. ``notice`` is what ``notice_address`` returned."""
    found: dict[str, Source] = {}
    for text in authority:
        source = _source(text, notice, language)
        found.setdefault(source.text, source)
    return list(found.values())


def _source(text: str, notice: str, language: Language) -> Source:
    law = load_law()
    if text in law.limits:
        limit = law.limits[text]
        return Source(f"{text} {limit.name.zh if language == 'zh' else limit.name.en}")
    clause = clause_of(text)
    if clause is None:
        return Source(text)
    return Source(clause_name(clause, language), f"{notice}#{clause}" if notice else "")


def clause_of(text: str) -> str | None:
    """The clause of the notice that ``text`` names (``N5.7b`` is a part of N5.7), or None."""
    match = _CLAUSE.fullmatch(text)
    if match is None:
        return None
    clause = f"N{match[1]}.{match[2]}"
    return clause if clause in _numbers() else None


def clause_name(clause: str, language: Language) -> str:
    """``N5.3`` as 意见五（三）, as the citations of the law folder write it."""
    if language == "zh":
        return f"意见{_numbers()[clause]}"
    if clause in UNNUMBERED:
        return f"Opinions, {UNNUMBERED[clause].en}"
    section, _dot, item = clause.removeprefix("N").partition(".")
    return f"Opinions {section}" if item == "0" else f"Opinions {section}({item})"


def clause_text(clause: str) -> str:
    """The words of the notice, always Chinese."""
    return next(found.text for found in load_law().notice.clauses() if found.id == clause)


@cache
def _numbers() -> Mapping[str, str]:
    """What stands after 意见 for each clause, as printed: 五（三）, 六（7）."""
    opinions = load_law().notice.opinions
    numbers = {clause: name.zh for clause, name in UNNUMBERED.items()}
    for section in opinions.sections:
        number = section.number.rstrip("、")
        numbers[f"{section.id}.0"] = number
        numbers |= {item.id: f"{number}{item.number or ''}" for item in section.items}
    return numbers
