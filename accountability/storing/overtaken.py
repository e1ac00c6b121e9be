"""What somebody recorded between the reading of the register and the storing of its assessment."""

from __future__ import annotations

from collections.abc import Iterable

from accountability.linked_cases import Links
from accountability.pins import Pins
from accountability.storing.results import Owner, ToStore


def overtaken_results(results: Iterable[ToStore], links: Links, before: Pins, now: Pins) -> dict[Owner, str]:
    """The owners, with their names, of results whose record is no longer the one that was judged.

    A unit's counts take in its cases, so it is overtaken with any of them.
    """
    cases, units = before.changed_cases(now), before.changed_units(now)
    if not cases and not units:
        return {}
    results = tuple(results)
    overtaken = {
        result.owner: result.name
        for result in results
        if result.case_id and not cases.isdisjoint(links.judged_with(result.name))
    }
    hit = {unit for _case, unit in overtaken}
    overtaken |= {
        result.owner: result.name
        for result in results
        if not result.case_id and (result.name in units or result.unit_id in hit)
    }
    return overtaken
