"""Papers and reports towards the justice bureau: N5.3 documents, N5.4 appeal review, N5.5 loss analysis, N5.1, N3.5."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from litigation.duties.assemble import assemble
from litigation.duties.case_in_context import CaseInContext
from litigation.duties.duty import Duty, DutyCode, Event, Status, Trigger
from litigation.duties.effect import State, appeal_rule, effect_of
from litigation.duties.loss import lost_outcomes
from litigation.duties.notice_clock import (
    about,
    application,
    filings_of,
    notice_day,
    started_by,
    unless_still_to_be_forwarded,
)
from litigation.duties.served import form_of, served_on_unit
from litigation.duties.timing import Act, Settled, earliest, settle, undetermined
from litigation.facts import FilingFacts, Received
from litigation.law.periods import DayCount, Style
from litigation.law.sentences import Node
from litigation.vocabulary import (
    PAPER_OF,
    DecisionForm,
    Disposition,
    Document,
    FiledDuty,
    Instance,
    Outcome,
    Party,
)

NAMED_PAPERS = frozenset({Document.COMPLAINT, Document.SUMMONS, Document.JUDGMENT, Document.RULING})
UNNAMED_PAPERS = frozenset({Document.APPEAL, Document.MEDIATION})
OTHER_PAPERS = frozenset(
    {
        Document.RECONSIDERATION_APPLICATION,
        Document.RECONSIDERATION_DECISION,
        Document.ARBITRATION_APPLICATION,
        Document.AWARD,
    }
)
CASE_ENDING = frozenset(
    {Outcome.SUIT_DISMISSED, Outcome.WITHDRAWAL_PERMITTED, Outcome.TRANSFERRED, Outcome.TERMINATED}
)


def filing_duties(context: CaseInContext) -> Iterator[Duty]:
    """Every duty of this family that has arisen by ``as_of``."""
    yield from document_filings(context)
    yield from appeal_reviews(context)
    yield from loss_analyses(context)
    yield from risk_reports(context)
    yield from archive_filings(context)


def papers_to_file(context: CaseInContext) -> frozenset[Document]:
    """The kinds of paper that clause 五（三） names for this case (AMB-10; rulings.md 18)."""
    every_paper = context.law.readings["AMB-10"] == "all"
    if context.case.is_court_case:
        return NAMED_PAPERS | UNNAMED_PAPERS if every_paper else NAMED_PAPERS
    return OTHER_PAPERS if every_paper or context.is_county_government else frozenset()


def document_filings(context: CaseInContext) -> Iterator[Duty]:
    """N5.3: two days for each paper received (AMB-08, AMB-09)."""
    kinds = papers_to_file(context)
    rows = [row for row in context.case.received or () if row.document in kinds]
    if context.law.readings["AMB-09"] == "case_ending":
        last = max((row.on or date.min for row in rows if row.document is Document.RULING), default=date.min)
        ending = _is_case_ending(context)
        rows = [row for row in rows if row.document is not Document.RULING or (ending and row.on == last)]
    if context.law.readings["AMB-08"] == "entry_and_result":
        rows = _entry_and_result(rows)
    for row in rows:
        day = notice_day(context, row)
        value = context.law.obligation("N5.3", day or context.as_of)
        if value is None:
            continue
        act = _covering(context, row)
        count = context.law.counter.notice_days(day, value.amount or 0) if day else None
        settled = settle(count, act, context.as_of) if count else undetermined(f"received[{row.document}].on")
        settled = unless_still_to_be_forwarded(context, row, settled)
        yield assemble(
            code=DutyCode.DOCUMENT_FILING,
            clause="N5.3",
            value=value,
            trigger=Trigger(document=row.document, on=day),
            started=started_by(row, day),
            count=count,
            act=act,
            settled=settled,
            uid=row.uid,
            about=about(row),
            application=application(context, "N5.3"),
        )


def _is_case_ending(context: CaseInContext) -> bool:
    decision = context.case.decision
    ruled = form_of(context.case) is DecisionForm.RULING
    return decision is not None and ruled and bool(CASE_ENDING & set(decision.outcomes or ()))


def _entry_and_result(rows: list[Received]) -> list[Received]:
    entry = [row for row in rows if row.document in {Document.COMPLAINT, Document.SUMMONS}]
    first = min(entry, key=lambda row: row.on or date.min, default=None)
    return [row for row in rows if row not in entry or row is first]


def _covering(context: CaseInContext, row: Received) -> Act:
    """The first filing that covers ``row``: by kind, and by day of receipt where the filing names one (bundle.md)."""
    if context.case.filings is None:
        return Act(missing=("filings",))
    filed = filings_of(context, FiledDuty.DOCUMENT_FILING)
    same = [filing for filing in filed if filing.document is row.document]
    covers = [filing for filing in same if _is_about(filing, row)]
    if covers:
        return act_of(covers, f"filings[{FiledDuty.DOCUMENT_FILING}:{row.document}]")
    if any(filing.document is None for filing in filed):
        return Act(missing=(f"filings[{FiledDuty.DOCUMENT_FILING}].document",))
    papers = [paper for paper in context.case.received or () if paper.document is row.document]
    if any(not any(_is_about(filing, paper) for paper in papers) for filing in same if filing.received_on):
        # It names a day on which no such paper came: it may be this one.
        return Act(missing=(f"filings[{FiledDuty.DOCUMENT_FILING}].received_on",))
    return Act()


def _is_about(filing: FilingFacts, row: Received) -> bool:
    """By day of receipt where the filing names one; else any paper of the kind that had come when it was made."""
    days = {row.on, row.forwarded_on} - {None}
    if not days:
        return True
    if filing.received_on is not None:
        return filing.received_on in days
    return filing.on is None or row.on is None or filing.on >= row.on


def act_of(filings: Sequence[FilingFacts], place: str) -> Act:
    """The act behind ``filings``; while all are returned, whether it counts is open (rulings.md 21)."""
    if filings and all(filing.returned for filing in filings):
        return Act(missing=(f"{place}.accepted",))
    # A returned filing that was amended counts from the day it was first submitted.
    return earliest([filing.on for filing in filings], f"{place}.on")


def filed_act(context: CaseInContext, duty: FiledDuty) -> Act:
    """The first act of its kind in this case, whatever it is about."""
    if context.case.filings is None:
        return Act(missing=("filings",))
    return act_of(filings_of(context, duty), f"filings[{duty}]")


def appeal_reviews(context: CaseInContext) -> Iterator[Duty]:
    """N5.4: the opinion to appeal, three days from receipt; due only from a unit that wants to appeal (AMB-26)."""
    case, decision = context.case, context.case.decision
    if decision is None or not appeal_rule(context):
        return
    appealed = any(appeal.by is Party.UNIT for appeal in decision.appeals or ())
    wants = appealed or bool(filings_of(context, FiledDuty.APPEAL_REVIEW))
    if not wants and context.law.readings["AMB-26"] == "not_required":
        return
    form = form_of(case) or DecisionForm.JUDGMENT
    papers = [row for row in case.received or () if row.document is PAPER_OF[form]]
    row = max(papers, key=lambda row: row.on or date.min, default=None)
    day = (notice_day(context, row) if row else None) or served_on_unit(case)
    value = context.law.obligation("N5.4", day or context.as_of)
    if value is None:
        return
    act = filed_act(context, FiledDuty.APPEAL_REVIEW)
    count = context.law.counter.notice_days(day, value.amount or 0) if day else None
    settled = settle(count, act, context.as_of) if count else undetermined("decision.services[unit].on")
    if row is not None:
        settled = unless_still_to_be_forwarded(context, row, settled)
    yield assemble(
        code=DutyCode.APPEAL_REVIEW,
        clause="N5.4",
        value=value,
        trigger=Trigger(document=PAPER_OF[form], on=day),
        started=started_by(row, day) if row else None,
        count=count,
        act=act,
        settled=settled,
        uid=row.uid if row else "",
        application=application(context, "N5.4"),
    )


def loss_analyses(context: CaseInContext) -> Iterator[Duty]:
    """N5.5: ten days from the day a judgment that is a loss takes effect (facts.md §0.3(5))."""
    case, decision = context.case, context.case.decision
    lost = lost_outcomes(context)
    if decision is None or (lost is not None and not lost):
        return
    if case.instance is Instance.RETRIAL and decision.disposition is Disposition.UPHELD:
        return  # the loss was analysed when the judgment now upheld took effect
    effect = effect_of(context)
    if effect.state is State.UNDETERMINED and lost:
        missing, day = effect.missing, None
    elif effect.state is State.EFFECTIVE:
        missing, day = (() if lost else ("decision.outcomes",)), effect.on
    else:
        return
    value = context.law.obligation("N5.5", day or context.as_of)
    if value is None:
        return
    act = filed_act(context, FiledDuty.LOSS_ANALYSIS)
    count = context.law.counter.notice_days(day, value.amount or 0) if day else None
    settled = undetermined(*missing) if missing or count is None else settle(count, act, context.as_of)
    yield assemble(
        code=DutyCode.LOSS_ANALYSIS,
        clause="N5.5",
        value=value,
        trigger=Trigger(event=Event.EFFECTIVE, on=day),
        started=effect.steps,
        count=count,
        act=act,
        settled=settled,
        application=application(context, "N5.5"),
    )


def risk_reports(context: CaseInContext) -> Iterator[Duty]:
    """N5.1: 及时 has no number; not reported by the day the case is closed is the only thing days can show (B.7 7b)."""
    sensitive = context.case.sensitive
    if sensitive is None or (sensitive.flagged_on is None and not sensitive.grounds):
        return
    value = context.law.obligation("N5.1", sensitive.flagged_on or context.as_of)
    if value is None:
        return
    # The filing wins over the field (design, "Facts and filings differ").
    act = filed_act(context, FiledDuty.RISK_REPORT)
    if act.on is None and sensitive.reported_on is not None:
        act = Act(on=sensitive.reported_on)
    elif act.missing == ("filings",):
        act = Act(missing=("sensitive.reported_on",))
    closed = context.case.closed_on
    count = _by_closing(closed) if closed else None
    if count is not None:
        settled = settle(count, act, context.as_of)
    elif act.on is not None:
        settled = Settled(status=Status.MET, days_late=0)
    else:
        settled = Settled(status=Status.OPEN, days_late=0, because=(Node("duty.prompt"),))
    yield assemble(
        code=DutyCode.RISK_REPORT,
        clause="N5.1",
        value=value,
        trigger=Trigger(event=Event.FLAGGED, on=sensitive.flagged_on),
        count=count,
        act=act,
        settled=settled,
        application=application(context, "N5.1"),
    )


def _by_closing(closed: date) -> DayCount:
    return DayCount(
        style=Style.STATUTE, default=closed, derivation=(Node("period.closing", {"raw": closed}),)
    )


def archive_filings(context: CaseInContext) -> Iterator[Duty]:
    """N3.5: 立卷归档 after the case is closed; no limit is stated, so it is never late."""
    closed = context.case.closed_on
    if closed is None or (value := context.law.obligation("N3.5", closed)) is None:
        return
    act = filed_act(context, FiledDuty.ARCHIVE_FILING)
    if act.on is not None:
        settled = Settled(status=Status.MET, days_late=0)
    else:
        settled = Settled(status=Status.OPEN, days_late=0, because=(Node("duty.no_limit"),))
    yield assemble(
        code=DutyCode.ARCHIVE_FILING,
        clause="N3.5",
        value=value,
        trigger=Trigger(event=Event.CLOSED, on=closed),
        act=act,
        settled=settled,
        application=application(context, "N3.5"),
    )
