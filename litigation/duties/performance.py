"""N3.7 — performing what an effective decision orders (B.5; rulings.md 12–14), and the own right to appeal (S-06, S-07)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from litigation.duties.assemble import assemble
from litigation.duties.case_in_context import CaseInContext
from litigation.duties.duty import Duty, DutyCode, Event, Status, Trigger
from litigation.duties.effect import Effect, State, appeal_rule, effect_of
from litigation.duties.loss import taken_back_on
from litigation.duties.notice_clock import application
from litigation.duties.served import form_of, served_on_unit
from litigation.duties.timing import Act, Settled, earliest, settle, undetermined
from litigation.facts import Decision, Performance
from litigation.law.parameters import Dated
from litigation.law.periods import DayCount
from litigation.law.sentences import Node
from litigation.vocabulary import PAPER_OF, CaseKind, Outcome, Party, Refusal

CLAUSE = "N3.7"
ORDERS = frozenset(
    {
        Outcome.ORDERED_TO_REMAKE,
        Outcome.ORDERED_TO_PERFORM,
        Outcome.ORDERED_TO_PAY,
        Outcome.COMPENSATION_AWARDED,
    }
)
#: That the sixty days run from service of the decision is our reading (facts.md B.4, S-17: I).
FIRST_DAY_OF_S_17 = Node(
    "grade.I", {"source": "六十日自决定送达之日起算", "source_en": "sixty days from service of the decision"}
)
#: What a court does only while its decision is being enforced (行政诉讼法 96).
ENFORCED = frozenset({Refusal.ENFORCEMENT_NOTICE, Refusal.FINE, Refusal.PUBLIC_NOTICE, Refusal.DETENTION})


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """The term to perform: its last day and where it comes from; ``count`` None where the record states none."""

    count: DayCount | None = None
    rule: str | None = None
    value: Dated | None = None


def leaves_something_to_do(decision: Decision | None) -> bool:
    """Whether the decision, once in effect, leaves the unit something to do (bundle.md, category 5)."""
    if decision is None:
        return False
    return decision.performance is not None or bool(ORDERS & set(decision.outcomes or ()))


def performance_duties(context: CaseInContext) -> Iterator[Duty]:
    """One duty once the decision is in effect; undetermined where whether it is in effect cannot be told."""
    decision = context.case.decision
    if decision is None or not leaves_something_to_do(decision):
        return
    effect = effect_of(context)
    if effect.state not in {State.EFFECTIVE, State.UNDETERMINED}:
        return
    performance = decision.performance or Performance()
    term = _term(context, decision, performance, effect.on)
    act = Act(on=performance.performed_on)
    settled = _settle(context, performance, term, act, effect)
    yield assemble(
        code=DutyCode.PERFORMANCE,
        clause=CLAUSE,
        rule=term.rule,
        value=term.value,
        trigger=Trigger(event=Event.EFFECTIVE, on=effect.on),
        started=effect.steps,
        # While the clock stands still there is no last day.
        count=None if _stopped(performance, term) else term.count,
        act=act,
        settled=settled,
        application=application(context, CLAUSE),
    )


def _term(context: CaseInContext, decision: Decision, performance: Performance, start: date | None) -> Term:
    """As stated; a remake without a term has two months (I), after reconsideration sixty days (S-17)."""
    counter = context.law.counter
    if performance.due_on is not None:
        return Term(count=counter.set_day(performance.due_on))
    if start is None:
        return Term()
    if performance.within_days is not None:
        return Term(count=counter.calendar_days(start, performance.within_days))
    if Outcome.ORDERED_TO_REMAKE not in (decision.outcomes or ()):
        return Term()
    if context.case.kind is CaseKind.RECONSIDERATION:
        limit = context.law.limit("S-17", start)
        if limit is not None and limit.amount:
            count = counter.calendar_days(start, limit.amount)
            said = msgspec.structs.replace(count, derivation=(*count.derivation, FIRST_DAY_OF_S_17))
            return Term(count=said, rule="S-17", value=limit)
    months = context.law.number("remake_term_months", start)
    if months is None:
        return Term()
    value = context.law.definition("remake_term_months", start)
    return Term(count=counter.months(start, months), value=value)


def _settle(
    context: CaseInContext, performance: Performance, term: Term, act: Act, effect: Effect
) -> Settled:
    if effect.state is State.UNDETERMINED:
        return undetermined(*effect.missing)
    if term.count is None:
        if act.on is not None:
            return Settled(status=Status.MET, days_late=0)
        return undetermined("decision.performance.within_days")
    stopped = _stopped(performance, term)
    if stopped is not None and _enforced_after(performance, stopped):
        return undetermined("decision.performance.suspensions")
    if stopped is not None and act.on is None:
        standing = Node("performance.suspended", {"on": stopped})
        return Settled(status=Status.OPEN, days_late=0, because=(standing,))
    if stopped is not None:
        # While the clock stood still no day was late.
        return Settled(status=Status.MET, days_late=0, because=(Node("duty.done", {"done": act.on}),))
    return settle(term.count, act, context.as_of, taken_back_on(context))


def _stopped(performance: Performance, term: Term) -> date | None:
    """The day a court stopped the clock before the term ran out; it stays stopped until a record ends it (rulings.md 14)."""
    due = term.count.default if term.count else None
    days = [row.on for row in performance.suspensions or () if due is None or row.on <= due]
    return min(days, default=None)


def _enforced_after(performance: Performance, stopped: date) -> bool:
    """Whether a court enforced after it had stopped the clock: then it runs again, from a day that is not on record."""
    return any(
        sign.kind in ENFORCED and (sign.on is None or sign.on > stopped) for sign in performance.refusal or ()
    )


def appeal_rights(context: CaseInContext) -> Iterator[Duty]:
    """The unit's own right to appeal, for information: its last day, and whether it was used (AMB-26)."""
    case, decision = context.case, context.case.decision
    rule = appeal_rule(context)
    form, start = form_of(case), served_on_unit(case)
    if decision is None or not rule or form is None or start is None:
        return
    value = context.law.limit(rule, start)
    if value is None or value.amount is None:
        return
    count = context.law.counter.calendar_days(start, value.amount)
    own = [appeal.on for appeal in decision.appeals or () if appeal.by is Party.UNIT]
    act = earliest(own, "decision.appeals[unit].on")
    settled = settle(count, act, context.as_of)
    if settled.status is Status.MISSED:
        # Not to appeal is a choice: the right ends, nothing is breached.
        settled = Settled(status=Status.LAPSED, because=(Node("appeal.not_used", {"due": count.default}),))
    yield assemble(
        code=DutyCode.APPEAL,
        clause="N5.4",
        rule=rule,
        value=value,
        trigger=Trigger(document=PAPER_OF[form], on=start),
        count=count,
        act=act,
        settled=settled,
        application=application(context, "N5.4"),
    )
