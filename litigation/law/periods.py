"""Day counts that explain themselves (facts.md §F, AMB-01…05).

Day 0 is never counted. A limit of the notice has three readings, strict ≤ default ≤ lenient (facts.md §0.3(2)); a statutory
limit in days has only ``default``; one in working days has ``default`` and ``lenient`` on the same day.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

import msgspec

from litigation.law.readings import Choice
from litigation.law.sentences import Node
from litigation.law.working_days import ONE_DAY, Provisional, WorkingDays


class Style(StrEnum):
    """Whose limit it is, which settles the readings that apply."""

    NOTICE = "notice"  # 意见自定期限
    STATUTE = "statute"  # 法定期间、法院指定期间
    FIXED = "fixed"  # 固定日期


class DayCount(msgspec.Struct, frozen=True, kw_only=True):
    """A due day under each reading. ``default`` None with ``beyond`` set: the count needs days without data."""

    style: Style
    strict: date | None = None
    default: date | None = None
    lenient: date | None = None
    provisional: date | None = None
    beyond: bool = False
    derivation: tuple[Node, ...] = ()


class Counter:
    """Counts periods with one calendar and one choice of readings; the same count is worked out once."""

    def __init__(self, days: WorkingDays, provisional: Provisional, readings: Choice) -> None:
        self.days = days
        self.provisional = provisional
        self.readings = readings
        self.notice_days = cache(self._notice_days)
        self.calendar_days = cache(self._calendar_days)
        self.working_days = cache(self._working_days)

    def _notice_days(self, start: date, amount: int) -> DayCount:
        """A limit of the notice in 日: three readings, of which AMB-01 and AMB-03 pick the one in force."""
        if included := self.readings["AMB-02"] == "included":
            start -= ONE_DAY
        raw = start + timedelta(days=amount)
        rolled = self.days.roll(raw)
        lenient = self.days.working_day_after(start, amount)
        if self.readings["AMB-01"] == "working":
            default, steps = lenient, self._working_steps(start, amount, lenient)
            provisional = self.provisional.working_day_after(start, amount)
        elif self.readings["AMB-03"] == "no_roll":
            default, steps = raw, (Node("period.days", {"start": start, "days": amount, "raw": raw}),)
            provisional = raw
        else:
            default, steps = rolled, self._rolled_steps(start, amount, raw, rolled)
            provisional = self.provisional.roll(raw)
        beyond = default is None or lenient is None
        return DayCount(
            style=Style.NOTICE,
            strict=raw,
            default=default,
            lenient=lenient,
            provisional=provisional if beyond else None,
            beyond=beyond,
            derivation=(
                *((Node("period.day_0_counts"),) if included else ()),
                *steps,
                *self._beyond_steps(beyond),
            ),
        )

    def _calendar_days(self, start: date, amount: int) -> DayCount:
        """A statutory or court-fixed limit in 日, rolled past rest days (法释〔2018〕1号 art 48(3); rulings.md 12)."""
        raw = start + timedelta(days=amount)
        rolled = self.days.roll(raw)
        return self._statute(
            rolled, self.provisional.roll(raw), self._rolled_steps(start, amount, raw, rolled)
        )

    def _working_days(self, start: date, amount: int) -> DayCount:
        """A statutory limit in 工作日: one day, given as default and lenient."""
        due = self.days.working_day_after(start, amount)
        count = self._statute(
            due, self.provisional.working_day_after(start, amount), self._working_steps(start, amount, due)
        )
        return msgspec.structs.replace(count, lenient=due)

    def months(self, start: date, amount: int) -> DayCount:
        """A limit in months: the same day of the month, else its last day (民法典 202, grade M), then rolled."""
        raw = add_months(start, amount)
        rolled = self.days.roll(raw)
        first = Node("period.months", {"start": start, "months": amount, "raw": raw})
        steps = (first, *self._roll_steps(start, raw, rolled), Node("period.months_rule"))
        return self._statute(rolled, self.provisional.roll(raw), steps)

    def fixed(self, day: date, *, says_before: bool = False) -> DayCount:
        """A fixed date of the notice, which AMB-04 (no roll) leaves where it is; AMB-05 is about the word 前."""
        if says_before and self.readings["AMB-05"] == "exclusive":
            day -= ONE_DAY
        lenient = self.days.roll(day)
        rolls = self.readings["AMB-04"] == "roll"
        default = lenient if rolls else day
        first = Node("period.fixed", {"start": day, "raw": day})
        beyond = lenient is None
        return DayCount(
            style=Style.FIXED,
            strict=day,
            default=default,
            lenient=lenient,
            provisional=(self.provisional.roll(day) if rolls else day) if beyond else None,
            beyond=beyond,
            derivation=(
                first,
                *(self._roll_steps(day, day, lenient) if rolls else (Node("period.fixed_stays"),)),
                *self._beyond_steps(beyond),
            ),
        )

    def set_day(self, day: date) -> DayCount:
        """A day that a tribunal or a decision fixed: it is that day, rest day or not (rulings.md 12)."""
        return DayCount(
            style=Style.STATUTE, default=day, derivation=(Node("period.set", {"start": day, "raw": day}),)
        )

    def _statute(self, due: date | None, planned: date | None, steps: tuple[Node, ...]) -> DayCount:
        return DayCount(
            style=Style.STATUTE,
            default=due,
            provisional=planned if due is None else None,
            beyond=due is None,
            derivation=steps + self._beyond_steps(due is None),
        )

    def _rolled_steps(self, start: date, amount: int, raw: date, rolled: date | None) -> tuple[Node, ...]:
        first = Node("period.days", {"start": start, "days": amount, "raw": raw})
        return (first, *self._roll_steps(start, raw, rolled))

    def _roll_steps(self, start: date, raw: date, rolled: date | None) -> tuple[Node, ...]:
        if rolled == raw and self.days.is_make_up(raw):
            return (Node("period.make_up", {"start": start, "raw": raw}),)
        if rolled is not None and rolled != raw:
            reason = self.days.rest_token(raw)
            return (Node("period.rolled", {"start": start, "reason": reason, "due": rolled}),)
        return ()

    def _working_steps(self, start: date, amount: int, due: date | None) -> tuple[Node, ...]:
        if due is None:
            return (Node("period.working_beyond", {"start": start, "days": amount}),)
        return (Node("period.working", {"start": start, "days": amount, "due": due}),)

    def _beyond_steps(self, beyond: bool) -> tuple[Node, ...]:
        return (Node("period.beyond", {"until": self.days.until}),) if beyond else ()


def add_months(day: date, months: int) -> date:
    """The same day of the month ``months`` later, or the last day of a shorter month (民法典 202, grade M)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
