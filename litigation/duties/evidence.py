"""Evidence has limits of its own: an approved extension (S-02, S-03) and the day a court fixed in summary procedure (S-05)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from litigation.duties.assemble import assemble
from litigation.duties.case_in_context import CaseInContext
from litigation.duties.duty import Duty, DutyCode, Event, Status, Trigger
from litigation.duties.ending import Ending
from litigation.duties.notice_clock import application
from litigation.duties.timing import Act, Settled, undetermined
from litigation.facts import EvidenceExtension, Received
from litigation.law.parameters import LimitValue
from litigation.law.periods import DayCount
from litigation.law.sentences import Node
from litigation.vocabulary import Document, Procedure

CLAUSE = "N3.2"


def evidence_duty(
    context: CaseInContext, complaint: Received, value: LimitValue, act: Act, ending: Ending
) -> Iterator[Duty]:
    """The duty to hand in evidence after ``complaint`` under whichever limit governs, and the application for more time."""
    trigger = Trigger(document=complaint.document, on=complaint.on)
    if complaint.on is None:
        settled = undetermined(f"received[{complaint.document}].on")
        yield _evidence(context, "S-01", value, trigger, act, settled, None, complaint.uid)
        return
    count = context.law.counter.calendar_days(complaint.on, value.amount or 0)
    settled = ending.settle(count, act, context.as_of)
    duty = _evidence(context, "S-01", value, trigger, act, settled, count, complaint.uid)
    notice = _court_fixed(context)
    if notice is not None:
        duty = _by_court(context, duty, notice, act, ending)
    extension = context.case.evidence_extension
    if extension is None:
        yield duty
    else:
        yield from _extended(context, duty, complaint, extension, act, ending)


def _court_fixed(context: CaseInContext) -> Received | None:
    """The evidence notice by which a court fixed the day, in summary procedure or where the procedure is not recorded."""
    if context.case.procedure is Procedure.ORDINARY:
        return None
    notices = [row for row in context.case.received or () if row.document is Document.EVIDENCE_NOTICE]
    if context.case.procedure is None:
        notices = [row for row in notices if row.evidence_by is not None]
    return max(notices, key=lambda row: row.on or date.min, default=None)


def _by_court(context: CaseInContext, ordinary: Duty, notice: Received, act: Act, ending: Ending) -> Duty:
    """S-05: the day that the court fixed, which is that day whether or not it is a rest day (rulings.md 11, 12)."""
    value = context.law.limit("S-05", notice.on or context.as_of)
    if value is None:
        return ordinary
    trigger = Trigger(document=notice.document, on=notice.on)
    if notice.evidence_by is None:
        settled, fixed = undetermined("received[evidence_notice].evidence_by"), None
    else:
        fixed = context.law.counter.set_day(notice.evidence_by)
        settled = ending.settle(fixed, act, context.as_of)
    if context.case.procedure is None:
        if settled.status is not ordinary.status:
            settled, fixed = undetermined("procedure"), None
        elif (ordinary.due.default or date.min) >= (notice.evidence_by or date.min):
            # Overdue or in time under either: said of the later day, which is sure.
            return ordinary
    return _evidence(context, "S-05", value, trigger, act, settled, fixed, notice.uid)


def _extended(
    context: CaseInContext,
    duty: Duty,
    complaint: Received,
    extension: EvidenceExtension,
    act: Act,
    ending: Ending,
) -> Iterator[Duty]:
    """S-02, S-03: a written application in time and the court's permission, both; the answer itself is not extended."""
    served = complaint.on or context.as_of
    limit = context.law.limit("S-02", served)
    if limit is None:
        yield duty
        return
    applied = Act(
        on=extension.applied_on, missing=() if extension.applied_on else ("evidence_extension.applied_on",)
    )
    count = context.law.counter.calendar_days(served, limit.amount or 0)
    asked = assemble(
        code=DutyCode.EXTENSION_APPLICATION,
        clause=CLAUSE,
        rule="S-02",
        value=limit,
        trigger=Trigger(document=complaint.document, on=complaint.on),
        count=count,
        act=applied,
        settled=ending.settle(count, applied, context.as_of),
        uid=complaint.uid,
        application=duty.application,
    )
    yield asked
    yield _after_application(context, duty, asked, extension, act, ending)


def _after_application(
    context: CaseInContext,
    ordinary: Duty,
    asked: Duty,
    extension: EvidenceExtension,
    act: Act,
    ending: Ending,
) -> Duty:
    if ordinary.status in {Status.MET, Status.OPEN, Status.LAPSED}:
        return ordinary
    if asked.status is Status.LATE:
        refused = Node("excuse.extension_applied_late")
        return replace(ordinary, because=(*ordinary.told(), refused))
    if asked.status is Status.UNDETERMINED:
        return _told_by(ordinary, *asked.missing)
    if extension.granted_on is None:
        return _told_by(ordinary, "evidence_extension.granted_on")
    removed = extension.obstacle_removed_on
    if removed is None:
        return _told_by(ordinary, "evidence_extension.obstacle_removed_on")
    value = context.law.limit("S-03", removed)
    if value is None:
        return ordinary
    trigger = Trigger(event=Event.OBSTACLE_REMOVED, on=removed)
    count = context.law.counter.calendar_days(removed, value.amount or 0)
    settled = ending.settle(count, act, context.as_of)
    return _evidence(context, "S-03", value, trigger, act, settled, count, ordinary.uid)


def _told_by(duty: Duty, *missing: str) -> Duty:
    """``duty`` undetermined for want of ``missing``: what its own limit says may not be the last word."""
    settled = undetermined(*missing)
    return replace(duty, status=settled.status, days_late=None, missing=settled.missing)


def _evidence(
    context: CaseInContext,
    rule: str,
    value: LimitValue,
    trigger: Trigger,
    act: Act,
    settled: Settled,
    count: DayCount | None,
    uid: str,
) -> Duty:
    return assemble(
        code=DutyCode.EVIDENCE,
        clause=CLAUSE,
        rule=rule,
        value=value,
        trigger=trigger,
        count=count,
        act=act,
        settled=settled,
        uid=uid,
        application=application(context, CLAUSE),
    )
