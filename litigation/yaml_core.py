"""YAML by the 1.2 core rules, and JSON: plain values, and the line each of them stands on.

PyYAML by itself reads YAML 1.1, where the key ``on`` is *true* and ``2021-02-28`` is a date object. Here
``on`` is text, a date is text until somebody checks it, and only ``true`` and ``false`` are truth values
(bundle.md, a little stricter than 1.2 core).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any, NoReturn

from litigation.yaml_composer import MAX_DEPTH, NO_TEXT, TOO_DEEP, TOO_LONG, Composer, YamlError, doubled_key

__all__ = ["Loaded", "YamlError", "load"]

_JSON_OBJECT = re.compile(r"\s*\{")
_JSON_KEY = re.compile(r'\s*\{\s*["}]')
_ESCAPED_NON_TEXT = re.compile(r"\\u(?:0000|[dD][89abABc-fC-F])")
_NON_TEXT = re.compile("[\x00\ud800-\udfff]")


class Loaded:
    """``data`` is made of dict, list, str, int, float, bool and None only."""

    def __init__(
        self, data: Any, lines: dict[int, list[int]] | None = None, first: int | None = None
    ) -> None:
        self.data = data
        self._lines = lines
        self._first = first

    def line_of(self, path: tuple[str | int, ...]) -> int | None:
        """The line, from 1, of the value at ``path`` (in a mapping: of its key). None if absent or read as JSON."""
        if self._lines is None:
            return None
        node, line = self.data, self._first
        for step in path:
            if isinstance(node, dict) and step in node:
                line = self._lines[id(node)][list(node).index(step)]
            elif isinstance(node, list) and isinstance(step, int) and 0 <= step < len(node):
                line = self._lines[id(node)][step]
            else:
                return None
            node = node[step]
        return line


def load(text: str | bytes, source: str) -> Loaded:
    """One document of YAML 1.2 or JSON; empty text gives None. ``source`` names it in errors. Raises YamlError."""
    decoded = _decode(text, source)
    if not _JSON_OBJECT.match(decoded):
        return _compose(decoded, source)
    try:
        return Loaded(_load_json(decoded, source))
    except YamlError as error:
        json_error = error
    # A flow mapping opens with a brace too; and for a doubled key the YAML parser knows the line.
    try:
        return _compose(decoded, source)
    except YamlError as error:
        if json_error.line is not None and _JSON_KEY.match(decoded):
            raise json_error from None
        raise error from None


def _compose(text: str, source: str) -> Loaded:
    composer = Composer(text, source)
    composer.read()
    return Loaded(composer.data, composer.lines, composer.first_line)


def _decode(text: str | bytes, source: str) -> str:
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise YamlError(
            source, 1, 1, "the text is UTF-16; save it as UTF-8", "文件是 UTF-16 编码，请另存为 UTF-8"
        )
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before, byte = error.object[: error.start], f"0x{error.object[error.start]:02x}"
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        message = f"byte {byte} is not UTF-8; save the text as UTF-8"
        raise YamlError(
            source, line, column, message, f"字节 {byte} 不是 UTF-8 编码，请把文件另存为 UTF-8"
        ) from None


def _load_json(text: str, source: str) -> Any:
    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        mapping = dict(found)
        if len(mapping) != len(found):
            doubled = Counter(key for key, _ in found).most_common(1)[0][0]
            raise YamlError(source, None, None, *doubled_key(doubled))
        return mapping

    def no_number(name: str) -> NoReturn:
        raise YamlError(source, None, None, f"{name} is no number of JSON", f"{name} 不是 JSON 的数")

    try:
        data = json.loads(text, object_pairs_hook=pairs, parse_constant=no_number)
    except json.JSONDecodeError as error:
        raise YamlError(source, error.lineno, error.colno, f"no valid JSON: {error.msg}") from None
    except RecursionError:
        raise YamlError(source, None, None, *TOO_DEEP) from None
    except YamlError:
        raise
    except ValueError:  # int() refuses numbers of thousands of digits
        raise YamlError(source, None, None, *TOO_LONG) from None
    _check_json(data, text, source)
    return data


def _check_json(data: Any, text: str, source: str) -> None:
    """Refuse what json.loads lets pass and nobody can store: endless depth, NUL, half a surrogate pair."""
    look_at_text = _ESCAPED_NON_TEXT.search(text) is not None
    level = [data]
    for _ in range(MAX_DEPTH):
        children = [child for node in level for child in (node.values() if type(node) is dict else node)]
        if look_at_text:
            keys = [key for node in level if type(node) is dict for key in node]
            if any(isinstance(value, str) and _NON_TEXT.search(value) for value in (*children, *keys)):
                raise YamlError(source, None, None, *NO_TEXT)
        level = [child for child in children if type(child) in (dict, list)]
        if not level:
            return
    raise YamlError(source, None, None, *TOO_DEEP)
