"""Digests that say *the same*: of a finding's identity, of what it says, of a result, of the law it was told by. No Django."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.metadata import version
from typing import Any

import msgspec
from msgspec.structs import replace

from accountability.evaluate import CaseResult, UnitResult
from accountability.findings import Finding
from litigation.duties.duty import Duty, Status
from litigation.law.in_force import LawInForce
from litigation.law.sentences import Scalar
from litigation.law.working_days import Override, published_years

#: Parameters that grow by the passing of time alone; without them a finding says today what it said yesterday.
PASSING = frozenset({"as_of", "days"})


def digest_of(value: Any) -> str:
    """SHA-256 of ``value`` as JSON; mappings are sorted, so the order in which they were filled says nothing."""
    return hashlib.sha256(msgspec.json.encode(value, order="deterministic")).hexdigest()


def finding_identity(owner: str, finding: Finding, number: int) -> str:
    """What makes it the same finding from one run to the next; ``number`` tells apart several that would be the same."""
    return digest_of((owner, *finding.identity, number))


def finding_content(finding: Finding) -> str:
    """What the finding says, the passing of time left out."""
    steps = [(step.key, step.holds, step.then, _lasting(step.params)) for step in finding.trace.steps]
    basis = [(node.key, _lasting(node.params)) for node in finding.trace.basis]
    said = (
        finding.outcome,
        finding.subject,
        finding.due,
        finding.missing,
        finding.authority,
        finding.application,
        finding.uid,
    )
    return digest_of((said, steps, basis))


def case_content(result: CaseResult) -> str:
    """What a case's result says apart from its findings."""
    categories = sorted(result.categories.items())
    duties = lasting_duties(result.duties)
    parts = (result.attendance, result.loss, result.effective_on, categories, duties, result.notes)
    return digest_of((result.unit, parts))


def unit_content(result: UnitResult) -> str:
    """What a unit's result says apart from its findings."""
    counts = [(category, sorted(outcomes.items())) for category, outcomes in sorted(result.counts.items())]
    return digest_of((result.attendance, counts, lasting_duties(result.duties)))


def lasting_duties(duties: Iterable[Duty]) -> list[Duty]:
    """``duties`` without what grows by the passing of time alone: the days since the last day of one still not done."""
    return [
        replace(duty, days_late=None) if duty.status is Status.MISSED and duty.done_on is None else duty
        for duty in duties
    ]


def judged_digest(owner: str, registrations: Iterable[int], filings: Iterable[int]) -> str:
    """The registrations and filings that were judged for one case or unit."""
    return digest_of((owner, sorted(registrations), sorted(filings)))


class LawFingerprint(msgspec.Struct, frozen=True, kw_only=True):
    """Law, calendar and readings of one assessment, complete enough to tell it again."""

    law_version: str
    calendar_version: str
    calendar_digest: str
    calendar_until: date
    overrides: tuple[Override, ...]
    readings_digest: str
    readings: Mapping[str, str]
    alternatives: tuple[tuple[str, str], ...]
    notice_from: date
    law_at: date | None

    @property
    def digest(self) -> str:
        """One digest of all of it."""
        return digest_of(self)


def law_fingerprint(law: LawInForce, overrides: tuple[Override, ...]) -> LawFingerprint:
    """The fingerprint of ``law``; ``overrides`` are the days its calendar was made with."""
    days = tuple(sorted(overrides, key=lambda override: override.day))
    chosen, alternatives = law.readings.chosen, law.readings.alternatives
    return LawFingerprint(
        law_version=law.law.version,
        calendar_version=calendar_version(),
        calendar_digest=digest_of((calendar_version(), days)),
        calendar_until=law.days.until,
        overrides=days,
        readings_digest=digest_of((chosen, alternatives, law.notice_from)),
        readings=chosen,
        alternatives=alternatives,
        notice_from=law.notice_from,
        law_at=law.law_at,
    )


@cache
def calendar_version() -> str:
    """Name and version of the holiday data, with the years it covers."""
    first, last = published_years()
    return f"chinesecalendar {version('chinesecalendar')} ({first}–{last})"


def _lasting(params: Mapping[str, Scalar]) -> dict[str, Scalar]:
    return {name: value for name, value in params.items() if name not in PASSING}
