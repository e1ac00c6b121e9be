"""One stage before a court, for one respondent or for two under one docket: from service to decision."""

from __future__ import annotations

from datetime import date, timedelta

from litigation.bundle.generate.days import court_day, working
from litigation.bundle.generate.draft import Draft
from litigation.bundle.generate.endings import serve_decision, served_together
from litigation.bundle.generate.filings import file_papers
from litigation.bundle.generate.hearings import hold, sitting_days
from litigation.bundle.generate.incidents import flag, misbehave, recommend
from litigation.bundle.generate.service import answer, serve_opening
from litigation.bundle.generate.verdicts import (
    Outcomes,
    first_verdict,
    for_the_other,
    higher_verdict,
    verdict_without_hearing,
)
from litigation.vocabulary import DecisionForm, Disposition, Instance, ParticipantRole, Party


def try_first(drafts: list[Draft], opened: date) -> Outcomes:
    """A trial at first instance, or after remand; returns the outcomes for the first respondent."""
    luck = drafts[0].luck
    early = luck.happens("without a hearing", once_in=8)
    hearing_on = court_day(opened + timedelta(days=luck.between(25, 60)))
    for draft in drafts:
        serve_opening(draft, opened, hearing_on)
        if not early or luck.happens("answer before the end", once_in=2):
            answer(draft, opened)
        _incidents_before(draft)
    if early:
        outcomes, form = verdict_without_hearing(luck), DecisionForm.RULING
        decided = working(opened + timedelta(days=luck.between(6, 20)))
    else:
        last = _hear(drafts, hearing_on)
        form, outcomes = first_verdict(luck, drafts[0].kind)
        decided = working(last + timedelta(days=luck.between(15, 90)))
    _decide(drafts, decided, form, outcomes)
    return outcomes


def try_again(drafts: list[Draft], opened: date, before: Outcomes, appellant: Party) -> Disposition:
    """The second instance, on paper or with a hearing, or the retrial; returns what it did."""
    luck = drafts[0].luck
    retrial = drafts[0].instance is Instance.RETRIAL
    heard = retrial or luck.deal("second instance heard", {True: 1, False: 1})
    hearing_on = court_day(opened + timedelta(days=luck.between(25, 50))) if heard else None
    for draft in drafts:
        serve_opening(draft, opened, hearing_on, appeal_of_others=appellant is not Party.UNIT)
        if not retrial and appellant is not Party.UNIT:
            answer(draft, opened)
    last = _hear(drafts, hearing_on) if hearing_on else opened
    form, disposition, outcomes = higher_verdict(luck, before, retrial=retrial)
    _decide(drafts, working(last + timedelta(days=luck.between(20, 60))), form, outcomes, disposition)
    return disposition


def review(draft: Draft, opened: date) -> bool:
    """The examination of an application for retrial, always on paper; returns whether a retrial is ordered."""
    serve_opening(draft, opened, None)
    answer(draft, opened)
    ordered = draft.luck.deal("retrial ordered", {True: 1, False: 1})
    _decide([draft], working(opened + timedelta(days=draft.luck.between(30, 80))), DecisionForm.RULING, ())
    return ordered


def _hear(drafts: list[Draft], first: date) -> date:
    days = sitting_days(drafts[0].luck, first)
    for draft in drafts:
        hold(draft, days)
        present = {row.role for hearing in draft.hearings for row in hearing.attendance or ()}
        absent = ParticipantRole.HEAD not in present
        if draft.luck.happens("recommended", once_in=25) or (
            absent and draft.luck.happens("blame", once_in=2)
        ):
            recommend(draft, days[-1])
    return days[-1]


def _decide(
    drafts: list[Draft],
    on: date,
    form: DecisionForm,
    outcomes: Outcomes,
    disposition: Disposition | None = None,
) -> None:
    for number, draft in enumerate(drafts):
        shared = number == 0 or form is not DecisionForm.JUDGMENT
        own = outcomes if shared else for_the_other(draft.luck, outcomes)
        serve_decision(draft, working(on + timedelta(days=number)), form, own, disposition)
        file_papers(draft)
    if len(drafts) > 1:
        served_together(drafts)


def _incidents_before(draft: Draft) -> None:
    if draft.luck.happens("sensitive", once_in=15):
        flag(draft)
    if draft.luck.happens("conduct", once_in=30):
        misbehave(draft)
