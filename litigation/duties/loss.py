"""败诉: judged on effective judgments only, counted once, in the case whose decision took effect (facts.md C.5; rulings.md 9)."""

from __future__ import annotations

from datetime import date
from functools import cache

from litigation.duties.case_in_context import CaseInContext
from litigation.duties.effect import Effect, State, effect_of
from litigation.duties.served import form_of
from litigation.vocabulary import DecisionForm, Disposition, Instance, Outcome

# Losses only under the extended reading (AMB-18): standing alone they are not a listed loss.
EXTENDED = frozenset({Outcome.REMEDIAL_MEASURES, Outcome.AGREEMENT_PERFORMANCE, Outcome.INDEMNITY})
ANEW = frozenset({Disposition.UPHELD, Disposition.REVERSED, Disposition.REMANDED})
WITHOUT_RESULT = frozenset({Disposition.REMANDED, Disposition.APPEAL_WITHDRAWN})


def lost_outcomes(context: CaseInContext) -> frozenset[Outcome] | None:
    """The outcomes that are a loss for this unit, whether or not in effect; None where the outcome is not recorded."""
    if "lost" not in context.memo:
        context.memo["lost"] = _lost_outcomes(context)
    lost: frozenset[Outcome] | None = context.memo["lost"]
    return lost


def _lost_outcomes(context: CaseInContext) -> frozenset[Outcome] | None:
    case, decision = context.case, context.case.decision
    if decision is None or not case.is_court_case or decision.disposition in WITHOUT_RESULT:
        return frozenset()
    if form_of(case) not in {DecisionForm.JUDGMENT, None}:
        return frozenset()
    if decision.outcomes is None:
        return None
    outcomes = frozenset(decision.outcomes)
    if Outcome.NOT_LOST_ELSEWHERE in outcomes:
        return frozenset()
    lost = outcomes & listed_losses(context, context.as_of)
    return lost | (outcomes & EXTENDED) if context.law.readings["AMB-18"] == "extended" else lost


def listed_losses(context: CaseInContext, day: date) -> frozenset[Outcome]:
    """The outcomes that clause 五（五） names."""
    # The list is the notice's own: it is what it was when the notice came, however early the day asked about.
    value = context.law.definition("loss_outcomes", max(day, context.law.notice_from)).value
    return _named(value) if isinstance(value, tuple) else frozenset()


@cache
def _named(tokens: tuple[str, ...]) -> frozenset[Outcome]:
    return frozenset(map(Outcome, tokens))


def is_loss(context: CaseInContext, effect: Effect | None = None) -> bool | None:
    """Whether this case counts as lost at ``as_of``; None where a missing fact decides."""
    lost = lost_outcomes(context)
    if lost is not None and not lost:
        return False
    effect = effect or effect_of(context)
    if effect.state is State.UNDETERMINED:
        return None
    if effect.state is not State.EFFECTIVE:
        return False
    if is_superseded(context):
        return False
    return None if lost is None else True


def is_superseded(context: CaseInContext) -> bool:
    """Whether an effective retrial decision has taken the place of this one: the loss then counts there, or nowhere."""
    for after in context.following():
        if after.case.instance is Instance.RETRIAL_REVIEW and is_superseded(after):
            return True
        if after.case.instance is Instance.RETRIAL and replaces(after):
            return True
    return False


def replaces(retrial: CaseInContext) -> bool:
    """Whether a retrial's decision is in effect and decided the case anew; one withdrawn or terminated did not."""
    decision = retrial.case.decision
    if decision is None or effect_of(retrial).state is not State.EFFECTIVE:
        return False
    return decision.disposition in ANEW or form_of(retrial.case) in {
        DecisionForm.JUDGMENT,
        DecisionForm.MEDIATION,
    }


def taken_back_on(context: CaseInContext) -> date | None:
    """The day on which a retrial took the decision back, so that nothing it ordered is owed any longer."""
    for after in context.following():
        if after.case.instance is Instance.RETRIAL_REVIEW and (day := taken_back_on(after)):
            return day
        if after.case.instance is Instance.RETRIAL and replaces(after):
            decision = after.case.decision
            if decision is not None and decision.disposition is not Disposition.UPHELD:
                return effect_of(after).on
    return None
