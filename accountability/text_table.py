"""Tables of text for a terminal, in which a Chinese character is two columns wide."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

_WIDE = frozenset({"W", "F"})
GAP = "  "


def width(text: str) -> int:
    """The columns that ``text`` takes up: two for a full-width character, none for a combining one."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in _WIDE else 1
        for char in text
    )


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """``text`` with spaces up to ``columns``; ``right`` puts them in front of it."""
    spaces = " " * max(columns - width(text), 0)
    return spaces + text if right else text + spaces


def table_lines(rows: Sequence[Sequence[str]], *, left: int = 1) -> Iterator[str]:
    """``rows``, the first of which is the heading, in columns. The first ``left`` columns begin at the left."""
    columns = [max(width(row[place]) for row in rows) for place in range(len(rows[0]))]
    for number, row in enumerate(rows):
        cells = (padded(cell, columns[place], right=place >= left) for place, cell in enumerate(row))
        yield GAP.join(cells).rstrip()
        if number == 0:
            yield GAP.join("-" * column for column in columns)
