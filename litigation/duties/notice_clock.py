"""What every duty of the notice shares: its clock, its label, and the note that says how well a source was read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from litigation.duties.case_in_context import CaseInContext
from litigation.duties.duty import Application, Status
from litigation.duties.timing import Settled, undetermined
from litigation.facts import FilingFacts, Received, UnitFacts
from litigation.law.in_force import LawInForce
from litigation.law.sentences import Node
from litigation.vocabulary import FiledDuty, RespondentRole


def notice_day(context: CaseInContext, row: Received) -> date | None:
    """Day 0 of the notice's limits: 转办日 where there is one, else the day of service (AMB-11)."""
    if context.law.readings["AMB-11"] == "forwarded" and row.forwarded_on is not None:
        return row.forwarded_on
    return row.on


def about(row: Received) -> str:
    """What tells a duty about this paper from one about another, whichever day a reading counts from."""
    return f"{row.document}:{row.on or ''}"


def started_by(row: Received, day: date | None) -> tuple[Node, ...]:
    """The sentence about the paper that started the clock: received, or received by forwarding."""
    if day is None:
        return ()
    key = "trigger.forwarded" if day == row.forwarded_on and day != row.on else "trigger.document"
    return (Node(key, {"document": row.document, "on": day}),)


def unless_still_to_be_forwarded(context: CaseInContext, row: Received, settled: Settled) -> Settled:
    """A county-government paper not yet forwarded to the handling unit: its clock there is unknown, so no breach."""
    waits = (
        context.is_county_government
        and bool(context.case.handling_units)
        and row.forwarded_on is None
        and context.law.readings["AMB-11"] == "forwarded"
    )
    if waits and settled.status in {Status.LATE, Status.MISSED}:
        return undetermined(f"received[{row.document}].forwarded_on")
    return settled


def application(context: CaseInContext, clause: str) -> Application:
    """直接适用 or 参照 (scope clause; the justice bureau answering for the county government is the county's case)."""
    if context.case.role is RespondentRole.RECONSIDERATION_ORGAN:
        return Application.DIRECT
    return unit_application(context.law, context.unit, clause)


def unit_application(law: LawInForce, unit: UnitFacts, clause: str) -> Application:
    direct = unit.kind in law.law.obligations[clause].direct
    return Application.DIRECT if direct else Application.BY_REFERENCE


def filings_of(context: CaseInContext, duty: FiledDuty) -> Sequence[FilingFacts]:
    """The filings of this case about ``duty``, in the order in which they are recorded."""
    if "filings" not in context.memo:
        by_duty: dict[FiledDuty, list[FilingFacts]] = {}
        for row in context.case.filings or ():
            by_duty.setdefault(row.duty, []).append(row)
        context.memo["filings"] = by_duty
    filed: Sequence[FilingFacts] = context.memo["filings"].get(duty, ())
    return filed
