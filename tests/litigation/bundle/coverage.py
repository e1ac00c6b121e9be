"""Every key and every code of the schema, and those that a document uses: computed, so that a new one is missed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from litigation.bundle.schema import Node, bundle_schema, something

Entry = tuple[tuple[str, ...], Any]


def offered() -> set[Entry]:
    """(path, None) for each key, (path, code) for each code but null."""
    return set(_offered(bundle_schema(), ()))


def used(document: Any) -> set[Entry]:
    """The same for a document; its other values stand beside the codes."""
    return set(_used(document, ()))


def _offered(node: Node, at: tuple[str, ...]) -> Iterator[Entry]:
    node = something(node)
    for key, child in node.get("properties", {}).items():
        yield (*at, key), None
        yield from _offered(child, (*at, key))
    if "items" in node:
        yield from _offered(node["items"], at)
    for code in node.get("enum", ()):
        if code is not None:
            yield at, code


def _used(value: Any, at: tuple[str, ...]) -> Iterator[Entry]:
    if isinstance(value, dict):
        for key, child in value.items():
            yield (*at, key), None
            yield from _used(child, (*at, key))
    elif isinstance(value, list):
        for child in value:
            yield from _used(child, at)
    else:
        yield at, value
