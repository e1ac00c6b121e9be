"""What is wrong with a bundle: as data, and as a sentence that names the record, the field and the remedy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeAlias

import msgspec

from litigation.bundle.messages import MESSAGES, RECORDS
from litigation.bundle.terms import with_terms

Language: TypeAlias = Literal["zh", "en"]

_LONGEST_QUOTE = 60
_NO_TEXT: dict[str, dict[type, str]] = {
    "zh": {type(None): "空值 null", dict: "一个映射", list: "一个列表"},
    "en": {type(None): "null", dict: "a mapping", list: "a list"},
}


class Record(msgspec.Struct, frozen=True):
    """The record an error is about: ``kind`` unit, dispute, case or annual_report; ``name`` as people know it."""

    kind: str
    ref: str
    name: str | None = None


class BundleError(msgspec.Struct, frozen=True):
    """One thing that is wrong. ``path`` as in ``cases[3].hearings[0].on``, empty for the whole document."""

    path: str
    key: str
    params: Mapping[str, Any] = {}
    record: Record | None = None
    line: int | None = None

    def render(self, language: Language) -> str:
        """The error in one line: path, record and line if known, what is wrong, what to do."""
        message = MESSAGES[self.key][language].format_map(_Shown(self.params, language))
        colon, comma = ("：", "，") if language == "zh" else (": ", ", ")
        place = comma.join(part for part in (self._record(language), self._line(language)) if part)
        sentence = f"{place}{colon}{message}" if place else message
        return f"{self.path}: {sentence}" if self.path else sentence

    def _record(self, language: Language) -> str:
        if self.record is None:
            return ""
        kind = RECORDS[self.record.kind][language]
        return " ".join(_short(part) for part in (kind, self.record.ref, self.record.name) if part)

    def _line(self, language: Language) -> str:
        if self.line is None:
            return ""
        return f"第 {self.line} 行" if language == "zh" else f"line {self.line}"


class BundleErrors(Exception):  # noqa: N818 - it holds as many as there are
    """Everything that is wrong with one bundle, in the order of the document."""

    def __init__(self, errors: tuple[BundleError, ...], *, source: str) -> None:
        super().__init__(source, errors)
        self.errors = errors
        self.source = source

    def __iter__(self) -> Iterator[BundleError]:
        return iter(self.errors)

    def __str__(self) -> str:
        return self.render("zh")

    def render(self, language: Language) -> str:
        """All errors, one per line, under a heading that names the source and counts them."""
        heading = MESSAGES["heading"][language].format(source=self.source, count=len(self.errors))
        return "\n".join((heading, *(f"  {error.render(language)}" for error in self.errors)))


class _Shown(dict[str, str]):
    """Parameters as text. Codes get their terms, values their quotes, and nothing is longer than a line."""

    def __init__(self, params: Mapping[str, Any], language: Language) -> None:
        super().__init__({name: _shown(name, value, language) for name, value in params.items()})
        self.setdefault("hint", "")


def _shown(name: str, value: Any, language: Language) -> str:
    if name == "hint":
        if value is None:
            return ""
        return f"您要写的可能是 {value}。" if language == "zh" else f" Did you mean {value}?"
    if name == "allowed":
        return with_terms(value)
    if name == "value":
        return _quoted(value, language)
    if isinstance(value, Mapping):  # a word of ours, in both languages
        return str(value[language])
    return str(value)


def _quoted(value: Any, language: Language) -> str:
    if type(value) in _NO_TEXT[language]:
        return _NO_TEXT[language][type(value)]
    if isinstance(value, bool):
        return str(value).lower()
    text = _short(str(value))
    if not isinstance(value, str):
        return text
    return f"“{text}”" if language == "zh" else f'"{text}"'


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "…"
