"""From a due day and an act to a status: the one place where days are compared (bundle.md, Duty ``status``)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from litigation.duties.duty import Due, Status
from litigation.law.periods import DayCount
from litigation.law.sentences import Node


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """Whether it was done: ``on`` the earliest day on record; ``missing`` the facts that would tell otherwise."""

    on: date | None = None
    missing: tuple[str, ...] = ()


NOT_DONE = Act()


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a duty. ``because`` replaces the usual sentence about the status."""

    status: Status
    days_late: int | None = None
    missing: tuple[str, ...] = ()
    because: tuple[Node, ...] | None = None


_MET = Settled(status=Status.MET, days_late=0)
_OPEN = Settled(status=Status.OPEN, days_late=0)


def earliest(days: Iterable[date | None], missing: str) -> Act:
    """The act done first. An entry without a day may be the first one: it is named as missing."""
    first: date | None = None
    unknown = False
    for day in days:
        if day is None:
            unknown = True
        elif first is None or day < first:
            first = day
    return Act(on=first, missing=(missing,) if unknown else ())


def settle(count: DayCount, act: Act, as_of: date, ended_on: date | None = None) -> Settled:
    """The status of a duty due by ``count`` at ``as_of``; ``ended_on``: the case ended then, which ends an undone duty."""
    due = count.default
    if count.beyond or due is None:
        return undetermined("calendar" if count.beyond else "due")
    if act.on is not None and act.on <= due:
        return _MET
    if ended_on is not None and ended_on <= due:
        # Nobody owed it any more; having done it afterwards makes nobody worse off than silence.
        key = "duty.lapsed" if ended_on < due else "duty.lapsed_that_day"
        return Settled(status=Status.LAPSED, because=(Node(key, {"ended": ended_on, "due": due}),))
    if act.on is None and as_of <= due:
        return _OPEN
    if act.missing:
        # An entry without a day may lie on either side of the due day.
        return undetermined(*act.missing)
    if act.on is not None:
        return Settled(status=Status.LATE, days_late=(act.on - due).days)
    return Settled(status=Status.MISSED, days_late=(as_of - due).days)


def undetermined(*missing: str) -> Settled:
    """A duty that cannot be told for want of the facts named."""
    return Settled(status=Status.UNDETERMINED, missing=missing)


def due_of(count: DayCount) -> Due:
    """The three days of ``count``; a day that needs missing data is None (rulings.md 25)."""
    return Due(strict=count.strict, default=count.default, lenient=count.lenient)
