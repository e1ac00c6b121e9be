"""The nine categories with what each says of one case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from accountability.outcomes import Result
from accountability.screens.lights import Light, light_of
from accountability.screens.told import category_name


class CategoryResult(msgspec.Struct, frozen=True, kw_only=True):
    """``findings`` counts those of this category that stand."""

    number: int
    name: str
    light: Light
    findings: int


def category_results(results: Mapping[int, Result], found: Iterable[int]) -> list[CategoryResult]:
    """The nine in the notice's order; ``found`` are the categories of the findings that stand."""
    numbers = list(found)
    return [
        CategoryResult(
            number=number, name=category_name(number), light=light_of(result), findings=numbers.count(number)
        )
        for number, result in results.items()
    ]
