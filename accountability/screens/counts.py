"""How many findings each category has with each result, as a table whose numbers lead to the list."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import msgspec
from django.http import QueryDict

from accountability.models.assessments import CATEGORIES
from accountability.outcomes import WORST_FIRST, Result
from accountability.screens.lights import Light, light_of
from accountability.screens.told import category_name

#: The results that count as findings, the worst first.
SHOWN = tuple(result for result in WORST_FIRST if result is not Result.CLEAR)


class Count(msgspec.Struct, frozen=True):
    """``query`` narrows the list of findings to those counted here; empty where there are none."""

    number: int
    query: str


class CountRow(msgspec.Struct, frozen=True):
    """One result."""

    light: Light
    cells: list[Count]
    total: Count


class CountTable(msgspec.Struct, frozen=True):
    """Rows are results, columns the nine categories, both with sums."""

    categories: list[tuple[int, str]]
    rows: list[CountRow]
    sums: list[Count]
    total: int


def count_table(counts: Mapping[tuple[int, Result], int], asked: QueryDict | None = None) -> CountTable:
    """``counts`` as a table; its links keep what ``asked`` already narrows the list by."""
    base = asked.copy() if asked is not None else QueryDict(mutable=True)
    for name in ("p", "_w_filter_fragment"):
        base.pop(name, None)

    def cell(categories: Collection[int], results: Collection[Result], **narrowed: Any) -> Count:
        number = sum(counts.get((category, result), 0) for category in categories for result in results)
        return Count(number, _query(base, narrowed) if number else "")

    rows = [
        CountRow(
            light=light_of(result),
            cells=[
                cell((number,), (result,), category=number, outcome=result.value) for number in CATEGORIES
            ],
            total=cell(CATEGORIES, (result,), outcome=result.value),
        )
        for result in SHOWN
    ]
    return CountTable(
        categories=[(number, category_name(number)) for number in CATEGORIES],
        rows=rows,
        sums=[cell((number,), SHOWN, category=number) for number in CATEGORIES],
        total=sum(counts.values()),
    )


def _query(base: QueryDict, narrowed: Mapping[str, Any]) -> str:
    query = base.copy()
    for name, value in narrowed.items():
        query.setlist(name, [str(value)])
    return query.urlencode()
