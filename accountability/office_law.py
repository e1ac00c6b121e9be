"""The law as this office applies it: the law folder, its own rest days, its picks among the readings (facts.md A.3)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from accountability.readings_file import NOTICE_FROM, Picked, ReadingsFileError
from litigation import selectors
from litigation.law.in_force import LawInForce, law_in_force
from litigation.law.working_days import Override
from litigation.written_days import day_of


class OfficeLaw(msgspec.Struct, frozen=True, kw_only=True):
    """``in_force`` is what the rules ask; ``overrides`` are all days decided otherwise, the office's own last."""

    in_force: LawInForce
    overrides: tuple[Override, ...]


def office_law(*, law_at: date | None = None, picked: Picked | None = None) -> OfficeLaw:
    """The law to assess by, in two queries. ``picked`` takes the place of everything the office chose.

    Raises LawError, UnknownReadingError, and ReadingsFileError where the stored day of the notice is none.
    """
    own = selectors.calendar_overrides()
    picked = picked or _stored_choice()
    law = law_in_force(
        chosen=picked.readings,
        enabled=picked.enabled,
        overrides=own,
        law_at=law_at,
        notice_from=picked.notice_from,
    )
    return OfficeLaw(in_force=law, overrides=(*law.law.overrides, *own))


def _stored_choice() -> Picked:
    """What the office picked; the day of the notice is kept among the readings (rulings.md 24)."""
    chosen, enabled = selectors.chosen_readings()
    notice_from = chosen.pop(NOTICE_FROM, None)
    return Picked(
        readings=chosen,
        enabled=_without(enabled, NOTICE_FROM),
        notice_from=None if notice_from is None else _day(notice_from),
    )


def _without(enabled: Mapping[str, frozenset[str]], key: str) -> dict[str, frozenset[str]]:
    return {name: values for name, values in enabled.items() if name != key}


def _day(text: str) -> date:
    day = day_of(text)
    if day is None:
        raise ReadingsFileError(f"{NOTICE_FROM}: {text!r} is no day; write YYYY-MM-DD")
    return day
