"""YAML for people: the document in block style, each short row on one line, quotes only where a reader needs them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

WIDTH = 110

# Always spread over lines, however short: these are read downwards.
_SPREAD_MAPPINGS = {"decision"}
_SPREAD_ROWS = {"cases", "hearings"}
# One row to a line, even where all of them would fit on one.
_ROWS = {"units", "disputes", "cases", "annual_reports", "received", "submitted", "hearings"} | {
    "attendance", "recommendations", "filings", "conduct"
}  # fmt: skip

# Letters, digits, Chinese and its punctuation, single spaces inside. Whatever holds anything else gets quotes.
_LETTER = "A-Za-z0-9\u3400-\u9fff\U00020000-\U0003ffff（《〔“‘"
_PLAIN = re.compile(f"[{_LETTER}](?:[{_LETTER}）》〕”’、，。；：！？·—…/._+-]| (?=[^ ]))*")
# Plain, but a number or a truth value to one of the versions of YAML.
_NO_TEXT = re.compile(
    r"[-+.0-9][-+.0-9_eExXoOa-fA-F]*|y|yes|n|no|on|off|true|false|null|nan|inf", re.IGNORECASE
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_NOT_PRINTABLE = re.compile("[\x7f-\x9f\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufffe\uffff]")


def yaml_text(document: dict[str, Any]) -> str:
    """``document`` (dict, list, str, int, bool) as YAML in the style of the format's description."""
    return "\n".join(_mapping_lines(document, "")) + "\n"


def _mapping_lines(mapping: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in mapping.items():
        if not isinstance(value, dict | list):
            yield f"{indent}{key}: {_scalar(value)}"
            continue
        spread = (key in _SPREAD_MAPPINGS or key in _ROWS) and len(value) > 0
        line = "" if spread else f"{indent}{key}: {_flow(value)}"
        if line and (_width(line) <= WIDTH or not value):
            yield line
        elif isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _mapping_lines(value, indent + "  ")
        else:
            yield f"{indent}{key}:"
            yield from _list_lines(value, indent + "  ", spread_rows=key in _SPREAD_ROWS)


def _list_lines(rows: list[Any], indent: str, *, spread_rows: bool) -> Iterator[str]:
    for row in rows:
        if not spread_rows or not isinstance(row, dict):
            line = f"{indent}- {_flow(row)}"
            if not isinstance(row, dict) or _width(line) <= WIDTH:
                yield line
                continue
        lines = _mapping_lines(row, indent + "  ")
        yield f"{indent}- {next(lines).removeprefix(indent + '  ')}"
        yield from lines


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(child)}" for key, child in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value)


def _scalar(value: str | int | bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else _text(value)


@lru_cache(maxsize=100_000)
def _text(text: str) -> str:
    if _PLAIN.fullmatch(text) and (_DAY.fullmatch(text) or not _NO_TEXT.fullmatch(text)):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _NOT_PRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _width(line: str) -> int:
    """Columns: three bytes of UTF-8 make one letter of Chinese, which is two wide."""
    return (len(line) + len(line.encode())) // 2
