"""From a source of a finding to its words: clauses of the notice as links to the public page, codes by their names.

The public page belongs to the next stage, which this one does not import: that stage says how to find it
(``find_notice_by``). Where nobody does, or the page is not published, clauses are named without a link.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec
from django.http import HttpRequest

from litigation.law.loader import load_law
from litigation.law.sentences import Language
from litigation.law.sources import clause_of, name_of_source

Finder = Callable[[HttpRequest], str]
_finders: list[Finder] = []


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
    clause = clause_of(text)
    return Source(name_of_source(text, language), f"{notice}#{clause}" if notice and clause else "")


def clause_text(clause: str) -> str:
    """The words of the notice, always Chinese."""
    return next(found.text for found in load_law().notice.clauses() if found.id == clause)
