"""All duties of a case, in one call and in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from litigation.duties.appearance import registration_duties
from litigation.duties.case_in_context import CaseInContext
from litigation.duties.court import answer_duties
from litigation.duties.duty import Duty, in_order
from litigation.duties.filings import filing_duties
from litigation.duties.performance import appeal_rights, performance_duties
from litigation.duties.recommendations import recommendation_duties

Family = Callable[[CaseInContext], Iterator[Duty]]

FAMILIES: tuple[Family, ...] = (
    answer_duties,
    registration_duties,
    filing_duties,
    recommendation_duties,
    performance_duties,
    appeal_rights,
)


def duties_of(context: CaseInContext, families: tuple[Family, ...] = FAMILIES) -> tuple[Duty, ...]:
    """Every duty that has arisen in the case by ``as_of``, sorted as the assessment document is (bundle.md)."""
    return in_order([duty for family in families for duty in family(context)])
