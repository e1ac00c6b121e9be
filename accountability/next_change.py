"""The next day on which a case's result could change by time alone: before it, nobody need look again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from accountability.rules.reach import REACH
from litigation.duties.case_in_context import CaseInContext
from litigation.duties.derive import duties_of
from litigation.duties.duty import Duty, Status
from litigation.duties.effect import State, effect_of
from litigation.facts import CaseFacts
from litigation.law.working_days import ONE_DAY

# A duty done, lapsed or undetermined for good waits for facts, not for days.
WAITING = frozenset({Status.OPEN, Status.MISSED})
_DAY = re.compile(rb"\d{4}-\d\d-\d\d")


def next_change(context: CaseInContext, recorded: tuple[CaseFacts, ...]) -> date | None:
    """The first day after ``as_of`` on which duties or findings could differ though no fact was added; None: never.

    ``recorded`` is the case and the cases it is linked with as they stand on record, days after ``as_of`` included: a
    hearing set down for next month is a change to come. The day may be early, it is never late.
    """
    days = [*_recorded_days(recorded, context.as_of), *_due_days(context), *_effect_days(context)]
    return min((day for day in days if day > context.as_of), default=None)


def _recorded_days(recorded: tuple[CaseFacts, ...], as_of: date) -> Iterator[date]:
    floor = as_of.isoformat().encode()
    for case in recorded:
        for found in _DAY.findall(msgspec.json.encode(case)):
            if found > floor:
                yield from _parsed(found)


def _parsed(found: bytes) -> Iterator[date]:
    try:
        day = date.fromisoformat(found.decode())
    except ValueError:  # digits in a text that only look like a day
        return
    yield day
    yield day + ONE_DAY


def _due_days(context: CaseInContext) -> Iterator[date]:
    duties = duties_of(context)
    yield from _passing(duties)
    if not any(duty.status in WAITING for duty in duties):
        return
    # A breach may turn on a reading until that reading's own last day has passed too.
    for key, value in context.law.readings.alternatives:
        reach = REACH[key]
        if reach.categories and reach.matters(context.case):
            yield from _passing(duties_of(context.under(context.law.taking(key, value))))


def _passing(duties: tuple[Duty, ...]) -> Iterator[date]:
    for duty in duties:
        for day in (duty.due.strict, duty.due.default, duty.due.lenient):
            if day is not None:
                yield day + ONE_DAY


def _effect_days(context: CaseInContext) -> Iterator[date]:
    for each in (context, *context.following()):
        effect = effect_of(each)
        if effect.state is State.PENDING and effect.not_before is not None:
            yield effect.not_before
            yield effect.not_before + ONE_DAY
