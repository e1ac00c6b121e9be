"""The shapes of dated law: statutory limits (table S), obligations of the notice (A.1), definitions (B.11), categories (六)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from litigation.law.citations import Grade, Statute, Text
from litigation.vocabulary import UnitKind


class DayUnit(StrEnum):
    CALENDAR_DAYS = "calendar_days"  # 日
    WORKING_DAYS = "working_days"  # 工作日
    MONTHS = "months"  # 个月


class Dated(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A value in force from ``start`` to ``end`` (inclusive; None is open)."""

    start: date = msgspec.field(name="from")
    end: date | None = msgspec.field(name="to")
    citation: Text
    grade: Grade
    note: Text | None = None

    def holds_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


class LimitValue(Dated, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``amount`` is None where the tribunal fixes the term; ``cap`` is then the most it may give."""

    amount: int | None
    unit: DayUnit
    cap: int | None = None


class Limit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of table S (facts.md B.4)."""

    code: str
    name: Text
    acts: tuple[str, ...]
    trigger: str
    values: tuple[LimitValue, ...]


class ObligationValue(Dated, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The notice's own limit: a number of days, a fixed month-day (of the year after with ``year_offset``), or neither."""

    amount: int | None = None
    unit: DayUnit | None = None
    fixed: str | None = None
    year_offset: int = 0


class Obligation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of the obligation register (facts.md A.1). ``direct``: unit kinds to which the clause applies directly."""

    id: str
    clause: str
    name: Text
    duty: str | None
    finding: str | None
    actor: Text | None
    recipient: Text | None
    trigger: Text | None
    testable: bool
    direct: tuple[UnitKind, ...]
    values: tuple[ObligationValue, ...]


class DefinitionValue(Dated, frozen=True, kw_only=True, forbid_unknown_fields=True):
    value: str | int | tuple[str, ...]
    text: Text | None = None


class Definition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Any other dated parameter (facts.md B.11, C.5, C.6)."""

    key: str
    name: Text
    values: tuple[DefinitionValue, ...]


class Category(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the nine categories of section 六 with the sources behind it (facts.md B.1–B.9)."""

    number: int
    clause: str
    name: Text
    statutes: tuple[Statute, ...]
    discipline: tuple[Statute, ...]
    excuses: tuple[Text, ...]
    proof: Text
    explanation: Text
