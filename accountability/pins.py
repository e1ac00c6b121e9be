"""Which registrations and filings stand in the register: what a result is pinned to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import msgspec

from litigation import selectors
from litigation.models import Unit

Filed = tuple[int, date | None]


class Pins(msgspec.Struct, frozen=True, kw_only=True):
    """Primary keys: registrations, cases and their filings by case ref, units and their reports by unit code."""

    cases: Mapping[str, int]
    registrations: Mapping[str, int]
    filings: Mapping[str, tuple[Filed, ...]]
    units: Mapping[str, int]
    reports: Mapping[str, tuple[Filed, ...]]

    def filings_of(self, ref: str, as_of: date) -> list[int]:
        """The filings about case ``ref`` that were made by ``as_of``; one without a day may have been."""
        return _made_by(self.filings.get(ref, ()), as_of)

    def reports_of(self, code: str, as_of: date) -> list[int]:
        """The annual reports of unit ``code`` that were made by ``as_of``."""
        return _made_by(self.reports.get(code, ()), as_of)

    def changed_cases(self, later: Pins) -> frozenset[str]:
        """The refs of cases of which the register holds something else in ``later``."""
        return _differing((self.registrations, later.registrations), (self.filings, later.filings))

    def changed_units(self, later: Pins) -> frozenset[str]:
        """The codes of units whose reports are others in ``later``."""
        return _differing((self.reports, later.reports))


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the register: cases by ref, units by code. The cases of a unit are not part of it."""

    cases: frozenset[str]
    units: frozenset[str]


def read_pins(part: Part | None = None) -> Pins:
    """The pins as they are now, of the whole register or of ``part``, in four queries."""
    refs, codes = (part.cases, part.units) if part else (None, None)
    latest = selectors.registrations_at(cases=refs)
    cases, registrations = {}, {}
    for ref, case, registration in latest.values_list("case__ref", "case_id", "pk"):
        cases[ref], registrations[ref] = case, registration
    units = Unit.objects.all() if codes is None else Unit.objects.filter(code__in=codes)
    return Pins(
        cases=cases,
        registrations=registrations,
        filings=_grouped(selectors.filings_at(cases=refs).values_list("case__ref", "pk", "on")),
        units=dict(units.values_list("code", "pk")),
        reports=_grouped(selectors.reports_at(units=codes).values_list("unit__code", "pk", "on")),
    )


def _grouped(rows: Iterable[tuple[str, int, date | None]]) -> dict[str, tuple[Filed, ...]]:
    found: dict[str, list[Filed]] = defaultdict(list)
    for name, key, on in rows:
        found[name].append((key, on))
    return {name: tuple(filed) for name, filed in found.items()}


def _made_by(filed: Iterable[Filed], as_of: date) -> list[int]:
    return [key for key, on in filed if on is None or on <= as_of]


def _differing(*pairs: tuple[Mapping[str, Any], Mapping[str, Any]]) -> frozenset[str]:
    return frozenset(
        name
        for mine, theirs in pairs
        for name in mine.keys() | theirs.keys()
        if mine.get(name) != theirs.get(name)
    )
