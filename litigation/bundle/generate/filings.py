"""What the unit owes the justice bureau: registrations, copies of papers, opinions, reports, archives."""

from __future__ import annotations

from datetime import date, timedelta

from litigation.bundle.generate.county import COUNTY
from litigation.bundle.generate.days import due, due_in_working_days, working
from litigation.bundle.generate.draft import Draft, day_of
from litigation.facts import FilingFacts, Received
from litigation.vocabulary import Document, FiledDuty, Instance

_FILED = {
    Document.COMPLAINT,
    Document.SUMMONS,
    Document.APPEARANCE_NOTICE,
    Document.RESPONSE_NOTICE,
    Document.JUDGMENT,
    Document.RULING,
}
_CALLS_THE_HEAD = {Document.RESPONSE_NOTICE, Document.SUMMONS, Document.APPEARANCE_NOTICE}
_WHEN = {"in time": 40, "on the last day": 20, "within working days": 2, "late": 2, "never": 1}


def file_papers(draft: Draft) -> None:
    """Register the appearance and file the served papers, two days each (N4.4, N5.3)."""
    calls = [row for row in draft.received if row.document in _CALLS_THE_HEAD]
    if calls and (on := _filed_on(draft, _day_0(calls[0]), 2)):
        defect = True if draft.luck.happens("defect", once_in=30) else None
        draft.filings.append(
            FilingFacts(duty=FiledDuty.APPEARANCE_REGISTRATION, on=on, content_defect=defect)
        )
    # A hurried clerk files all papers of a kind at once and does not say which.
    says_which = not draft.luck.happens("one filing for all", once_in=15)
    # The notice names some papers only; many a clerk files whatever comes (AMB-10).
    in_review = draft.instance is Instance.RETRIAL_REVIEW
    files_all = in_review or draft.unit == COUNTY or draft.luck.happens("everything filed", once_in=3)
    for row in draft.received:
        if row.document not in _FILED and not files_all:
            continue
        if on := _filed_on(draft, _day_0(row), 2):
            draft.filings.append(
                FilingFacts(
                    duty=FiledDuty.DOCUMENT_FILING,
                    document=row.document,
                    received_on=row.on if says_which else None,
                    on=on,
                )
            )


def file_paper(draft: Draft, document: Document, received_on: date) -> None:
    """File a paper that comes after all others."""
    if on := _filed_on(draft, received_on, 2):
        filing = FilingFacts(
            duty=FiledDuty.DOCUMENT_FILING, document=document, received_on=received_on, on=on
        )
        draft.filings.append(filing)


def file_report(draft: Draft, duty: FiledDuty, day_0: date, days: int) -> None:
    """File an opinion, analysis or archive owed within ``days`` of ``day_0``; or late, or never."""
    if on := _filed_on(draft, day_0, days):
        draft.filings.append(FilingFacts(duty=duty, on=on))


def _day_0(row: Received) -> date:
    return row.forwarded_on or day_of(row)


def _filed_on(draft: Draft, day_0: date, days: int) -> date | None:
    last_day = due(day_0, days)
    match draft.luck.deal("filing", _WHEN):
        case "in time":
            return min(working(day_0 + timedelta(days=draft.luck.between(0, days))), last_day)
        case "on the last day":
            return last_day
        case "within working days":
            return due_in_working_days(day_0, days)
        case "late":
            return working(due_in_working_days(day_0, days) + timedelta(days=draft.luck.between(1, 15)))
    return None
