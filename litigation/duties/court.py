"""Answering in time: N3.2 with table S (facts.md B.4; rulings.md 7, 11, 16). Each item is its own duty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from litigation.duties.assemble import assemble
from litigation.duties.case_in_context import CaseInContext
from litigation.duties.duty import Duty, DutyCode, Trigger
from litigation.duties.ending import Ending, ended_on, ends_by_ruling
from litigation.duties.evidence import evidence_duty
from litigation.duties.notice_clock import about, application
from litigation.duties.served import served_on_unit
from litigation.duties.timing import Act, earliest, undetermined
from litigation.facts import CaseFacts, Received, Submitted
from litigation.law.parameters import DayUnit, LimitValue
from litigation.law.periods import DayCount
from litigation.vocabulary import CaseKind, Disposition, Document, Instance, Item, Outcome, Procedure

CLAUSE = "N3.2"
ITEMS = (Item.DEFENCE, Item.EVIDENCE, Item.LEGAL_BASIS)
# Papers that ask a court's respondent for an answer, with their rows of table S.
COURT_RULES: Mapping[Document, str] = {
    Document.COMPLAINT: "S-01",
    Document.APPEAL: "S-08",
    Document.RETRIAL_APPLICATION: "S-10",
}


class AnswerTrigger(msgspec.Struct, frozen=True):
    """A served paper that starts a limit to answer, with its row of table S."""

    row: Received
    rule: str
    value: LimitValue

    def asks_for(self, context: CaseInContext, item: Item) -> bool:
        return item in context.law.law.limits[self.rule].acts


def answer_duties(context: CaseInContext) -> Iterator[Duty]:
    """One duty per item and per paper that asks for an answer."""
    triggers = list(_triggers(context))
    for trigger in triggers:
        ending = _ending(context, trigger.row)
        for item in ITEMS:
            if not trigger.asks_for(context, item):
                continue
            act = _submission(context, triggers, trigger, item)
            if item is Item.EVIDENCE and trigger.rule == "S-01":
                yield from evidence_duty(context, trigger.row, trigger.value, act, ending)
            else:
                yield _statutory_duty(context, DutyCode(item), trigger, act, ending)


def _statutory_duty(
    context: CaseInContext, code: DutyCode, trigger: AnswerTrigger, act: Act, ending: Ending
) -> Duty:
    """A duty under one row of table S, counted from the service of the paper."""
    row, start = trigger.row, trigger.row.on
    count = count_limit(context, trigger.value, start) if start else None
    settled = (
        ending.settle(count, act, context.as_of) if count else undetermined(f"received[{row.document}].on")
    )
    return assemble(
        code=code,
        clause=CLAUSE,
        rule=trigger.rule,
        value=trigger.value,
        trigger=Trigger(document=row.document, on=start),
        count=count,
        act=act,
        settled=settled,
        uid=row.uid,
        about=about(row),
        application=application(context, CLAUSE),
    )


def count_limit(context: CaseInContext, value: LimitValue, start: date) -> DayCount:
    """The due day of a statutory limit from ``start`` (day 0)."""
    amount = value.amount or 0
    if value.unit is DayUnit.WORKING_DAYS:
        return context.law.counter.working_days(start, amount)
    if value.unit is DayUnit.MONTHS:
        return context.law.counter.months(start, amount)
    return context.law.counter.calendar_days(start, amount)


def _triggers(context: CaseInContext) -> Iterator[AnswerTrigger]:
    rows = sorted(context.case.received or (), key=lambda row: row.on or date.min)
    for row in rows:
        rule = _rule_for(context, row)
        if rule is None:
            continue
        value = context.law.limit(rule, _law_day(context, row))
        if value is not None and value.amount is not None:
            yield AnswerTrigger(row, rule, value)


def _rule_for(context: CaseInContext, row: Received) -> str | None:
    kind = context.case.kind
    if context.case.is_court_case:
        if row.document is Document.APPEAL and context.law.readings["AMB-22"] == "first_instance_only":
            return None
        if row.document is Document.COMPLAINT and context.law.readings["AMB-24"] == "first_service":
            return None if _served_before_transfer(context) else "S-01"
        return COURT_RULES.get(row.document)
    if kind is CaseKind.RECONSIDERATION and row.document is Document.RECONSIDERATION_APPLICATION:
        if context.law.limit("S-12", _law_day(context, row)) is not None:
            return "S-12"
        return "S-14" if context.case.procedure is Procedure.SUMMARY else "S-13"
    if kind is CaseKind.LABOUR_ARBITRATION and row.document is Document.ARBITRATION_APPLICATION:
        return "S-18"
    return None


def _law_day(context: CaseInContext, row: Received) -> date:
    """The day whose law applies: receipt, or acceptance under AMB-25 where that day is recorded."""
    accepted = context.case.accepted_on
    if context.law.readings["AMB-25"] == "acceptance" and accepted is not None:
        return accepted
    return row.on or context.as_of


def _served_before_transfer(context: CaseInContext) -> bool:
    return any(
        row.document is Document.COMPLAINT for before in context.preceding() for row in before.received or ()
    )


def _submission(
    context: CaseInContext, triggers: list[AnswerTrigger], trigger: AnswerTrigger, item: Item
) -> Act:
    """The submission that answers ``trigger``: from its day on, until a paper of another kind asks for the same item."""
    continued = _continuations(context)
    asking = [each for each in triggers if each.asks_for(context, item)]
    rows = [row for case in (context.case, *continued) for row in case.submitted or () if row.item is item]
    mine = [row.on for row in rows if _belongs(row, asking, trigger)]
    if mine:
        return earliest(mine, f"submitted[{item}].on")
    if is_transferred(context.case) and not any(context.following()):
        return Act(missing=("follows",))
    if context.case.submitted is None:
        return Act(missing=("submitted",))
    return Act(missing=tuple(f"case[{case.ref}].submitted" for case in continued if case.submitted is None))


def _belongs(row: Submitted, asking: list[AnswerTrigger], trigger: AnswerTrigger) -> bool:
    own = trigger.row.on
    if row.on is None or own is None:
        return True
    others = [each for each in asking if each.rule != trigger.rule and each.row.on is not None]
    if any(own < each.row.on <= row.on for each in others if each.row.on is not None):
        return False
    return row.on >= own or trigger is asking[0]


def _continuations(context: CaseInContext) -> tuple[CaseFacts, ...]:
    """Cases in which an answer counts here too: after a transfer without new service, or the appeal's own case."""
    if "continuations" not in context.memo:
        context.memo["continuations"] = tuple(_continued(context))
    continued: tuple[CaseFacts, ...] = context.memo["continuations"]
    return continued


def _continued(context: CaseInContext) -> Iterator[CaseFacts]:
    appealed = any(row.document is Document.APPEAL for row in context.case.received or ())
    for after in context.following():
        if is_transferred(context.case) and not served_anew(context, after.case):
            yield after.case
            yield from _continuations(after)
        elif appealed and after.case.instance is Instance.SECOND:
            yield after.case


def is_transferred(case: CaseFacts) -> bool:
    return case.decision is not None and Outcome.TRANSFERRED in (case.decision.outcomes or ())


def is_appeal_withdrawn(case: CaseFacts) -> bool:
    return case.decision is not None and case.decision.disposition is Disposition.APPEAL_WITHDRAWN


def served_anew(context: CaseInContext, after: CaseFacts) -> bool:
    """Whether the court that took the case over served the complaint again (AMB-24)."""
    if context.law.readings["AMB-24"] == "first_service":
        return False
    return any(row.document is Document.COMPLAINT for row in after.received or ())


def _ending(context: CaseInContext, row: Received) -> Ending:
    """The end of the case that ends an unanswered limit; a transfer without new service is none (rulings.md 7)."""
    case = context.case
    if is_transferred(case):
        following = [after.case for after in context.following()]
        if (
            any(after.received is None for after in following)
            and context.law.readings["AMB-24"] == "new_service"
        ):
            unknown = tuple(f"case[{after.ref}].received" for after in following if after.received is None)
            return Ending(missing=unknown)
        if not any(served_anew(context, after) for after in following):
            return Ending()
    if row.document is Document.APPEAL:
        withdrawn = [after.case for after in context.following() if is_appeal_withdrawn(after.case)]
        days = [day for day in map(served_on_unit, withdrawn) if day is not None]
        if withdrawn:
            return (
                Ending(on=min(days))
                if days
                else Ending(missing=(f"case[{withdrawn[0].ref}].decision.services[unit].on",))
            )
    day = ended_on(case)
    if day is None:
        return Ending(missing=("decision.services[unit].on",) if ends_by_ruling(case) else ())
    # The copy of an appeal comes after the judgment: what ended before the paper came does not end its limit.
    return Ending(on=day) if row.on is None or day >= row.on else Ending()
