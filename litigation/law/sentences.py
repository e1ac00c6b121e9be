"""Nodes and the sentences they are rendered with. A derivation or a trace is data; words are looked up when it is read."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec

from litigation import yaml_core

Language = Literal["zh", "en"]
_BRACKETS = re.compile(r"\[([^\]]*)\]")
ENDS = ("。", "；", "，", ".", ":", ";")
CARRIES_ON = "；，;,"
LANGUAGES: tuple[Language, Language] = ("zh", "en")
Scalar = str | int | bool | date | None


class Node(msgspec.Struct, frozen=True):
    """One sentence as data: the key of its wording and the facts that go into it."""

    key: str
    params: Mapping[str, Scalar] = {}


class SentenceError(ValueError):
    """A wording is missing, or names a placeholder its other language lacks; the message has file and line."""


class Sentences:
    """Wordings by key and terms by token, both languages side by side."""

    def __init__(
        self, wordings: Mapping[str, Mapping[str, str]], terms: Mapping[str, Mapping[str, str]]
    ) -> None:
        self._wordings = wordings
        self._terms = terms

    def render(self, node: Node, language: Language) -> str:
        """The sentence of ``node``. KeyError names the key when nobody worded it."""
        formatter = _Formatter(self._terms, language, node.params.get("start"))
        params = node.params if language == "zh" else _in_english(node.params)
        return formatter.vformat(self._wordings[node.key][language], (), params)

    def render_all(self, nodes: Iterable[Node], language: Language) -> str:
        """Several sentences in one paragraph."""
        text = ""
        for node in nodes:
            piece = self.render(node, language)
            # A part that carries a sentence on drops its comma where the sentence before it has ended.
            if piece.lstrip()[:1] in CARRIES_ON and (not text or text.rstrip().endswith(ENDS)):
                piece = piece.lstrip(CARRIES_ON + " ")
                text = text.rstrip() + (" " if text and language == "en" else "")
            text += piece
        return text

    def keys(self) -> frozenset[str]:
        return frozenset(self._wordings)

    def placeholders(self, key: str) -> frozenset[str]:
        """The facts that the wording of ``key`` uses."""
        return _placeholders(self._wordings[key]["zh"])

    def term(self, token: str, language: Language) -> str:
        """The word for a code of the vocabulary; the token itself when it has none."""
        return _term(self._terms, token, language)

    def joined(self, other: Sentences) -> Sentences:
        """Both sets together, for a later stage that renders what earlier ones said."""
        return Sentences({**self._wordings, **other._wordings}, {**self._terms, **other._terms})


def _term(terms: Mapping[str, Mapping[str, str]], token: str, language: Language) -> str:
    entry = terms.get(token)
    return entry[language] if entry else token


class _Formatter(string.Formatter):
    """``{due:short}`` leaves out the year where it is the year of {start}; ``{document:term}`` looks a code up."""

    def __init__(self, terms: Mapping[str, Mapping[str, str]], language: Language, start: Scalar) -> None:
        self._terms = terms
        self._language: Language = language
        self._start = start

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec == "term":
            return _term(self._terms, "unknown" if value is None else str(value), self._language)
        if format_spec == "fact":
            return self._fact(str(value))
        if format_spec == "short" and isinstance(value, date):
            if isinstance(self._start, date) and self._start.year == value.year:
                return value.strftime("%m-%d")
            return value.isoformat()
        if format_spec:
            raise SentenceError(f"unknown format {format_spec!r}")
        return self._plain(value)

    def _fact(self, path: str) -> str:
        """``hearings[2021-03-25].attendance`` in words; the path itself where nobody worded it."""
        words = self._terms.get(_BRACKETS.sub("[]", path))
        if words is None:
            return path
        inner = (_term(self._terms, part, self._language) for part in _BRACKETS.findall(path))
        return words[self._language].format(*(part.replace(":", " ") for part in inner))

    def _plain(self, value: Any) -> str:
        if value is None:
            return _term(self._terms, "unknown", self._language)
        if value is True or value is False:
            return _term(self._terms, "yes" if value else "no", self._language)
        return value.isoformat() if isinstance(value, date) else str(value)


def _in_english(params: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Words that are no term come in both languages: ``source`` beside ``source_en``."""
    return {name: params.get(f"{name}_en", value) for name, value in params.items()}


def _placeholders(wording: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(wording) if name)


@cache
def load_sentences(folder: Path) -> Sentences:
    """Every wording and term below ``folder``. SentenceError where a language is missing or the two differ in facts."""
    wordings: dict[str, dict[str, str]] = {}
    terms: dict[str, dict[str, str]] = {}
    for path in sorted(folder.glob("*.yaml")):
        loaded = yaml_core.load(path.read_text(encoding="utf-8"), path.name)
        target = terms if path.stem == "terms" else wordings
        for key, entry in loaded.data.items():
            where = f"{path.name}:{loaded.line_of((key,))}: {key}"
            if not isinstance(entry, dict) or set(entry) != set(LANGUAGES) or not all(entry.values()):
                raise SentenceError(f"{where}: needs exactly zh and en")
            if _placeholders(entry["zh"]) != _placeholders(entry["en"]):
                raise SentenceError(f"{where}: zh and en name different facts")
            if key in target:
                raise SentenceError(f"{where}: is worded twice")
            target[key] = entry
    return Sentences(wordings, terms)
