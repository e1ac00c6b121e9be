"""A case together with what its duties may depend on: its unit, the cases of its dispute, the law, the day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import msgspec

from litigation.as_of import register_as_of
from litigation.facts import AnnualReport, CaseFacts, RegisterFacts, UnitFacts
from litigation.law.in_force import LawInForce
from litigation.vocabulary import Instance, UnitKind

_DAY = re.compile(rb'"(\d{4}-\d\d-\d\d)"')


class Docket(msgspec.Struct, frozen=True, kw_only=True):
    """The register as of one day, indexed by the links between its cases (``follows``, ``represented_by``)."""

    as_of: date
    units: Mapping[str, UnitFacts]
    cases: Mapping[str, CaseFacts]
    followers: Mapping[str, tuple[str, ...]]
    judged_together: Mapping[str, tuple[str, ...]]
    annual_reports: tuple[AnnualReport, ...] | None
    reports_unknown: frozenset[str]

    @classmethod
    def of(cls, register: RegisterFacts, as_of: date) -> Docket:
        """Index ``register`` as it stood at the end of ``as_of``."""
        known = register_as_of(register, as_of)
        recorded = {case.ref: case for case in register.cases}
        followers: dict[str, list[str]] = defaultdict(list)
        circle = in_circles({case.ref: case.follows for case in register.cases if case.follows})
        for case in sorted(known.cases, key=lambda case: case.ref):
            if case.follows and case.ref not in circle and has_begun(recorded[case.ref], as_of):
                followers[case.follows].append(case.ref)
        return cls(
            as_of=as_of,
            units={unit.code: unit for unit in known.units},
            cases={case.ref: case for case in known.cases},
            followers={ref: tuple(refs) for ref, refs in followers.items()},
            judged_together={
                ref: tuple(other for other in others if has_begun(recorded[other], as_of))
                for ref, others in judged_together(register.cases).items()
            },
            annual_reports=known.annual_reports,
            reports_unknown=frozenset(register.reports_unknown),
        )


def judged_together(cases: Iterable[CaseFacts]) -> Mapping[str, tuple[str, ...]]:
    """By ref, the cases of the other respondents under the same docket number, instance and dispute: one judgment for all."""
    groups: dict[tuple[str, str, Instance], list[CaseFacts]] = defaultdict(list)
    for case in cases:
        if case.dispute and case.docket:
            groups[case.dispute, case.docket, case.instance].append(case)
    return {
        case.ref: tuple(sorted(other.ref for other in group if other.unit != case.unit))
        for group in groups.values()
        if len(group) > 1
        for case in group
    }


def in_circles(before: Mapping[str, str]) -> frozenset[str]:
    """The refs from which ``before`` leads back to themselves. No form accepts such a link; an old record may hold one."""
    found: set[str] = set()
    walked: set[str] = set()
    for start in before:
        way: dict[str, int] = {}
        step: str | None = start
        while step is not None and step not in walked and step not in way:
            way[step] = len(way)
            step = before.get(step)
        if step is not None and step in way:
            found.update(list(way)[way[step] :])
        walked.update(way)
    return frozenset(found)


def has_begun(case: CaseFacts, as_of: date) -> bool:
    """Whether anything in the case had happened by ``as_of``; one without any day is there."""
    began = first_day(case)
    return began is None or began <= as_of


def first_day(case: CaseFacts) -> date | None:
    """The earliest day that anything in the case is dated with; None where nothing is."""
    days = _DAY.findall(msgspec.json.encode(case))
    return date.fromisoformat(min(days).decode()) if days else None


class CaseInContext(msgspec.Struct, frozen=True, kw_only=True):
    """``case`` is already cut at ``as_of``. ``memo`` keeps what several duties ask of the same case."""

    case: CaseFacts
    docket: Docket
    law: LawInForce
    memo: dict[str, Any] = {}

    @property
    def as_of(self) -> date:
        return self.docket.as_of

    @property
    def unit(self) -> UnitFacts:
        return self.docket.units[self.case.unit]

    @property
    def is_county_government(self) -> bool:
        return self.unit.kind is UnitKind.COUNTY_GOVERNMENT

    def at(self, case: CaseFacts) -> CaseInContext:
        """Another case of the same register under the same law."""
        return CaseInContext(case=case, docket=self.docket, law=self.law)

    def under(self, law: LawInForce) -> CaseInContext:
        """The same case under another law."""
        return CaseInContext(case=self.case, docket=self.docket, law=law)

    def following(self) -> Iterator[CaseInContext]:
        """The cases that continue this one, by ref."""
        for ref in self.docket.followers.get(self.case.ref, ()):
            yield self.at(self.docket.cases[ref])

    def judged_together(self) -> Iterator[CaseInContext]:
        """The cases of the other respondents to whom the same judgment speaks, by ref."""
        for ref in self.docket.judged_together.get(self.case.ref, ()):
            yield self.at(self.docket.cases[ref])

    def preceding(self) -> Iterator[CaseFacts]:
        """The cases that this one continues, nearest first."""
        seen = {self.case.ref}
        ref = self.case.follows
        while ref and ref not in seen and ref in self.docket.cases:
            seen.add(ref)
            case = self.docket.cases[ref]
            yield case
            ref = case.follows


def in_context(docket: Docket, law: LawInForce) -> Iterator[CaseInContext]:
    """Every case of the docket in context, by ref."""
    for ref in sorted(docket.cases):
        yield CaseInContext(case=docket.cases[ref], docket=docket, law=law)
