"""The law, the calendar and the readings that a result was told by, in words."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from accountability.models import AppliedLaw
from accountability.screens.wording import in_language
from litigation.law.loader import load_law
from litigation.law.readings import Reading


class ReadingTold(msgspec.Struct, frozen=True, kw_only=True):
    """One ambiguity, how it is read, and which other readings are tried where a breach is found."""

    key: str
    question: str
    chosen: str
    is_default: bool
    tried: tuple[str, ...]


class VersionsTold(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that has to be the same for the result to be the same."""

    law: str
    calendar: str
    calendar_until: date
    overrides: int
    readings_digest: str
    notice_from: date
    law_at: date | None
    first_applied_at: datetime
    readings: list[ReadingTold]

    @property
    def others(self) -> list[ReadingTold]:
        """The readings that are not the default ones."""
        return [reading for reading in self.readings if not reading.is_default]


def versions_told(applied: AppliedLaw) -> VersionsTold:
    """``applied`` in words; a reading that the law folder no longer has is shown by its code."""
    known = load_law().readings
    tried: dict[str, list[str]] = {}
    for key, value in applied.alternatives:
        tried.setdefault(key, []).append(value)
    return VersionsTold(
        law=applied.law_version,
        calendar=applied.calendar_version,
        calendar_until=applied.calendar_until,
        overrides=len(applied.overrides),
        readings_digest=applied.readings_digest[:12],
        notice_from=applied.notice_from,
        law_at=applied.law_at,
        first_applied_at=applied.first_applied_at,
        readings=[
            _reading_told(key, value, tried.get(key, ()), known.get(key))
            for key, value in sorted(applied.readings.items())
        ],
    )


def _reading_told(
    key: str, value: str, tried: list[str] | tuple[str, ...], reading: Reading | None
) -> ReadingTold:
    return ReadingTold(
        key=key,
        question=in_language(reading.question) if reading else key,
        chosen=_label(reading, value),
        is_default=reading is None or reading.default == value,
        tried=tuple(_label(reading, other) for other in tried),
    )


def _label(reading: Reading | None, value: str) -> str:
    try:
        return in_language(reading.value(value).label) if reading else value
    except KeyError:
        return value
