"""The law as one assessment applies it: dated values looked up by day, readings chosen, the calendar at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

from litigation.law.loader import Law, load_law
from litigation.law.parameters import (
    Category,
    Dated,
    Definition,
    DefinitionValue,
    Limit,
    LimitValue,
    Obligation,
    ObligationValue,
)
from litigation.law.periods import Counter
from litigation.law.readings import Choice, choose
from litigation.law.working_days import ONE_DAY, Override, Provisional, WorkingDays

_Value = TypeVar("_Value", bound=Dated)


class NoLawError(LookupError):
    """The parameter or limit ``key``, called ``name``, has no value on ``day``; the next begins on ``since``."""

    def __init__(self, row: Definition | Limit, day: date) -> None:
        self.key = row.code if isinstance(row, Limit) else row.key
        self.name, self.day = row.name, day
        self.since = min(
            (value.start for value in row.values if value.start > day), default=row.values[0].start
        )
        super().__init__(f"{self.key}: nothing in force on {day}; its values begin on {self.since}")


class LawInForce:
    """Law, calendar and readings together. ``law_at`` replaces each trigger's own day (facts.md B.11).

    Immutable. What it was asked once it remembers: a county's cases share a few thousand days.
    """

    def __init__(
        self,
        *,
        law: Law,
        days: WorkingDays,
        provisional: Provisional,
        readings: Choice,
        law_at: date | None,
        notice_from: date,
    ) -> None:
        self.law = law
        self.days = days
        self.readings = readings
        self.law_at = law_at
        self.notice_from = notice_from
        self.counter = Counter(days, provisional, readings)
        self._provisional = provisional
        self._before_notice_counts = readings["AMB-27"] == "tested"
        self._limits: dict[tuple[str, date], LimitValue | None] = {}
        self._obligations: dict[tuple[str, date], ObligationValue | None] = {}
        self._definitions: dict[tuple[str, date], DefinitionValue | None] = {}
        self._flipped: dict[tuple[str, str], LawInForce] = {}

    def limit(self, code: str, day: date) -> LimitValue | None:
        """The value of the statutory limit ``code`` in force on ``day``, or None where it was not in force.

        NoLawError where ``law_at`` lies before a limit that does hold on ``day``: for want of a value in the law folder
        the duty would be gone, and no fact of the record is to blame for that.
        """
        key = (code, self.law_at or day)
        if key not in self._limits:
            self._limits[key] = _holding(self.law.limits[code].values, key[1])
        value = self._limits[key]
        if value is None and self._only_later(self.law.limits[code].values, day):
            raise NoLawError(self.law.limits[code], key[1])
        return value

    def obligation(self, clause_id: str, day: date) -> ObligationValue | None:
        """The notice's own limit for ``clause_id`` on ``day``; None before the notice took effect (AMB-27).

        The day on which the notice takes effect is itself a setting (rulings.md 24), so it moves the first value.
        """
        if day < self.notice_from and not self._before_notice_counts:
            return None
        key = (clause_id, self.law_at or day)
        if key not in self._obligations:
            values = self.law.obligations[clause_id].values
            self._obligations[key] = _holding(values, max(key[1], values[0].start))
        return self._obligations[key]

    def definition(self, name: str, day: date) -> DefinitionValue:
        """The dated parameter ``name`` on ``day``. NoLawError where none was in force."""
        key = (name, self.law_at or day)
        if key not in self._definitions:
            self._definitions[key] = _holding(self.law.definitions[name].values, key[1])
        value = self._definitions[key]
        if value is None:
            raise NoLawError(self.law.definitions[name], key[1])
        return value

    def number(self, name: str, day: date) -> int | None:
        """The dated number ``name`` on ``day``; None where none was in force then.

        NoLawError where ``law_at`` lies before a number that does hold on ``day``, as for ``limit``.
        """
        try:
            return int(str(self.definition(name, day).value))
        except NoLawError:
            if self._only_later(self.law.definitions[name].values, day):
                raise
            return None

    def _only_later(self, values: Sequence[Dated], day: date) -> bool:
        """Whether ``values`` hold on ``day`` and begin after ``law_at``. What ended before ``law_at``: repealed, not missing."""
        return (
            self.law_at is not None
            and any(value.start > self.law_at for value in values)
            and _holding(values, day) is not None
        )

    @cached_property
    def starts(self) -> tuple[date, ...]:
        """Every day on which some value begins to hold or has just ceased to: what is told without a day may change then."""
        tables: tuple[Iterable[Limit | Obligation | Definition], ...] = (
            self.law.limits.values(),
            self.law.obligations.values(),
            self.law.definitions.values(),
        )
        values: list[Dated] = [value for table in tables for row in table for value in row.values]
        starts = {value.start for value in values} | {value.end + ONE_DAY for value in values if value.end}
        return tuple(sorted(starts | {self.notice_from}))

    def category(self, number: int) -> Category:
        return self.law.categories[number]

    def taking(self, key: str, value: str) -> LawInForce:
        """The same law with one reading flipped (rulings.md 2)."""
        flip = (key, value)
        if flip not in self._flipped:
            self._flipped[flip] = LawInForce(
                law=self.law,
                days=self.days,
                provisional=self._provisional,
                readings=self.readings.taking(key, value),
                law_at=self.law_at,
                notice_from=self.notice_from,
            )
        return self._flipped[flip]


def _holding(values: Sequence[_Value], day: date) -> _Value | None:
    return next((value for value in values if value.holds_on(day)), None)


def law_in_force(
    *,
    law: Law | None = None,
    chosen: Mapping[str, str] | None = None,
    enabled: Mapping[str, frozenset[str]] | None = None,
    overrides: Iterable[Override] = (),
    law_at: date | None = None,
    notice_from: date | None = None,
) -> LawInForce:
    """The law folder with choices applied. UnknownReadingError for a reading it does not have."""
    law = law or load_law()
    entries = (*law.overrides, *overrides)
    default_start = law.definitions["notice_effective_from"].values[0].value
    return LawInForce(
        law=law,
        days=WorkingDays(entries),
        provisional=Provisional(entries),
        readings=choose(law.readings, chosen, enabled),
        law_at=law_at,
        notice_from=notice_from or date.fromisoformat(str(default_start)),
    )
