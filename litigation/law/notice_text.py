"""The notice by clause, verbatim, with stable ids (facts.md §0.2: mixed numbering and misprints are kept)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec


class Clause(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    text: str
    number: str | None = None


class Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    number: str
    heading: str
    text: str | None = None
    items: tuple[Clause, ...] = ()


class Opinions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    title: str
    preamble: Clause
    sections: tuple[Section, ...]
    scope: Clause
    effect: Clause


class Notice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``number`` (文号) and ``index_number`` (索引号) are None: the notice has neither, and none is invented."""

    title: str
    issuer: str
    dated: date
    number: str | None
    index_number: str | None
    cover: tuple[Clause, ...]
    opinions: Opinions
    copies: str

    def clauses(self) -> Iterator[Clause]:
        """Every clause that a finding or duty can cite, in the notice's order."""
        yield self.opinions.preamble
        for section in self.opinions.sections:
            if section.text is not None:
                yield Clause(id=f"{section.id}.0", text=section.text)
            yield from section.items
        yield self.opinions.scope
        yield self.opinions.effect
