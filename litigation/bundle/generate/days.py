"""Working days, so that the invented county works, errs and rests on the days on which a county does."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import chinese_calendar

FIRST_DAY = date(2020, 9, 1)  # the notice
LAST_DAY = date(2026, 10, 31)  # nothing that the register holds happened later


@cache
def is_working(day: date) -> bool:
    """Weekends and holidays rest, make-up weekends work; beyond the calendar's data (2026) only weekends rest."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < 5


def working(day: date) -> date:
    """``day`` itself if it is a working day, else the next."""
    while not is_working(day):
        day += timedelta(days=1)
    return day


def due(day: date, days: int) -> date:
    """The end of a term of calendar days from ``day``, moved to a working day."""
    return working(day + timedelta(days=days))


def due_in_working_days(day: date, days: int) -> date:
    """The end of a term counted in working days: never earlier than ``due``."""
    for _ in range(days):
        day = working(day + timedelta(days=1))
    return day


def court_day(day: date) -> date:
    """The next day on which a court sits: a working day that is no make-up weekend."""
    while not is_working(day) or day.weekday() >= 5:
        day += timedelta(days=1)
    return day
