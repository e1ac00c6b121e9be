"""Reads the law folder into one value and refuses what a lawyer would: gaps, overlaps, unknown keys, missing citations."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from litigation import yaml_core
from litigation.law.notice_text import Notice
from litigation.law.parameters import Category, Dated, Definition, Limit, Obligation
from litigation.law.readings import Reading
from litigation.law.working_days import Override

FOLDER = Path(__file__).parent
_Entry = TypeVar("_Entry", Limit, Obligation, Definition, Category, Reading, Override)
_LOCATION = re.compile(r"^(?P<what>.*?)(?: - at `\$(?P<path>[^`]*)`)?$", re.DOTALL)
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+|\.\.\.)\]")


class LawError(ValueError):
    """One fault of the law folder, with file and line in its message."""


class Law(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the law folder says. ``version`` is a digest of its files: equal law, equal version."""

    limits: Mapping[str, Limit]
    obligations: Mapping[str, Obligation]
    definitions: Mapping[str, Definition]
    categories: Mapping[int, Category]
    readings: Mapping[str, Reading]
    overrides: tuple[Override, ...]
    notice: Notice
    version: str


@cache
def load_law(folder: Path = FOLDER) -> Law:
    """The law as ``folder`` has it. Raises LawError at the first fault, with file and line."""
    limits = _table(folder, "parameters/limits*.yaml", "limits", Limit, "code")
    obligations = _table(folder, "parameters/obligations*.yaml", "obligations", Obligation, "id")
    definitions = _table(folder, "parameters/definitions*.yaml", "definitions", Definition, "key")
    categories = _table(folder, "parameters/accountability*.yaml", "categories", Category, "number")
    readings = _table(folder, "readings/*.yaml", "readings", Reading, "key")
    overrides = _table(folder, "calendar/*.yaml", "overrides", Override, "day")
    if sorted(categories) != list(range(1, 10)):
        raise LawError(
            f"parameters/accountability.yaml: the nine categories are 1 to 9, not {sorted(categories)}"
        )
    return Law(
        limits=limits,
        obligations=obligations,
        definitions=definitions,
        categories=categories,
        readings=readings,
        overrides=tuple(overrides.values()),
        notice=_notice(folder),
        version=_digest(folder),
    )


def _table(folder: Path, pattern: str, root: str, shape: type[_Entry], key: str) -> dict[Any, _Entry]:
    table: dict[Any, _Entry] = {}
    for path in sorted(folder.glob(pattern)):
        loaded = _load(path)
        if not isinstance(loaded.data, dict) or set(loaded.data) != {root}:
            raise LawError(f"{path.name}:1: must hold one key, {root}")
        for index, raw in enumerate(loaded.data[root] or []):
            entry = _convert(raw, shape, path, loaded, (root, index))
            name = getattr(entry, key)
            where = f"{path.name}:{loaded.line_of((root, index))}: {name}"
            if name in table:
                raise LawError(f"{where}: stands twice")
            for problem in _problems(entry):
                raise LawError(f"{where}: {problem}")
            table[name] = entry
    if not table and shape is not Override:
        raise LawError(f"{pattern}: holds no {root}")
    return table


def _problems(entry: object) -> Iterator[str]:
    if isinstance(entry, Limit | Obligation | Definition):
        values: Sequence[Dated] = entry.values
        yield from _breaks(values)
    if isinstance(entry, Reading) and (problem := entry.problem()):
        yield problem


def _breaks(values: Sequence[Dated]) -> Iterator[str]:
    """Gaps and overlaps between values that follow one another, and a value that ends before it starts."""
    if not values:
        yield "has no value"
    for value in values:
        if value.end is not None and value.end < value.start:
            yield f"the value from {value.start} ends before it starts"
    for earlier, later in pairwise(values):
        if earlier.end is None or later.start <= earlier.end:
            yield f"the values from {earlier.start} and from {later.start} overlap"
        elif later.start != earlier.end + timedelta(days=1):
            yield f"nothing holds between {earlier.end} and {later.start}: a gap"


def _notice(folder: Path) -> Notice:
    path = folder / "notice" / "notice.yaml"
    loaded = _load(path)
    notice: Notice = _convert_any(loaded.data, Notice, path, loaded, ())
    ids = [clause.id for clause in notice.clauses()]
    for clause_id in ids:
        if ids.count(clause_id) > 1:
            lines = path.read_text(encoding="utf-8").splitlines()
            at = [number for number, line in enumerate(lines, start=1) if f"id: {clause_id}," in line + ","]
            raise LawError(f"{path.name}:{at[-1] if at else 1}: clause id {clause_id} stands twice")
    return notice


def _load(path: Path) -> yaml_core.Loaded:
    try:
        return yaml_core.load(path.read_text(encoding="utf-8"), path.name)
    except yaml_core.YamlError as error:
        raise LawError(str(error)) from error


def _convert(
    raw: Any, shape: type[_Entry], path: Path, loaded: yaml_core.Loaded, prefix: tuple[str | int, ...]
) -> _Entry:
    converted: _Entry = _convert_any(raw, shape, path, loaded, prefix)
    return converted


def _convert_any(
    raw: Any, shape: type[Any], path: Path, loaded: yaml_core.Loaded, prefix: tuple[str | int, ...]
) -> Any:
    try:
        return msgspec.convert(raw, shape)
    except msgspec.ValidationError as error:
        found = _LOCATION.match(str(error))
        what, below = (found["what"], found["path"] or "") if found else (str(error), "")
        place = prefix + tuple(_steps(below))
        raise LawError(f"{path.name}:{_nearest_line(loaded, place)}: {_dotted(place)}: {what}") from error


def _steps(path: str) -> Iterator[str | int]:
    for name, index in _STEP.findall(path):
        if index == "...":
            return
        yield int(index) if index else name


def _nearest_line(loaded: yaml_core.Loaded, place: tuple[str | int, ...]) -> int | None:
    while place and loaded.line_of(place) is None:
        place = place[:-1]
    return loaded.line_of(place)


def _dotted(place: Iterable[str | int]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place).lstrip(".")


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]
