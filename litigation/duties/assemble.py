"""Puts a duty together from its parts: the trigger, the count, the act, and what came of it."""

from __future__ import annotations

from litigation.duties.duty import Application, Due, Duty, DutyCode, Trigger
from litigation.duties.timing import Act, Settled, due_of
from litigation.law.parameters import Dated
from litigation.law.periods import DayCount
from litigation.law.sentences import Node

NO_DUE = Due()


def assemble(
    *,
    code: DutyCode,
    clause: str,
    trigger: Trigger,
    application: Application,
    act: Act,
    settled: Settled,
    count: DayCount | None = None,
    value: Dated | None = None,
    rule: str | None = None,
    uid: str = "",
    about: str = "",
    year: int | None = None,
    recommendation: str | None = None,
    defective: bool = False,
    started: tuple[Node, ...] | None = None,
) -> Duty:
    """The duty. ``started`` replaces the sentence about the trigger; ``count`` None: no last day can be named."""
    return Duty(
        code=code,
        clause=clause,
        trigger=trigger,
        due=due_of(count) if count else NO_DUE,
        status=settled.status,
        application=application,
        rule=rule,
        provisional=count.provisional if count else None,
        done_on=act.on,
        days_late=settled.days_late,
        year=year,
        recommendation=recommendation,
        uid=uid,
        about=about,
        defective=defective,
        missing=settled.missing,
        value=value,
        started=started,
        counted=count.derivation if count else (),
        because=settled.because,
    )
