"""How a stage ends for the unit: the decision and its service, the day of effect, performance, the closed file."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from litigation.bundle.generate.days import due, working
from litigation.bundle.generate.draft import Draft, day_of
from litigation.bundle.generate.filings import file_paper, file_report
from litigation.bundle.generate.verdicts import LOST, TO_DO, Outcomes
from litigation.facts import Appeal, Decision, Performance, RefusalSign, Service, Suspension
from litigation.vocabulary import (
    DecisionForm,
    Disposition,
    Document,
    FiledDuty,
    Instance,
    Outcome,
    Party,
    Refusal,
    RespondentRole,
)

_PAPERS = {
    DecisionForm.JUDGMENT: Document.JUDGMENT,
    DecisionForm.RULING: Document.RULING,
    DecisionForm.MEDIATION: Document.MEDIATION,
    DecisionForm.DECISION: Document.RECONSIDERATION_DECISION,
    DecisionForm.AWARD: Document.AWARD,
}
_RESPONDENTS = (Party.UNIT, Party.CO_RESPONDENT)
_ALONE = (RespondentRole.SOLE, None)
_NOTE = "法院出具的生效证明载明生效日期，公告送达期满后计算"


def serve_decision(
    draft: Draft, on: date, form: DecisionForm, outcomes: Outcomes, disposition: Disposition | None = None
) -> None:
    """Serve the decision on the unit on ``on``, and on the others about then."""
    luck = draft.luck
    services = [Service(party=Party.UNIT, on=on)]
    # Some services nobody reports back to the county.
    reported = not luck.happens("service not reported", once_in=30)
    services.append(
        Service(party=Party.PLAINTIFF, on=on + timedelta(days=luck.between(0, 4)) if reported else None)
    )
    if luck.happens("third party", once_in=6):
        services.append(Service(party=Party.THIRD_PARTY, on=on + timedelta(days=luck.between(0, 9))))
    if draft.role not in _ALONE:
        services.append(Service(party=Party.CO_RESPONDENT, on=on + timedelta(days=luck.between(0, 2))))
    draft.receive(_PAPERS[form], on)
    draft.decision = Decision(
        form=form,
        disposition=disposition,
        outcomes=outcomes,
        services=tuple(services),
        appeals=() if draft.instance in (Instance.FIRST, Instance.REMAND) else None,
    )


def served_together(drafts: list[Draft]) -> None:
    """One judgment has one set of services: each of two respondents is the other's co-respondent, the rest is shared."""
    own = [next(row for row in draft.decided.services or () if row.party is Party.UNIT) for draft in drafts]
    others = [row for row in drafts[0].decided.services or () if row.party not in _RESPONDENTS]
    for number, draft in enumerate(drafts):
        other = replace(own[1 - number], party=Party.CO_RESPONDENT)
        draft.decision = replace(draft.decided, services=(own[number], *others, other))


def appeal(draft: Draft, by: Party) -> date:
    """``by`` appeals against the decision of ``draft``; returns the day."""
    days = 10 if draft.decided.form is DecisionForm.RULING else 15
    served = day_of(draft.received[-1])
    if by is Party.UNIT:
        file_report(draft, FiledDuty.APPEAL_REVIEW, served, 3)
    # Posted on the last day, or in the days before.
    on = min(working(served + timedelta(days=draft.luck.between(8, 15))), due(served, days))
    draft.decision = replace(draft.decided, appeals=(Appeal(by=by, on=on),))
    return on


def day_of_effect(draft: Draft) -> date:
    """When the decision takes effect if nobody appeals."""
    decision = draft.decided
    served = [service.on for service in decision.services or () if service.on]
    appealable = draft.instance in (Instance.FIRST, Instance.REMAND) and (
        decision.form is DecisionForm.JUDGMENT or decision.outcomes == (Outcome.SUIT_DISMISSED,)
    )
    if not appealable:
        return served[0]
    days = 15 if decision.form is DecisionForm.JUDGMENT else 10
    return max(due(day, days) for day in served) + timedelta(days=1)


def settle(draft: Draft, effective: date, outcomes: Outcomes) -> None:
    """What follows once ``outcomes`` stand: analysis of a loss, performance, the closed and archived file."""
    luck, decision = draft.luck, draft.decided
    if any(outcome in LOST for outcome in outcomes):
        file_report(draft, FiledDuty.LOSS_ANALYSIS, effective, 10)
        decisive = draft.evidence_late or luck.deal("late evidence noted", {None: 3, False: 1})
        decision = replace(decision, late_evidence_decisive=decisive)
    if any(outcome in TO_DO for outcome in outcomes):
        decision = replace(decision, performance=_performance(draft, effective))
    if luck.happens("effect certified", once_in=25):
        decision = replace(
            decision, effective_on=effective + timedelta(days=luck.between(20, 40)), note=_NOTE
        )
    draft.decision = decision
    if not luck.happens("never closed", once_in=8):
        draft.closed_on = working(effective + timedelta(days=luck.between(5, 60)))
        file_report(draft, FiledDuty.ARCHIVE_FILING, draft.closed_on, 30)


def _performance(draft: Draft, effective: date) -> Performance:
    luck = draft.luck
    term = luck.deal("term", {60: 3, 30: 2, 15: 1, 0: 1, None: 2})
    last_day = due(effective, term or 60)
    story = luck.deal(
        "performance",
        {
            "in time": 12,
            "late": 2,
            "after coercion": 3,
            "refused": 2,
            "never": 1,
            "unknown": 1,
            "suspended": 1,
        },
    )
    performed: date | None = None
    refusal: tuple[RefusalSign, ...] | None = None
    if story == "in time":
        performed = working(effective + timedelta(days=luck.between(3, (last_day - effective).days - 3)))
        refusal = ()
    elif story == "late":
        performed = working(last_day + timedelta(days=luck.between(4, 60)))
    elif story in ("after coercion", "refused"):
        signs = luck.between(1, 2)
        refusal = tuple(
            _sign(draft, working(last_day + timedelta(days=7 * number))) for number in range(1, signs + 1)
        )
        if story == "after coercion":
            performed = working(last_day + timedelta(days=luck.between(20, 60)))
    # A retrial that another register tells of: enforcement stands still.
    stopped = (
        (Suspension(on=working(effective + timedelta(days=luck.between(10, 50)))),)
        if story == "suspended"
        else None
    )
    return Performance(
        within_days=term or None,
        due_on=last_day if term == 0 else None,
        performed_on=performed,
        suspensions=stopped,
        refusal=refusal,
    )


def _sign(draft: Draft, on: date) -> RefusalSign:
    kinds = {
        Refusal.ENFORCEMENT_NOTICE: 2,
        Refusal.FINE: 1,
        Refusal.PUBLIC_NOTICE: 1,
        Refusal.DETENTION: 1,
        Refusal.WRITTEN_REFUSAL: 1,
        Refusal.SAME_ACT_REPEATED: 1,
    }
    kind = draft.luck.deal("sign of refusal", kinds)
    if kind is Refusal.ENFORCEMENT_NOTICE:
        draft.receive(Document.ENFORCEMENT_NOTICE, on)
        file_paper(draft, Document.ENFORCEMENT_NOTICE, on)
    return RefusalSign(kind=kind, on=on)
