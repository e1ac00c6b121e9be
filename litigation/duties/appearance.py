"""N4.4 — 意见四（四）: naming the head who will appear and registering it, two days from the first paper about the hearing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from litigation.duties.assemble import assemble
from litigation.duties.case_in_context import CaseInContext
from litigation.duties.duty import Duty, DutyCode, Trigger
from litigation.duties.ending import Ending, ended_on, ends_by_ruling
from litigation.duties.filings import act_of
from litigation.duties.notice_clock import (
    application,
    filings_of,
    notice_day,
    started_by,
    unless_still_to_be_forwarded,
)
from litigation.duties.presence import has_attendance_duty
from litigation.duties.timing import Act, undetermined
from litigation.facts import Received
from litigation.vocabulary import Document, FiledDuty

CLAUSE = "N4.4"
# In the order in which a court sends them: it decides which of one day names the trigger.
HEARING_PAPERS = (Document.RESPONSE_NOTICE, Document.SUMMONS, Document.APPEARANCE_NOTICE)


def registration_duties(context: CaseInContext) -> Iterator[Duty]:
    """At most one per case, for a case is one respondent in one instance (AMB-06, AMB-07)."""
    if not has_attendance_duty(context) or _registered_before(context):
        return
    papers = list(_papers(context))
    if not papers:
        return
    first = min(
        papers, key=lambda row: (notice_day(context, row) or date.min, HEARING_PAPERS.index(row.document))
    )
    day = notice_day(context, first)
    value = context.law.obligation(CLAUSE, day or context.as_of)
    if value is None:
        return
    act, defective = _act(context)
    count = context.law.counter.notice_days(day, value.amount or 0) if day else None
    if count is None:
        settled = undetermined(f"received[{first.document}].on")
    else:
        ended = ended_on(context.case)
        untold = ended is None and ends_by_ruling(context.case)
        ending = Ending(on=ended, missing=("decision.services[unit].on",) if untold else ())
        settled = ending.settle(count, act, context.as_of)
        settled = unless_still_to_be_forwarded(context, first, settled)
    yield assemble(
        code=DutyCode.APPEARANCE_REGISTRATION,
        clause=CLAUSE,
        value=value,
        trigger=Trigger(document=first.document, on=day),
        started=started_by(first, day),
        count=count,
        act=act,
        settled=settled,
        uid=first.uid,
        defective=defective,
        application=application(context, CLAUSE),
    )


def _papers(context: CaseInContext) -> Iterator[Received]:
    """Papers that start the clock; a renewed notice of appearance starts none (rulings.md 6)."""
    kinds = (Document.SUMMONS,) if context.law.readings["AMB-06"] == "summons" else HEARING_PAPERS
    renewed = {hearing.renewed_notice_on for hearing in context.case.hearings or ()} - {None}
    for row in context.case.received or ():
        if row.document in kinds and not (row.document is Document.APPEARANCE_NOTICE and row.on in renewed):
            yield row


def _registered_before(context: CaseInContext) -> bool:
    """Under the reading once per case, an earlier instance's registration suffices (AMB-07)."""
    if context.law.readings["AMB-07"] == "each_instance":
        return False
    return any(
        row.document in HEARING_PAPERS
        for before in context.preceding()
        if before.unit == context.case.unit
        for row in before.received or ()
    )


def _act(context: CaseInContext) -> tuple[Act, bool]:
    """The registration that counts, and whether it is defective: the first complete one, else the first of all."""
    if context.case.filings is None:
        return Act(missing=("filings",)), False
    place = f"filings[{FiledDuty.APPEARANCE_REGISTRATION}]"
    filings = filings_of(context, FiledDuty.APPEARANCE_REGISTRATION)
    complete = [filing for filing in filings if filing.content_defect is not True]
    if complete or not filings:
        return act_of(complete, place), False
    return act_of(filings, place), True
