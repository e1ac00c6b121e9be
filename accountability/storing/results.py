"""One result to store, of a case or of a unit, with everything it is pinned to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import msgspec

from accountability.evaluate import Assessment, CaseResult, UnitResult
from accountability.findings import Finding
from accountability.fingerprints import case_content, finding_identity, judged_digest, unit_content
from accountability.linked_cases import Links
from accountability.models import AppliedLaw
from accountability.next_change import Holds
from accountability.pins import Pins
from litigation.duties.duty import Duty

#: A case (its primary key, 0 where it is the unit's own) and its unit.
Owner = tuple[int, int]


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """What all results of one assessment share: the day, the moment and the law they are told by."""

    as_of: date
    moment: datetime
    law: AppliedLaw


class ToStore(msgspec.Struct, frozen=True, kw_only=True):
    """``result`` is what was found for ``owner``; ``name`` is the ref of the case, or the code of the unit."""

    owner: Owner
    name: str
    result: CaseResult | UnitResult
    content: str
    judged: str
    registrations: tuple[int, ...]
    filings: tuple[int, ...]
    holds: Holds

    @property
    def case_id(self) -> int | None:
        return self.owner[0] or None

    @property
    def unit_id(self) -> int:
        return self.owner[1]

    @property
    def duties(self) -> tuple[Duty, ...]:
        return self.result.duties

    def identified(self, tested: tuple[Finding, ...]) -> Iterator[tuple[str, Finding]]:
        """Each of ``tested`` with the identity it has from run to run."""
        seen: dict[Any, int] = {}
        for finding in tested:
            number = seen[finding.identity] = seen.get(finding.identity, -1) + 1
            yield finding_identity(digest_name(self.owner), finding, number), finding


def digest_name(owner: Owner) -> str:
    """The owner as it goes into digests."""
    case_id, unit_id = owner
    return f"case:{case_id}" if case_id else f"unit:{unit_id}"


def results_to_store(assessment: Assessment, links: Links, pins: Pins) -> Iterator[ToStore]:
    """Every case and unit of ``assessment``, pinned."""
    for case in assessment.cases:
        owner = (pins.cases[case.ref], pins.units[case.unit])
        registrations = tuple(pins.registrations[ref] for ref in links.judged_with(case.ref))
        filings = tuple(pins.filings_of(case.ref, assessment.as_of))
        yield ToStore(
            owner=owner,
            name=case.ref,
            result=case,
            content=case_content(case),
            judged=judged_digest(digest_name(owner), registrations, filings),
            registrations=registrations,
            filings=filings,
            holds=_asked(case.holds),
        )
    for unit in assessment.units:
        owner = (0, pins.units[unit.code])
        filings = tuple(pins.reports_of(unit.code, assessment.as_of))
        yield ToStore(
            owner=owner,
            name=unit.code,
            result=unit,
            content=unit_content(unit),
            judged=judged_digest(digest_name(owner), (), filings),
            registrations=(),
            filings=filings,
            holds=Holds(until=unit.holds_until),
        )


def _asked(holds: Holds | None) -> Holds:
    """A result is stored with how long it holds, or nobody would look at it again (``assess(lasting=True)``)."""
    if holds is None:
        raise ValueError("the assessment was not asked how long its results hold")
    return holds
