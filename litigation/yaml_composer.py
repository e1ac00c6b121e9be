"""Plain values out of the events of PyYAML's parser, by the rules of YAML 1.2 core, with their lines.

The events are the same whether libyaml or PyYAML's own parser sends them. ``litigation.yaml_core`` is the door.
"""

from __future__ import annotations

import re
from typing import Any, NoReturn

import msgspec
import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from yaml.reader import ReaderError

MAX_DEPTH = 100
MAX_ALIASED = 100_000

# The C parser reads some ten times faster.
_Parser: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_SPECIAL_FLOAT = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_CONSTANTS: dict[str, Any] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    "true": True,
    "false": False,
}
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_OPEN = object()  # stands for an anchored collection that has not ended: an alias to it would be a circle
_TAG = "tag:yaml.org,2002:"
_TAGGED: dict[str, tuple[type, ...]] = {
    _TAG + "null": (type(None),),
    _TAG + "bool": (bool,),
    _TAG + "int": (int,),
    _TAG + "float": (float, int),
}

# Each message is a pair, English and Chinese.
TOO_DEEP = (f"nested deeper than {MAX_DEPTH} levels", f"嵌套超过 {MAX_DEPTH} 层")
TOO_LONG = ("a number with thousands of digits", "数字过长")
NO_TEXT = (
    "a text holds a character that cannot be stored (NUL or half a surrogate pair)",
    "文本含有无法保存的字符（NUL 或不成对的代理字符）",
)


def doubled_key(key: Any, first_line: int | None = None) -> tuple[str, str]:
    """The message about a key that stands twice."""
    if first_line is None:
        return f"the key {key!r} stands twice in one mapping", f"同一处两次出现键“{key}”"
    return (
        f"the key {key!r} stands twice in one mapping, first on line {first_line}",
        f"同一处两次出现键“{key}”，第一次在第 {first_line} 行",
    )


class YamlError(ValueError):
    """Text that cannot be read. ``line`` and ``column`` count from 1; ``zh`` is ``message`` in Chinese."""

    def __init__(
        self, source: str, line: int | None, column: int | None, message: str, zh: str | None = None
    ) -> None:
        place = ":".join(str(part) for part in (source, line, column) if part is not None)
        super().__init__(f"{place}: {message}")
        self.source = source
        self.line = line
        self.column = column
        self.message = message
        self.zh = zh or f"语法错误（{message}）"


class _Frame(msgspec.Struct):
    """A collection being read. ``line``: where it begins; ``waiting``: a key is read, its value is not."""

    collection: Any
    line: int
    anchor: str | None
    size_before: int
    lines: list[int]
    key: Any = None
    key_line: int = 0
    waiting: bool = False


class Composer:
    """Builds plain values from parser events in one pass, without recursion."""

    def __init__(self, text: str, source: str) -> None:
        self.text = text
        self.source = source
        self.data: Any = None
        self.first_line: int | None = None
        self.lines: dict[int, list[int]] = {}
        self.stack: list[_Frame] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.size = 0
        self.aliased = 0
        self.plain: dict[str, Any] = dict(_CONSTANTS)

    def read(self) -> None:
        """Fill ``data``, ``lines`` (by id of the collection) and ``first_line``. Raises YamlError."""
        try:
            self._read(_Parser(self.text))
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            context = error.context
            if context and error.context_mark:
                context += f" that begins on line {error.context_mark.line + 1}"
            message = ", ".join(part for part in (context, error.problem) if part)
            line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
            raise YamlError(self.source, line, column, message) from None
        except (ReaderError, UnicodeEncodeError):
            raise self._unreadable_character() from None

    def _read(self, parser: Any) -> None:
        documents = 0
        get_event = parser.get_event
        while (event := get_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._begin(event, {} if kind is MappingStartEvent else [])
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._end(event)
            elif kind is AliasEvent:
                self._alias(event)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._refuse(
                        event,
                        "a second document begins here; a file holds one",
                        "此处开始第二个文档，一个文件只能有一个",
                    )

    def _scalar(self, event: Any) -> None:
        value = event.value
        self.size += 1
        if event.implicit[0] and event.tag is None:
            try:
                value = self.plain[value]
            except KeyError:
                value = self.plain[value] = self._resolve(event, value)
        elif event.tag in _TAGGED:
            value = self._resolve(event, value)
            if type(value) not in _TAGGED[event.tag]:
                self._refuse(
                    event, f"{event.value!r} is not what its tag says", f"“{event.value}”与其标签不符"
                )
        elif event.tag not in (None, "!", _TAG + "str"):
            self._refuse(event, f"the tag {event.tag} is not allowed", f"不允许使用标签 {event.tag}")
        if event.style and "\0" in event.value:
            self._refuse(event, *NO_TEXT)
        if event.anchor is not None:
            self.anchors[event.anchor] = value, 1
        self._place(event, value, event.start_mark.line + 1)

    def _resolve(self, event: Any, text: str) -> Any:
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if _INTEGER.fullmatch(text):
            try:
                return int(text, 0 if text[1:2] in ("o", "x") else 10)
            except ValueError:
                self._refuse(event, *TOO_LONG)
        if _FLOAT.fullmatch(text):
            return float(text)
        return float(text.replace(".", "", 1)) if _SPECIAL_FLOAT.fullmatch(text) else text

    def _begin(self, event: Any, collection: Any) -> None:
        if event.tag not in (None, "!", _TAG + ("map" if type(collection) is dict else "seq")):
            self._refuse(event, f"the tag {event.tag} is not allowed", f"不允许使用标签 {event.tag}")
        if len(self.stack) >= MAX_DEPTH:
            self._refuse(event, *TOO_DEEP)
        self.size += 1
        if event.anchor is not None:
            self.anchors[event.anchor] = _OPEN, 0
        lines: list[int] = []
        self.lines[id(collection)] = lines
        self.stack.append(_Frame(collection, event.start_mark.line + 1, event.anchor, self.size, lines))

    def _end(self, event: Any) -> None:
        frame = self.stack.pop()
        if frame.anchor is not None:
            self.anchors[frame.anchor] = frame.collection, self.size - frame.size_before + 1
        self._place(event, frame.collection, frame.line)

    def _alias(self, event: Any) -> None:
        if event.anchor not in self.anchors:
            self._refuse(
                event, f"no anchor &{event.anchor} before this alias", f"此前没有锚点 &{event.anchor}"
            )
        value, size = self.anchors[event.anchor]
        if value is _OPEN:
            self._refuse(event, f"*{event.anchor} contains itself", f"*{event.anchor} 包含自身")
        self.size += size
        self.aliased += size
        if self.aliased > MAX_ALIASED:
            self._refuse(
                event, f"aliases repeat more than {MAX_ALIASED} values", f"别名重复的值超过 {MAX_ALIASED} 个"
            )
        self._place(event, value, event.start_mark.line + 1)

    def _place(self, event: Any, value: Any, line: int) -> None:
        """Put a finished value where it belongs: the document, a list, a key, or a key's value."""
        if not self.stack:
            self.data, self.first_line = value, line
            return
        frame = self.stack[-1]
        if type(frame.collection) is list:
            frame.collection.append(value)
            frame.lines.append(line)
        elif frame.waiting:
            frame.collection[frame.key] = value
            frame.lines.append(frame.key_line)
            frame.waiting = False
        else:
            if type(value) in (dict, list):
                self._refuse(event, "a key must be a single value", "键必须是单个值")
            if value in frame.collection:
                self._refuse(event, *doubled_key(value, frame.lines[list(frame.collection).index(value)]))
            frame.key, frame.key_line, frame.waiting = value, line, True

    def _refuse(self, event: Any, message: str, zh: str) -> NoReturn:
        raise YamlError(self.source, event.start_mark.line + 1, event.start_mark.column + 1, message, zh)

    def _unreadable_character(self) -> YamlError:
        """The C and the Python reader count positions differently, so find the character again."""
        found = _UNREADABLE.search(self.text)
        start = found.start() if found else 0
        line, column = self.text.count("\n", 0, start) + 1, start - self.text.rfind("\n", 0, start)
        code = f"U+{ord(self.text[start]):04X}"
        return YamlError(
            self.source,
            line,
            column,
            f"the character {code} is not allowed; remove it",
            f"不允许使用字符 {code}，请删除",
        )
