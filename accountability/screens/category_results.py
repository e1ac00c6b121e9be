"""The nine categories with what each says of one case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from accountability.outcomes import Result
from accountability.screens.addresses import findings_url
from accountability.screens.lights import Light, light_of
from accountability.screens.told import category_name


class CategoryResult(msgspec.Struct, frozen=True, kw_only=True):
    """``findings`` counts those of this category that stand; ``url`` lists them, empty where there are none."""

    number: int
    name: str
    light: Light
    findings: int
    url: str


def category_results(ref: str, results: Mapping[int, Result], found: Iterable[int]) -> list[CategoryResult]:
    """The nine of case ``ref`` in the notice's order; ``found`` are the categories of the findings that stand."""
    numbers = Counter(found)
    return [
        CategoryResult(
            number=number,
            name=category_name(number),
            light=light_of(result),
            findings=numbers[number],
            url=findings_url(case=ref, category=number) if numbers[number] else "",
        )
        for number, result in results.items()
    ]
