"""Cuts facts by event day: nothing dated after ``as_of`` is known (bundle.md). A row whose day is unknown stays.

What nothing is cut from is returned as it is: of most registers on most days that is nearly every case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Protocol, TypeVar

from msgspec.structs import replace

from litigation.facts import (
    AnnualReport,
    CaseFacts,
    Decision,
    EvidenceExtension,
    Fact,
    Hearing,
    Performance,
    Received,
    Recommendation,
    RegisterFacts,
    Sensitive,
)
from litigation.vocabulary import PAPER_OF

DECISION_PAPERS = frozenset(PAPER_OF.values())


class _OnDay(Protocol):
    @property
    def on(self) -> date | None: ...


_Row = TypeVar("_Row", bound=_OnDay)
_Each = TypeVar("_Each", Received, Hearing, Recommendation)
_Fact = TypeVar("_Fact", bound=Fact)


def register_as_of(register: RegisterFacts, day: date) -> RegisterFacts:
    """The register as far as events had happened by the end of ``day``."""
    reports = register.annual_reports
    return replace(
        register,
        cases=tuple(case_as_of(case, day) for case in register.cases),
        annual_reports=None if reports is None else reports_as_of(reports, day),
    )


def reports_as_of(reports: Iterable[AnnualReport], day: date) -> tuple[AnnualReport, ...]:
    return _happened(tuple(reports), day) or ()


def case_as_of(case: CaseFacts, day: date) -> CaseFacts:
    """The case as far as it had happened by the end of ``day``."""
    return _cut(
        case,
        received=_rows(_received, case.received, day),
        submitted=_happened(case.submitted, day),
        evidence_extension=_extension(case.evidence_extension, day),
        hearings=_rows(_hearing, case.hearings, day),
        sensitive=_sensitive(case.sensitive, day),
        decision=_decision(case, day),
        recommendations=_rows(_recommendation, case.recommendations, day),
        filings=_happened(case.filings, day),
        closed_on=_day(case.closed_on, day),
        conduct=_happened(case.conduct, day),
    )


def _cut(fact: _Fact, **parts: Any) -> _Fact:
    """``fact`` with ``parts`` in place of its own, itself where they are its own."""
    cut = {name: part for name, part in parts.items() if part is not getattr(fact, name)}
    return replace(fact, **cut) if cut else fact


def _is_known(on: date | None, day: date) -> bool:
    return on is None or on <= day


def _day(on: date | None, day: date) -> date | None:
    return on if on is not None and on <= day else None


def _happened(rows: tuple[_Row, ...] | None, day: date) -> tuple[_Row, ...] | None:
    if rows is None:
        return None
    kept = tuple([row for row in rows if row.on is None or row.on <= day])
    return rows if len(kept) == len(rows) else kept


def _rows(
    cut: Callable[[_Each, date], _Each | None], rows: tuple[_Each, ...] | None, day: date
) -> tuple[_Each, ...] | None:
    """Each of ``rows`` as ``cut`` leaves it; those of which it leaves nothing drop out."""
    if rows is None:
        return None
    kept = tuple([row for row in [cut(row, day) for row in rows] if row is not None])
    return rows if kept == rows else kept


def _received(row: Received, day: date) -> Received | None:
    if not _is_known(row.on, day):
        return None
    # hearing_on and evidence_by are days that the paper names: known with it, though they lie ahead.
    return row if _is_known(row.forwarded_on, day) else replace(row, forwarded_on=None)


def _hearing(row: Hearing, day: date) -> Hearing | None:
    if row.on > day:
        return None
    return row if _is_known(row.renewed_notice_on, day) else replace(row, renewed_notice_on=None)


def _extension(extension: EvidenceExtension | None, day: date) -> EvidenceExtension | None:
    if extension is None or not _is_known(extension.applied_on, day):
        return None
    return _cut(
        extension,
        granted_on=_day(extension.granted_on, day),
        obstacle_removed_on=_day(extension.obstacle_removed_on, day),
    )


def _sensitive(sensitive: Sensitive | None, day: date) -> Sensitive | None:
    if sensitive is None or not _is_known(sensitive.flagged_on, day):
        return None
    return _cut(
        sensitive, reported_on=_day(sensitive.reported_on, day), assessed_on=_day(sensitive.assessed_on, day)
    )


def _recommendation(row: Recommendation, day: date) -> Recommendation | None:
    if not _is_known(row.received_on, day):
        return None
    return _cut(
        row,
        handled_on=_day(row.handled_on, day),
        replied_on=_day(row.replied_on, day),
        copied_on=_day(row.copied_on, day),
    )


def _decision(case: CaseFacts, day: date) -> Decision | None:
    decision = case.decision
    if decision is None or not _decided_by(case, decision, day):
        return None
    # effective_on and due_on are statements about the decision, not events: they stay, and are compared with as_of later.
    return _cut(
        decision,
        services=_happened(decision.services, day),
        appeals=_happened(decision.appeals, day),
        performance=_performance(decision.performance, day),
    )


def _decided_by(case: CaseFacts, decision: Decision, day: date) -> bool:
    """A decision has no day of its own: it is there once one service or the paper itself has arrived, or may have."""
    kinds = {PAPER_OF[decision.form]} if decision.form else DECISION_PAPERS
    papers = [row.on for row in case.received or () if row.document in kinds]
    days = [service.on for service in decision.services or ()] + papers
    return not days or any(_is_known(on, day) for on in days)


def _performance(performance: Performance | None, day: date) -> Performance | None:
    if performance is None:
        return None
    return _cut(
        performance,
        performed_on=_day(performance.performed_on, day),
        suspensions=_happened(performance.suspensions, day),
        refusal=_happened(performance.refusal, day),
    )
