"""The file of `assess --readings`: a choice among the readings of the law, in YAML or JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from litigation import yaml_core
from litigation.written_days import day_of

#: Not a reading, but chosen like one: the day on which the notice takes effect (rulings.md 24).
NOTICE_FROM = "notice.effective_from"
_KEYS = ("readings", "enabled", "notice_from")
_READING = re.compile(r"AMB-\d\d\Z")


class ReadingsFileError(ValueError):
    """The choice cannot be read; the message names the file, the key and what is allowed."""


class Picked(msgspec.Struct, frozen=True, kw_only=True):
    """``readings`` in force by key, ``enabled`` alternatives by key, and the notice's first day where it is chosen.

    A key that is not named keeps the default of the law folder.
    """

    readings: Mapping[str, str] = {}
    enabled: Mapping[str, frozenset[str]] = {}
    notice_from: date | None = None


def read_readings(text: str | bytes, source: str) -> Picked:
    """The choice in ``text``: ``{readings: {AMB-01: working}, enabled: {AMB-04: []}}``, or the plain ``{AMB-01: working}``.

    Raises ReadingsFileError. Whether the law folder has such readings is not asked here.
    """
    try:
        data = yaml_core.load(text, source).data
    except yaml_core.YamlError as error:
        raise ReadingsFileError(f"{source}: {error}") from error
    if data is None:
        return Picked()
    if not isinstance(data, dict):
        raise ReadingsFileError(f"{source}: must be a mapping such as {{AMB-01: working}}")
    if data and all(_READING.match(str(key)) for key in data):
        data = {"readings": data}
    if unknown := [str(key) for key in data if key not in _KEYS]:
        raise ReadingsFileError(f"{source}: unknown key {', '.join(unknown)}; there are {', '.join(_KEYS)}")
    return Picked(
        readings=_readings(data.get("readings"), source),
        enabled=_enabled(data.get("enabled"), source),
        notice_from=_notice_from(data.get("notice_from"), source),
    )


def _readings(data: Any, source: str) -> dict[str, str]:
    chosen = _mapping(data, "readings", source)
    for key, value in chosen.items():
        if not isinstance(value, str):
            raise ReadingsFileError(f"{source}: readings.{key} must be the name of a value, not {value!r}")
    return chosen


def _enabled(data: Any, source: str) -> dict[str, frozenset[str]]:
    enabled: dict[str, frozenset[str]] = {}
    for key, values in _mapping(data, "enabled", source).items():
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise ReadingsFileError(
                f"{source}: enabled.{key} must be a list of names of values, not {values!r}"
            )
        enabled[key] = frozenset(values)
    return enabled


def _notice_from(data: Any, source: str) -> date | None:
    if data is None:
        return None
    day = day_of(data)
    if day is None:
        raise ReadingsFileError(f"{source}: notice_from must be a day, YYYY-MM-DD, not {data!r}")
    return day


def _mapping(data: Any, key: str, source: str) -> dict[str, Any]:
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise ReadingsFileError(f"{source}: {key} must be a mapping by reading")
    return {str(name): value for name, value in data.items()}
