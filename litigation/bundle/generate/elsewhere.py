"""Disputes that no court hears: reconsideration, labour arbitration, other arbitration."""

from __future__ import annotations

from datetime import date, timedelta

from litigation.bundle.generate.books import Books
from litigation.bundle.generate.county import COUNTY, ORGANISATIONS, PEOPLE, SUED, causes_of, title_of
from litigation.bundle.generate.days import court_day, due, due_in_working_days, working
from litigation.bundle.generate.draft import Draft
from litigation.bundle.generate.endings import serve_decision, settle
from litigation.bundle.generate.filings import file_papers
from litigation.bundle.generate.hearings import hold
from litigation.bundle.generate.luck import Luck
from litigation.bundle.generate.verdicts import Outcomes
from litigation.facts import CaseFacts, DisputeFacts, Plaintiff, Submitted
from litigation.vocabulary import (
    CaseKind,
    DecisionForm,
    Document,
    Instance,
    Item,
    Outcome,
    PlaintiffKind,
    Procedure,
)

_KINDS = {CaseKind.RECONSIDERATION: 5, CaseKind.LABOUR_ARBITRATION: 3, CaseKind.ARBITRATION: 2}
_NEW_LAW = date(
    2024, 1, 1
)  # 行政复议法（2023）: ten working days, five in summary procedure, hearings with the head
_DECISIONS: dict[Outcomes, int] = {
    (Outcome.CLAIM_DISMISSED,): 6,
    (Outcome.REVOKED,): 2,
    (Outcome.ORDERED_TO_PERFORM,): 1,
    (Outcome.DECLARED_UNLAWFUL,): 1,
    (Outcome.TERMINATED,): 1,
    (Outcome.MEDIATED,): 1,
}
_AWARDS: dict[Outcomes, int] = {
    (Outcome.CLAIM_DISMISSED,): 2,
    (Outcome.ORDERED_TO_PAY,): 2,
    (Outcome.MEDIATED,): 1,
}
_ANSWERS = {"in time": 12, "late": 2, "nothing": 1, "unknown": 1}


def tell_elsewhere(luck: Luck, books: Books, opened: date) -> tuple[DisputeFacts, list[CaseFacts]]:
    """A dispute of one case before a reconsideration organ or an arbitration commission."""
    kind = luck.deal("kind elsewhere", _KINDS)
    unit = luck.deal("sued elsewhere", SUED)
    person = kind is CaseKind.LABOUR_ARBITRATION or luck.deal("applicant", {True: 2, False: 1})
    plaintiff = Plaintiff(
        kind=PlaintiffKind.PERSON if person else PlaintiffKind.ORGANISATION,
        name=luck.pick(PEOPLE if person else ORGANISATIONS),
    )
    dispute = books.dispute_ref()
    draft = Draft(
        luck=luck,
        ref=books.case_ref(),
        unit=unit,
        kind=kind,
        instance=Instance.NONE,
        dispute=dispute,
        plaintiffs=(plaintiff,),
    )
    if kind is CaseKind.RECONSIDERATION:
        _reconsider(draft, books, opened)
    else:
        _arbitrate(draft, books, opened)
    title = title_of(plaintiff.name, unit, draft.cause)
    return DisputeFacts(ref=dispute, title=title), [draft.finished()]


def _reconsider(draft: Draft, books: Books, opened: date) -> None:
    luck = draft.luck
    city = draft.unit == COUNTY
    draft.tribunal = "济宁市人民政府" if city else "泗水县人民政府"
    draft.docket = books.file_number("济政复字" if city else "泗政复字", opened)
    draft.cause = luck.pick(causes_of(draft.unit))
    new_law = opened >= _NEW_LAW
    if new_law:
        draft.procedure = luck.deal(
            "reconsideration procedure", {Procedure.ORDINARY: 3, Procedure.SUMMARY: 2}
        )
    draft.receive(Document.RECONSIDERATION_APPLICATION, opened)
    days = 5 if draft.procedure is Procedure.SUMMARY else 10
    last_day = due_in_working_days(opened, days) if new_law else due(opened, days)
    _answer(draft, opened, last_day)
    decided = working(opened + timedelta(days=luck.between(30, 58)))
    if new_law and luck.happens("reconsideration heard", once_in=4):
        hold(draft, [court_day(opened + timedelta(days=luck.between(15, 28)))])
    _end(draft, decided, DecisionForm.DECISION, luck.deal("reconsideration", _DECISIONS))


def _arbitrate(draft: Draft, books: Books, opened: date) -> None:
    labour = draft.kind is CaseKind.LABOUR_ARBITRATION
    draft.tribunal = "泗水县劳动人事争议仲裁委员会" if labour else "济宁仲裁委员会"
    draft.docket = books.file_number("泗劳人仲案字" if labour else "济仲字", opened)
    draft.cause = "人事争议" if labour else "合同纠纷"
    draft.receive(Document.ARBITRATION_APPLICATION, opened)
    _answer(draft, opened, due(opened, 10))
    decided = working(opened + timedelta(days=draft.luck.between(30, 60)))
    _end(draft, decided, DecisionForm.AWARD, draft.luck.deal("award", _AWARDS))


def _answer(draft: Draft, opened: date, last_day: date) -> None:
    how = draft.luck.deal("answer elsewhere", _ANSWERS)
    if how == "unknown":
        draft.submitted = None
    elif how != "nothing":
        in_time = min(working(opened + timedelta(days=draft.luck.between(4, 9))), last_day)
        on = in_time if how == "in time" else working(last_day + timedelta(days=draft.luck.between(1, 9)))
        draft.submitted = [
            Submitted(item=item, on=on) for item in (Item.DEFENCE, Item.EVIDENCE, Item.LEGAL_BASIS)
        ]


def _end(draft: Draft, on: date, form: DecisionForm, outcomes: Outcomes) -> None:
    if outcomes == (Outcome.MEDIATED,):
        form = DecisionForm.MEDIATION
    serve_decision(draft, on, form, outcomes)
    file_papers(draft)
    settle(draft, on, outcomes)
