"""What differs between two states of a case: field by field, with paths such as ``hearings[0].on``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from litigation.facts import CaseFacts, Row


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One value that differs. ``before`` and ``after`` are facts as JSON would hold them; None is *not known*."""

    path: str
    before: Any
    after: Any


def changes(before: CaseFacts, after: CaseFacts) -> tuple[Change, ...]:
    """Every difference, entries compared by identity; filings left out, they are rows of their own."""
    return tuple(_compare("", before, after))


def _compare(path: str, before: Any, after: Any) -> Iterator[Change]:
    if before == after:
        return
    if isinstance(before, msgspec.Struct) and type(before) is type(after):
        for name in before.__struct_fields__:
            if name not in ("uid", "filings"):
                inner = f"{path}.{name}" if path else name
                yield from _compare(inner, getattr(before, name), getattr(after, name))
    elif _entries(before) and _entries(after):
        yield from _compare_entries(path, before, after)
    else:
        yield Change(path=path, before=_as_json(before), after=_as_json(after))


def _as_json(value: Any) -> Any:
    return msgspec.json.decode(msgspec.json.encode(value))


def _entries(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(item, Row) for item in value)


def _compare_entries(path: str, before: tuple[Row, ...], after: tuple[Row, ...]) -> Iterator[Change]:
    new = {row.uid: row for row in after}
    kept = [row for row in before if row.uid in new]
    for place, row in enumerate(before):
        yield from _compare(f"{path}[{place}]", row, new.get(row.uid))
    known = {row.uid for row in before}
    for place, row in enumerate(after):
        if row.uid not in known:
            yield from _compare(f"{path}[{place}]", None, row)
    order = [row.uid for row in after if row.uid in known]
    if order != [row.uid for row in kept]:
        yield Change(path=path, before=[row.uid for row in kept], after=order)
