"""The figures of a run: a table for people, a document for machines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from tests.benchmarks.pairs import Figure

HEADINGS = ("", "median", "least – greatest", "wall clock", "target", "")


def table(figures: Iterable[Figure]) -> str:
    """One line per figure: what, median, range, median by the wall clock, target, and whether it is met."""
    rows = [HEADINGS, *map(_row, figures)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADINGS))]
    lines = []
    for row in rows:
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:5], widths[1:5], strict=True)]
        lines.append("  ".join([*cells, row[5]]).rstrip())
    lines.insert(1, "-" * max(map(len, lines)))
    return "\n".join(lines)


def document(figures: Sequence[Figure], about: Mapping[str, Any]) -> bytes:
    """Everything measured, with what it was measured on."""
    told = [
        {
            **msgspec.to_builtins(figure),
            "median": figure.median if figure.values else None,
            "target": str(figure.target) if figure.target else None,
            "verdict": figure.verdict,
        }
        for figure in figures
    ]
    return msgspec.json.format(msgspec.json.encode({**about, "figures": told}), indent=2)


def _row(figure: Figure) -> tuple[str, ...]:
    target = str(figure.target) if figure.target else ""
    if not figure.values:
        return figure.title, "–", "", "", target, f"not measured: {figure.missing}"
    low, high = min(figure.values), max(figure.values)
    wall = sorted(figure.by_the_wall)
    middle = wall[len(wall) // 2] if wall else None
    return (
        figure.title,
        f"{figure.median:.2f}",
        f"{low:.2f} – {high:.2f}",
        "" if middle is None else f"{middle:.2f}",
        target,
        figure.verdict,
    )
