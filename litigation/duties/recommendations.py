"""N5.7 — 意见五（七）: judicial recommendations: reply to the court, copy to the bureau (AMB-16, AMB-17; rulings.md 4)."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from litigation.duties.assemble import assemble
from litigation.duties.case_in_context import CaseInContext
from litigation.duties.court import count_limit
from litigation.duties.duty import Duty, DutyCode, Event, Status, Trigger, sentence_of
from litigation.duties.notice_clock import application
from litigation.duties.timing import Act, Settled, settle, undetermined
from litigation.facts import Recommendation
from litigation.law.parameters import LimitValue, ObligationValue
from litigation.law.periods import DayCount, Style
from litigation.law.sentences import Node
from litigation.vocabulary import RecommendationKind

REPLY, COPY = "N5.7b", "N5.7c"
STATUTORY = {RecommendationKind.NORMATIVE_DOCUMENT: "S-23", RecommendationKind.GENERAL: "S-24"}
DEFAULT_DAYS_IF_NONE = 30


class ReplyLimit(msgspec.Struct, frozen=True, kw_only=True):
    """The limit to reply: ``count`` None where nothing is due yet or a fact is missing."""

    count: DayCount | None = None
    trigger: Trigger
    rule: str | None = None
    value: LimitValue | ObligationValue | None = None
    missing: tuple[str, ...] = ()
    composite: bool = False


def recommendation_duties(context: CaseInContext) -> Iterator[Duty]:
    """A reply for each recommendation received, and a copy once there is a reply to copy."""
    for row in context.case.recommendations or ():
        own = context.law.obligation(REPLY, row.handled_on or row.received_on or context.as_of)
        if own is None:
            # Before the notice only the law itself asks for a reply (AMB-27).
            statutory = _stated(context, row)
            if statutory is not None and statutory.rule is not None:
                act = Act(on=row.replied_on)
                settled = _settle(context, row, statutory, act)
                yield _duty(context, DutyCode.RECOMMENDATION_REPLY, row, statutory, None, act, settled)
            continue
        limit = _governing(context, row, own)
        act = Act(on=row.replied_on)
        yield _duty(
            context, DutyCode.RECOMMENDATION_REPLY, row, limit, own, act, _settle(context, row, limit, act)
        )
        if row.replied_on is not None:
            copied = Act(on=row.copied_on)
            settled = _settle(context, row, limit, copied)
            yield _duty(context, DutyCode.RECOMMENDATION_COPY, row, limit, own, copied, settled)


def _governing(context: CaseInContext, row: Recommendation, own: ObligationValue) -> ReplyLimit:
    """The earlier of (a) the limit that the recommendation or the law states and (b) handling + 30 days (AMB-16)."""
    stated = _stated(context, row)
    after = _after_handling(context, row, own)
    if context.law.readings["AMB-16"] == "after_handling" and after is not None:
        return after
    if stated is None or stated.count is None:
        return after if after is not None and not (stated and stated.missing) else stated or _nothing_due(row)
    if after is None or after.count is None:
        return stated
    return _earlier(stated, after)


def _nothing_due(row: Recommendation) -> ReplyLimit:
    return ReplyLimit(trigger=Trigger(event=Event.RECOMMENDATION, on=row.received_on))


def _stated(context: CaseInContext, row: Recommendation) -> ReplyLimit | None:
    """(a): a day or days that the court set, else the law's limit for its kind; None where there is none (AMB-17)."""
    trigger = Trigger(event=Event.RECOMMENDATION, on=row.received_on)
    counter = context.law.counter
    if row.reply_by is not None:
        return ReplyLimit(count=counter.set_day(row.reply_by), trigger=trigger)
    if row.reply_within_days is not None:
        if row.received_on is None:
            return ReplyLimit(trigger=trigger, missing=(f"recommendations[{row.ref}].received_on",))
        return ReplyLimit(
            count=counter.calendar_days(row.received_on, row.reply_within_days), trigger=trigger
        )
    rule = STATUTORY.get(row.kind)
    value = context.law.limit(rule, row.received_on or context.as_of) if rule else None
    if rule is not None and value is not None:
        if row.received_on is None:
            return ReplyLimit(trigger=trigger, missing=(f"recommendations[{row.ref}].received_on",))
        count = count_limit(context, value, row.received_on)
        return ReplyLimit(count=count, trigger=trigger, rule=rule, value=value)
    if context.law.readings["AMB-17"] == "thirty_days" and row.received_on is not None:
        return ReplyLimit(count=counter.calendar_days(row.received_on, DEFAULT_DAYS_IF_NONE), trigger=trigger)
    return None


def _after_handling(context: CaseInContext, row: Recommendation, own: ObligationValue) -> ReplyLimit | None:
    """(b): thirty days from the day it was handled; None while it is not handled."""
    if row.handled_on is None:
        return None
    count = context.law.counter.notice_days(row.handled_on, own.amount or 0)
    return ReplyLimit(count=count, trigger=Trigger(event=Event.HANDLED, on=row.handled_on), value=own)


def _earlier(stated: ReplyLimit, after: ReplyLimit) -> ReplyLimit:
    """Both limits in one count: under each reading the earlier day governs."""
    first, second = stated.count, after.count
    if first is None or second is None:
        return stated
    if first.default is None or second.default is None:
        # A day lies beyond the calendar: the other governs where it is surely earlier, else nobody knows which does.
        if first.default is not None and second.strict is not None and first.default <= second.strict:
            return stated
        return after if first.default is not None else stated
    governing = stated if first.default <= second.default else after
    chosen = governing.count or first
    count = msgspec.structs.replace(
        chosen,
        style=Style.NOTICE,
        strict=min(first.default, second.strict or second.default),
        default=min(first.default, second.default),
        lenient=min(first.default, second.lenient or second.default),
        derivation=(
            *sentence_of(stated.trigger),
            *first.derivation,
            Node("period.and"),
            *sentence_of(after.trigger),
            *second.derivation,
            Node("recommendation.earlier", {"due": chosen.default}),
        ),
    )
    return msgspec.structs.replace(governing, count=count, composite=True)


def _settle(context: CaseInContext, row: Recommendation, limit: ReplyLimit, act: Act) -> Settled:
    if limit.missing:
        return undetermined(*limit.missing)
    if limit.count is None:
        if act.on is None:
            return Settled(status=Status.OPEN, days_late=0, because=(Node("recommendation.no_limit_yet"),))
        return _handled_unknown(context, row, act, None)
    settled = settle(limit.count, act, context.as_of)
    counts_handling = context.law.obligation(REPLY, row.received_on or context.as_of) is not None
    if settled.status is Status.MET and row.handled_on is None and act.on is not None and counts_handling:
        return _handled_unknown(context, row, act, settled)
    return settled


def _handled_unknown(context: CaseInContext, row: Recommendation, act: Act, met: Settled | None) -> Settled:
    """Replied, but the day of handling is not recorded: in time only if even handling on receipt allows that day."""
    own = context.law.obligation(REPLY, row.received_on or context.as_of)
    if row.received_on is not None and own is not None and act.on is not None:
        bound = context.law.counter.notice_days(row.received_on, own.amount or 0).default
        if bound is not None and act.on <= bound:
            return met or Settled(status=Status.MET, days_late=0)
    return undetermined(f"recommendations[{row.ref}].handled_on")


def _duty(
    context: CaseInContext,
    code: DutyCode,
    row: Recommendation,
    limit: ReplyLimit,
    own: ObligationValue | None,
    act: Act,
    settled: Settled,
) -> Duty:
    clause = REPLY if code is DutyCode.RECOMMENDATION_REPLY else COPY
    return assemble(
        code=code,
        clause=clause,
        rule=limit.rule,
        value=limit.value or own,
        trigger=limit.trigger,
        started=() if limit.composite else None,
        count=limit.count,
        act=act,
        settled=settled,
        recommendation=row.ref,
        uid=row.uid,
        application=application(context, clause),
    )
