"""What is served on the unit, and what it hands in: the opening papers, the answer, the evidence."""

from __future__ import annotations

from datetime import date, timedelta

from litigation.bundle.generate.days import due, is_working, working
from litigation.bundle.generate.draft import Draft
from litigation.facts import EvidenceExtension, Submitted
from litigation.vocabulary import Document, Instance, Item, Procedure

_ANSWER_DAYS = 15  # S-01, S-08, S-10

# How the answer goes: mostly in time, and sometimes in each of the ways in which it does not.
_ANSWERS = {
    "early": 20,
    "last_day": 6,
    "make_up_saturday": 1,
    "late": 2,
    "evidence_late": 2,
    "no_evidence": 1,
    "nothing": 1,
    "unknown": 1,
}


def serve_opening(draft: Draft, on: date, hearing_on: date | None, *, appeal_of_others: bool = True) -> None:
    """Serve on ``on`` what opens this stage, and the call to the hearing where one will be held."""
    luck = draft.luck
    match draft.instance:
        case Instance.FIRST:
            draft.receive(Document.COMPLAINT, on)
            draft.receive(Document.RESPONSE_NOTICE, on)
            if draft.procedure is Procedure.SUMMARY:
                draft.receive(
                    Document.EVIDENCE_NOTICE, on, by=working(on + timedelta(days=luck.between(8, 15)))
                )
            elif luck.happens("evidence notice", once_in=3):
                draft.receive(Document.EVIDENCE_NOTICE, on)
        case Instance.SECOND:
            draft.receive(Document.APPEAL if appeal_of_others else Document.RESPONSE_NOTICE, on)
        case Instance.RETRIAL_REVIEW:
            draft.receive(Document.RETRIAL_APPLICATION, on)
        case Instance.RETRIAL:
            draft.receive(Document.RULING, on)
            draft.receive(Document.RESPONSE_NOTICE, on)
        case _:
            draft.receive(Document.RESPONSE_NOTICE, on)
    if hearing_on:
        _call(draft, on, hearing_on)


def _call(draft: Draft, on: date, hearing_on: date) -> None:
    """The summons comes with the first papers or some days later; a notice of appearance may come with it."""
    later = draft.luck.deal("summons comes", {0: 4, 5: 1, 12: 1})
    served = working(on + timedelta(days=later))
    draft.receive(Document.SUMMONS, served, hearing_on=hearing_on)
    if draft.luck.happens("notice of appearance", once_in=3):
        draft.receive(Document.APPEARANCE_NOTICE, served, hearing_on=hearing_on)


def answer(draft: Draft, on: date) -> None:
    """Hand in the answer to what was served on ``on``: in time or late, whole or in part, or not at all."""
    luck, last_day = draft.luck, due(on, _ANSWER_DAYS)
    how = luck.deal("answer", _ANSWERS)
    in_time = working(on + timedelta(days=luck.between(5, 11)))
    late = working(last_day + timedelta(days=luck.between(1, 12)))
    if how == "unknown":
        draft.submitted = None
        return
    draft.submitted = []
    draft.evidence_late = True  # until it has come
    if how == "nothing":
        return
    defence = {"last_day": last_day, "late": late, "make_up_saturday": _make_up(last_day)}.get(how, in_time)
    evidence = late if how == "evidence_late" else defence
    draft.submitted.append(Submitted(item=Item.DEFENCE, on=defence))
    if draft.instance is Instance.RETRIAL_REVIEW or how == "no_evidence":
        return
    if draft.instance is Instance.FIRST and luck.happens("extension", once_in=25):
        evidence = _extend(draft, on)
    draft.evidence_late = evidence > last_day and draft.evidence_extension is None
    draft.submitted.append(Submitted(item=Item.EVIDENCE, on=evidence))
    draft.submitted.append(Submitted(item=Item.LEGAL_BASIS, on=evidence))
    if luck.happens("more papers", once_in=12):
        noted = luck.deal("day noted", {True: 3, False: 1})
        draft.submitted.append(Submitted(item=Item.OTHER, on=late if noted else None))


def _make_up(last_day: date) -> date:
    """The make-up weekend that follows closely, where there is one: some wrongly take it for the last day."""
    for later in range(1, 5):
        day = last_day + timedelta(days=later)
        if day.weekday() >= 5 and is_working(day):
            return day
    return last_day


def _extend(draft: Draft, on: date) -> date:
    """延期提供证据: applied for in time; granted or not; the evidence follows the end of the obstacle."""
    applied = working(on + timedelta(days=draft.luck.between(4, 10)))
    granted = draft.luck.deal("extension granted", {True: 3, False: 1})
    removed = working(applied + timedelta(days=draft.luck.between(15, 30)))
    draft.evidence_extension = EvidenceExtension(
        applied_on=applied,
        granted_on=working(applied + timedelta(days=1)) if granted else None,
        obstacle_removed_on=removed,
    )
    return working(removed + timedelta(days=draft.luck.between(3, 13)))
