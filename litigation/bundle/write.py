"""Writing a register back as litigation-bundle/1: as plain values, as YAML that people read, as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from litigation.bundle.layout import yaml_text
from litigation.bundle.schema import FORMAT, SECTIONS, Node, definition, something
from litigation.facts import RegisterFacts

_Writer = Callable[[Any], Any]


def as_document(register: RegisterFacts) -> dict[str, Any]:
    """The bundle as plain values: keys in the order of the format, nothing that is None, days as ISO text.

    Only what the schema names is written: no row identity, no returned filing's mark, no day of acceptance.
    """
    document: dict[str, Any] = {"format": FORMAT}
    for section in SECTIONS:
        records = getattr(register, section)
        # An empty section says nothing, except that there are no annual reports.
        if records or (section == "annual_reports" and records is not None):
            document[section] = [_writer(section)(record) for record in records]
    return document


def to_yaml(register: RegisterFacts) -> str:
    """The bundle as YAML: short rows on one line each, and no text that another YAML reader takes for something else.

    Days and the key ``on`` stand without quotes, as in the format's description; a YAML 1.1 reader turns them into
    dates and *true*.
    """
    return yaml_text(as_document(register))


def to_json(register: RegisterFacts) -> str:
    """The bundle as JSON, indented by two."""
    return json.dumps(as_document(register), ensure_ascii=False, indent=2) + "\n"


@cache
def _writer(section: str) -> _Writer:
    return _compiled(definition((section, 0)))


def _compiled(node: Node) -> _Writer:
    """The function that turns a fact into plain values, its keys in the order in which the schema lists them."""
    node = something(node)
    if node.get("type") == "object":
        children = [(key, _compiled(child)) for key, child in node["properties"].items()]
        return lambda fact: {
            key: write(value) for key, write in children if (value := getattr(fact, key)) is not None
        }
    if node.get("type") == "array":
        item = _compiled(node["items"])
        return lambda facts: [item(fact) for fact in facts]
    if node.get("format") == "date":
        return date.isoformat
    # A code is a StrEnum to the facts and plain text to the document.
    return lambda value: value if type(value) in (str, int, bool) else str(value)
