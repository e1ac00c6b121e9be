"""口径: the ambiguity keys AMB-01…27 (facts.md A.3, rulings.md 1) with default, alternatives and whether enabled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from litigation.law.citations import Grade, Text


class ReadingValue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to read. ``enabled``: tried as an alternative wherever the reading in force says breach."""

    value: str
    label: Text
    reason: Text
    enabled: bool = False


class Reading(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``computable`` is false where no fact of the record could make a difference; such a reading is never chosen."""

    key: str
    name: str
    question: Text
    default: str
    values: tuple[ReadingValue, ...]
    grade: Grade
    computable: bool = True
    not_computable_because: Text | None = None

    def value(self, token: str) -> ReadingValue:
        """The value named ``token``; KeyError when the reading has none such."""
        for candidate in self.values:
            if candidate.value == token:
                return candidate
        raise KeyError(token)

    def problem(self) -> str | None:
        """What is wrong with the reading as data, or None."""
        tokens = [value.value for value in self.values]
        if self.default not in tokens:
            return f"default {self.default!r} is not among its values {tokens}"
        if len(set(tokens)) != len(tokens) or len(tokens) < 2:
            return "a reading has at least two values, each once"
        if self.value(self.default).enabled:
            return "the default is in force; only an alternative is enabled"
        if not self.computable and any(value.enabled for value in self.values):
            return "a reading that no fact can test cannot be enabled"
        if self.computable == (self.not_computable_because is not None):
            return "not_computable_because stands exactly where computable is false"
        return None


class UnknownReadingError(ValueError):
    """A choice names a key or value that the law folder does not have, or one that no fact can test."""


class Choice(msgspec.Struct, frozen=True):
    """The readings in force: ``chosen`` for every key, and the alternatives that are tried one at a time."""

    chosen: Mapping[str, str]
    alternatives: tuple[tuple[str, str], ...]

    def __getitem__(self, key: str) -> str:
        return self.chosen[key]

    def taking(self, key: str, value: str) -> Choice:
        """This choice with one reading flipped and nothing further to try."""
        return Choice({**self.chosen, key: value}, ())


def choose(
    readings: Mapping[str, Reading],
    chosen: Mapping[str, str] | None = None,
    enabled: Mapping[str, frozenset[str]] | None = None,
) -> Choice:
    """The choice that takes ``chosen`` over the defaults; ``enabled`` replaces the alternatives of the keys it names.

    Raises UnknownReadingError, naming key, value and what is allowed.
    """
    chosen = chosen or {}
    for key, token in chosen.items():
        _check(readings, key, token)
    for key, tokens in (enabled or {}).items():
        for token in tokens:
            _check(readings, key, token)
    in_force = {key: chosen.get(key, reading.default) for key, reading in sorted(readings.items())}
    return Choice(in_force, tuple(_alternatives(readings, in_force, enabled or {})))


def _alternatives(
    readings: Mapping[str, Reading], in_force: Mapping[str, str], enabled: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    for key, reading in sorted(readings.items()):
        for value in reading.values:
            on = value.value in enabled[key] if key in enabled else value.enabled
            if on and value.value != in_force[key]:
                yield key, value.value


def _check(readings: Mapping[str, Reading], key: str, token: str) -> None:
    reading = readings.get(key)
    if reading is None:
        raise UnknownReadingError(f"{key}: no such reading; there are {', '.join(sorted(readings))}")
    allowed = [value.value for value in reading.values]
    if token not in allowed:
        raise UnknownReadingError(f"{key}: {token!r} is none of {', '.join(allowed)}")
    if not reading.computable and token != reading.default:
        raise UnknownReadingError(f"{key}: the record has no fact that could test {token!r}")
