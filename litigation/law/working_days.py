"""Which days are working days: chinesecalendar plus a table of overrides; past their data a day is *unknown* (rulings.md 25)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

import msgspec
from chinese_calendar.constants import holidays as HOLIDAYS  # noqa: N812 — a constant of ours, whatever the package's case
from chinese_calendar.constants import workdays as MAKE_UP_DAYS  # noqa: N812

ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_TOKENS = {
    "New Year's Day": "new_year",
    "Spring Festival": "spring_festival",
    "Tomb-sweeping Day": "tomb_sweeping",
    "Labour Day": "labour_day",
    "Dragon Boat Festival": "dragon_boat",
    "Mid-autumn Festival": "mid_autumn",
    "National Day": "national_day",
    "Anti-Fascist 70th Day": "victory_day",
}


class DayKind(StrEnum):
    REST = "rest"  # 放假
    WORK = "work"  # 上班


class Override(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A day decided otherwise than the published calendar, or before it: with its source (facts.md §F)."""

    day: date
    kind: DayKind
    name: str
    source: str


@cache
def published_years() -> tuple[int, int]:
    """First and last year whose holidays the package holds."""
    years = {day.year for day in HOLIDAYS}
    return min(years), max(years)


class WorkingDays:
    """A calendar: what the State Council published as the package holds it, changed by ``overrides``."""

    def __init__(self, overrides: Iterable[Override] = ()) -> None:
        self._overrides: Mapping[date, Override] = {entry.day: entry for entry in overrides}
        first, last = published_years()
        self._first = date(first, 1, 1)
        self.until = self._known_until(date(last, 12, 31))

    def is_working(self, day: date) -> bool | None:
        """True for a working day (a make-up weekend is one), False for a rest day, None where there is no data."""
        override = self._overrides.get(day)
        if override is not None:
            return override.kind is DayKind.WORK
        if not self._first.year <= day.year <= published_years()[1]:
            return None
        if day in MAKE_UP_DAYS:
            return True
        return day not in HOLIDAYS and day.weekday() < _SATURDAY

    def rest_token(self, day: date) -> str:
        """Why ``day`` is a rest day, as a term of terms.yaml: a holiday, ``weekend``, or ``local_rest`` from an override."""
        if day in self._overrides:
            return "local_rest"
        name = HOLIDAYS.get(day)
        return _TOKENS[name] if name is not None else "weekend"

    def is_make_up(self, day: date) -> bool:
        """Whether ``day`` is a weekend day on which people work (调休上班)."""
        return day.weekday() >= _SATURDAY and self.is_working(day) is True

    def roll(self, day: date) -> date | None:
        """The first working day on or after ``day``; None where a day on the way is unknown."""
        while not (working := self.is_working(day)):
            if working is None:
                return None
            day += ONE_DAY
        return day

    def working_day_after(self, day: date, count: int) -> date | None:
        """The ``count``-th working day after ``day``; None where a day on the way is unknown."""
        while count > 0:
            day += ONE_DAY
            working = self.is_working(day)
            if working is None:
                return None
            count -= working
        return day

    def _known_until(self, last: date) -> date:
        while self.is_working(last + ONE_DAY) is not None:
            last += ONE_DAY
        return last


class Provisional(WorkingDays):
    """The same calendar with weekends as the only rest days where there is no data: for planning, never tested."""

    def is_working(self, day: date) -> bool:
        known = super().is_working(day)
        return day.weekday() < _SATURDAY if known is None else known

    def _known_until(self, last: date) -> date:
        return last
