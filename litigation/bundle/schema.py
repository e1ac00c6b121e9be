"""The schema of litigation-bundle/1, made ready: references put in place, patterns as Python reads them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

Node: TypeAlias = dict[str, Any]
Location: TypeAlias = tuple[str | int, ...]

FORMAT = "litigation-bundle/1"
SCHEMA_FILE = Path(__file__).with_name("bundle-1.schema.json")
SECTIONS = ("units", "disputes", "cases", "annual_reports")


@cache
def bundle_schema() -> Node:
    """The whole schema without ``$ref``. Shared: do not change it."""
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    ready = _ready(schema, schema["$defs"])
    return {key: value for key, value in ready.items() if not key.startswith("$")}


def definition(location: Location) -> Node:
    """The part of the schema that speaks about ``location``; of "this or null" it is *this*."""
    node = bundle_schema()
    for step in location:
        node = something(node)
        node = node["items"] if isinstance(step, int) else node["properties"][step]
    return something(node)


def something(node: Node) -> Node:
    """``node`` itself, or the branch that is not null where it offers null as well."""
    branches = node.get("anyOf", [])
    return next((branch for branch in branches if branch.get("type") != "null"), node)


def _ready(node: Any, definitions: Node) -> Any:
    if isinstance(node, list):
        return [_ready(child, definitions) for child in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _ready(definitions[node["$ref"].removeprefix("#/$defs/")], definitions)
    ready = {key: _ready(value, definitions) for key, value in node.items() if key != "$defs"}
    if isinstance(ready.get("pattern"), str):
        ready["pattern"] = _python_pattern(ready["pattern"])
    return ready


def _python_pattern(pattern: str) -> str:
    r"""In JSON Schema ``\d`` is an ASCII digit and ``$`` the very end; in Python neither is."""
    return "(?a)" + (pattern[:-1] + r"\Z" if pattern.endswith("$") else pattern)
