"""A flaw: what is wrong, and where, before it is known on which line and in whose record that is."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

from litigation.bundle.errors import BundleError, Record
from litigation.bundle.schema import Location
from litigation.yaml_core import Loaded

_PLAIN_KEY = re.compile(r"\w+")
_RECORDS = {"units": "unit", "disputes": "dispute", "cases": "case", "annual_reports": "annual_report"}


class Flaw(msgspec.Struct, frozen=True):
    """``at`` is the location of the value, or where a missing one should be."""

    at: Location
    key: str
    params: dict[str, Any] = {}


def path_text(at: Location) -> str:
    """``("cases", 3, "hearings", 0, "on")`` as ``cases[3].hearings[0].on``."""
    return "".join(map(_step_text, at)).removeprefix(".")


def _step_text(step: str | int) -> str:
    if isinstance(step, str) and _PLAIN_KEY.fullmatch(step):
        return f".{step}"
    return f"[{json.dumps(step, ensure_ascii=False)}]"


def located(flaws: list[Flaw], loaded: Loaded) -> tuple[BundleError, ...]:
    """The flaws as errors in the order of the document, each once, with its record and line."""
    ordered = sorted(flaws, key=lambda flaw: (_position(flaw.at, loaded.data), flaw.key))
    errors = [
        BundleError(
            path=path_text(flaw.at),
            key=flaw.key,
            params=flaw.params,
            record=_record(flaw.at, loaded.data),
            line=_line(flaw.at, loaded),
        )
        for flaw in ordered
    ]
    return tuple(
        error for index, error in enumerate(errors) if error not in errors[max(0, index - 1) : index]
    )


def _position(at: Location, data: Any) -> tuple[int, ...]:
    position = []
    for step in at:
        if isinstance(data, dict):
            keys = list(data)
            position.append(keys.index(step) if step in data else len(keys))
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int):
            position.append(step)
            data = data[step]
    return tuple(position)


def _line(at: Location, loaded: Loaded) -> int | None:
    """The line of the value; of what should hold it, where it is missing."""
    for length in range(len(at), 0, -1):
        line = loaded.line_of(at[:length])
        if line is not None:
            return line
    return None


def _record(at: Location, data: Any) -> Record | None:
    if len(at) < 2 or at[0] not in _RECORDS:
        return None
    record = data[at[0]][at[1]]
    if not isinstance(record, dict):
        return None

    def text(key: str) -> str | None:
        value = record.get(key)
        return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None

    section = str(at[0])
    ref, name = {
        "units": ("code", "name"),
        "disputes": ("ref", "title"),
        "cases": ("ref", "docket"),
        "annual_reports": ("unit", "year"),
    }[section]
    return Record(_RECORDS[section], text(ref) or "", text(name))
