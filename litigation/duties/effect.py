"""When a decision takes effect, and whether it is a loss (facts.md C.5, C.6; AMB-14, 15, 18)."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

import msgspec

from litigation.duties.case_in_context import CaseInContext
from litigation.duties.served import (
    appeals_in_time,
    appellants,
    form_of,
    second_instances,
    served_on_unit,
    services_of,
)
from litigation.facts import CaseFacts, Decision
from litigation.law.sentences import Node, Scalar
from litigation.law.working_days import ONE_DAY
from litigation.vocabulary import (
    DecisionForm,
    Disposition,
    Instance,
    Outcome,
)

FIRST_PROCEDURE = frozenset({Instance.FIRST, Instance.REMAND})


class State(StrEnum):
    NO_DECISION = "no_decision"  # 未裁判
    PENDING = "pending"  # 尚未生效
    APPEALED = "appealed"  # 已上诉，不生效
    EFFECTIVE = "effective"  # 已生效
    UNDETERMINED = "undetermined"  # 无法判定


class Effect(msgspec.Struct, frozen=True, kw_only=True):
    """``on`` is set only in EFFECTIVE, ``missing`` only in UNDETERMINED; a PENDING one stays so until ``not_before``."""

    state: State
    on: date | None = None
    not_before: date | None = None
    missing: tuple[str, ...] = ()
    steps: tuple[Node, ...] = ()


def effect_of(context: CaseInContext) -> Effect:
    """Whether and when the decision of this case took effect, as of the day of the context."""
    if "effect" not in context.memo:
        context.memo["effect"] = _effect(context)
    effect: Effect = context.memo["effect"]
    return effect


def _effect(context: CaseInContext) -> Effect:
    case = context.case
    decision = case.decision
    if decision is None:
        return Effect(state=State.NO_DECISION)
    if decision.effective_on is not None:
        return _by(context, decision.effective_on, Node("effect.recorded", {"on": decision.effective_on}))
    later = second_instances(context)
    limit = appeal_limit(context)
    withdrawn = [after for after in later if _disposition(after) is Disposition.APPEAL_WITHDRAWN]
    if withdrawn and {after.docket for after in later} == {after.docket for after in withdrawn}:
        return _after_withdrawal(context, withdrawn[0], limit)
    if limit is None:
        return _without_appeal(context, decision)
    if limit == 0:
        return _unknown(_untold(context, decision))
    appeals = list(appeals_in_time(context, limit))
    if later or any(appeals):
        return Effect(state=State.APPEALED, steps=(Node("effect.appealed"),))
    if appeals:
        # Late by the record: whether the court took it up decides, and only the case that follows would show that.
        return _unknown("decision.appeals.accepted")
    return _after_appeal_period(context, decision, limit)


def _untold(context: CaseInContext, decision: Decision) -> str:
    """The fact without which nobody can say whether the decision can be appealed."""
    form = form_of(context.case)
    if form is None:
        return "decision.form"
    if form is DecisionForm.RULING and decision.outcomes is None:
        return "decision.outcomes"
    return "docket" if any(context.preceding()) else "follows"


def appeal_limit(context: CaseInContext) -> int | None:
    """Days to appeal against this decision (S-06, S-07); None where it cannot be appealed, 0 where that is not known."""
    rule = appeal_rule(context)
    if rule is None or rule == "":
        return None if rule is None else 0
    day = served_on_unit(context.case) or context.as_of
    value = context.law.limit(rule, day)
    return value.amount if value is not None and value.amount else 0


def appeal_rule(context: CaseInContext) -> str | None:
    """The row of table S for an appeal; None: not appealable; empty: the record does not say which."""
    if "appeal_rule" not in context.memo:
        context.memo["appeal_rule"] = _appeal_rule(context)
    rule: str | None = context.memo["appeal_rule"]
    return rule


def _appeal_rule(context: CaseInContext) -> str | None:
    case = context.case
    decision = case.decision
    if decision is None or not case.is_court_case:
        return None
    first = _is_first_procedure(context)
    form = form_of(case)
    if first is False or form in {DecisionForm.MEDIATION, DecisionForm.DECISION, DecisionForm.AWARD}:
        return None
    if form is None or first is None:
        return ""
    if form is DecisionForm.JUDGMENT:
        return "S-06"
    if decision.outcomes is None:
        return ""
    return "S-07" if Outcome.SUIT_DISMISSED in decision.outcomes else None


def _is_first_procedure(context: CaseInContext) -> bool | None:
    """Whether the decision was made in first-instance procedure; a retrial follows the one it retries (2018 art 119)."""
    case = context.case
    if case.instance in FIRST_PROCEDURE:
        return True
    if case.instance is not Instance.RETRIAL:
        return False
    earlier = [before for before in context.preceding() if before.instance is not Instance.RETRIAL_REVIEW]
    if not earlier:
        return None
    if any(before.instance is Instance.SECOND for before in earlier):
        return False
    tried, retried = _court(earlier[0]), _court(case)
    # A higher court that takes the case up itself (提审) uses second-instance procedure.
    return None if tried is None or retried is None else tried == retried


def _court(case: CaseFacts) -> str | None:
    """The court's code in the docket number (法〔2015〕137号), such as 鲁0831."""
    if not case.docket:
        return None
    code = case.docket.partition("）")[2].partition("行")[0]
    return code or None


def _disposition(case: CaseFacts) -> Disposition | None:
    return case.decision.disposition if case.decision else None


def _by(context: CaseInContext, day: date, *steps: Node) -> Effect:
    if day > context.as_of:
        return Effect(state=State.PENDING, not_before=day, steps=steps)
    return Effect(state=State.EFFECTIVE, on=day, steps=steps)


def _unknown(*missing: str) -> Effect:
    return Effect(
        state=State.UNDETERMINED,
        missing=missing,
        steps=tuple(Node("effect.unknown", {"fact": m}) for m in missing),
    )


def _after_withdrawal(context: CaseInContext, second: CaseFacts, limit: int | None) -> Effect:
    """From service of the ruling (facts.md C.6(8), M), but not before the time of those who might still appeal is over."""
    served = served_on_unit(second)
    if served is None:
        return _unknown(f"case[{second.ref}].decision.services[unit].on")
    withdrew = appellants(context)
    for service in services_of(context)[0] if withdrew and limit else ():
        end = context.law.counter.calendar_days(service.on, limit or 0).default
        if service.party not in withdrew and end is not None:
            served = max(served, end + ONE_DAY)
    return _by(context, served, Node("effect.appeal_withdrawn", {"on": served}))


def _without_appeal(context: CaseInContext, decision: Decision) -> Effect:
    """Second instance, other rulings, mediation, reconsideration: with service (facts.md C.6(2)–(5), (7))."""
    form = form_of(context.case)
    if form is DecisionForm.AWARD:
        # Whether an award is final at once or after 15 days is not on record (劳动争议调解仲裁法 47–50).
        return _unknown("decision.effective_on")
    every_party = form is DecisionForm.MEDIATION or (
        context.case.instance is Instance.SECOND and context.law.readings["AMB-15"] == "last_service"
    )
    if every_party:
        services, missing = services_of(context)
        if missing:
            return _unknown(*missing)
        served = max(service.on for service in services)
    else:
        on_unit = served_on_unit(context.case)
        if on_unit is None:
            return _unknown("decision.services[unit].on")
        served = on_unit
    if form is DecisionForm.MEDIATION:
        return _by(context, served, Node("effect.signed", {"on": served}))
    if form is DecisionForm.DECISION:
        return _by(context, served, Node("effect.decision", {"on": served}))
    return _by(context, served, Node("effect.with_service", {"on": served}))


def _after_appeal_period(context: CaseInContext, decision: Decision, limit: int) -> Effect:
    """The day after the last party's appeal period, each rolled (AMB-14; 行政诉讼法 85)."""
    services, missing = services_of(context)
    wait = timedelta(0) if context.law.readings["AMB-14"] == "expiry_day" else ONE_DAY
    ends: list[date] = []
    # The latest first: while one period surely runs, nothing hangs on the calendar of the others.
    for served in sorted({on for _party, on in services}, reverse=True):
        if (shortest := served + timedelta(days=limit) + wait) > context.as_of:
            running = Node("effect.period_running", {"served": served})
            return Effect(state=State.PENDING, not_before=shortest, steps=(running,))
        end = context.law.counter.calendar_days(served, limit).default
        if end is None:
            return _unknown("calendar")
        ends.append(end)
    if not ends or (missing and max(ends) + wait <= context.as_of):
        return _unknown(*missing)
    last = max(ends)
    params: dict[str, Scalar] = {
        "start": max(on for _party, on in services),
        "days": limit,
        "last": last,
        "on": last + wait,
    }
    return _by(context, last + wait, Node("effect.after_appeal_period", params))
