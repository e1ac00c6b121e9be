"""The shape of a bundle: every violation of the schema as a flaw that says what it means to its author."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any

import msgspec
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from litigation.bundle.flaws import Flaw, path_text
from litigation.bundle.messages import TYPES
from litigation.bundle.predicate import EARLIEST_YEAR, LATEST_YEAR, Predicate, compiled, is_day
from litigation.bundle.schema import SECTIONS, Location, Node, bundle_schema, definition


def shape_flaws(data: Any) -> list[Flaw]:
    """Everything in ``data`` that the schema refuses; empty if it is a bundle by its shape."""
    sections = set()
    if isinstance(data, dict):
        sections = {name for name in SECTIONS if isinstance(data.get(name), list)}
    frame = {key: [] if key in sections else value for key, value in data.items()} if sections else data
    flaws = _explained(_validator(), frame, ())
    for name in sorted(sections):
        accepts = _predicate(name)
        for index, record in enumerate(data[name]):
            if not accepts(record):
                flaws += _explained(_validator(name), record, (name, index))
    return flaws


@cache
def _predicate(section: str) -> Predicate:
    return compiled(definition((section, 0)))


@cache
def _validator(section: str | None = None) -> Draft202012Validator:
    checker = FormatChecker(())
    checker.checks("date")(lambda value: not isinstance(value, str) or is_day(value))
    schema = bundle_schema() if section is None else definition((section, 0))
    return Draft202012Validator(schema, format_checker=checker)


class _Violation(msgspec.Struct):
    """What jsonschema reports: ``value`` breaks ``keyword: wanted`` of ``node``."""

    at: Location
    keyword: str
    wanted: Any
    value: Any
    node: Node
    conditional: bool


def _explained(validator: Draft202012Validator, value: Any, at: Location) -> list[Flaw]:
    flaws: dict[tuple[Location, str], Flaw] = {}
    for error in validator.iter_errors(value):
        for violation in _violations(error, at):
            for flaw in _flaws(violation):
                flaws.setdefault((flaw.at, flaw.key), flaw)
    return list(flaws.values())


def _violations(error: ValidationError, record: Location) -> Iterator[_Violation]:
    wanted: Any = error.validator_value
    if error.validator == "anyOf":  # of "this or null" only *this* can tell what is wrong
        for inner in error.context or ():
            if wanted[int(inner.schema_path[0])].get("type") != "null":
                yield from _violations(inner, record)
        return
    node: Any = error.schema
    yield _Violation(
        at=record + tuple(error.absolute_path),
        keyword=str(error.validator),
        wanted=wanted,
        value=error.instance,
        node=node,
        conditional="then" in error.absolute_schema_path,
    )


def _flaws(broken: _Violation) -> Iterator[Flaw]:
    if not broken.conditional or broken.at[-1] == "docket":
        yield from _BY_KEYWORD[broken.keyword](broken)
    # The only other condition of the schema: a day of effect that overrides the computed one needs its source.
    elif broken.keyword == "required":
        yield without_source(broken.at)
    elif broken.value in (None, ""):
        yield without_source(broken.at[:-1])


def without_source(decision: Location) -> Flaw:
    """The flaw of a decision whose ``effective_on`` names no source in ``note``."""
    first, second = (*decision, "effective_on"), (*decision, "note")
    return Flaw(first, "effective_without_source", {"first": path_text(first), "second": path_text(second)})


def _unknown_keys(broken: _Violation) -> Iterator[Flaw]:
    allowed = list(broken.node["properties"])
    for key in broken.value:
        if key not in allowed:
            hint = next(iter(get_close_matches(str(key), allowed, n=1)), None)
            yield Flaw(
                (*broken.at, key), "unknown_key", {"value": key, "hint": hint, "keys": ", ".join(allowed)}
            )


def _missing_keys(broken: _Violation) -> Iterator[Flaw]:
    for key in broken.wanted:
        if key not in broken.value:
            yield Flaw((*broken.at, key), "missing_key", {"name": key})


def _wrong_type(broken: _Violation) -> Iterator[Flaw]:
    types = broken.wanted if isinstance(broken.wanted, list) else [broken.wanted]
    wanted = [TYPES[name] for name in types if name != "null"]
    value = broken.value
    if value is None and _is_field(broken.at):
        yield _null(broken.at, wanted_list="array" in types)
    elif broken.node.get("format") == "date":
        yield Flaw(broken.at, "bad_date", {"value": value})
    elif "string" in types and isinstance(value, bool | int | float):
        yield Flaw(broken.at, "needs_quotes", {"value": value})
    else:
        words = {language: " / ".join(word[language] for word in wanted) for language in ("zh", "en")}
        yield Flaw(broken.at, "wrong_type", {"value": value, "wanted": words})


def _is_field(at: Location) -> bool:
    """Whether ``at`` is the value of a key, and neither an entry of a list nor the document."""
    return bool(at) and isinstance(at[-1], str)


def _null(at: Location, *, wanted_list: bool = False) -> Flaw:
    required = at[-1] in definition(at[:-1]).get("required", ())
    return Flaw(at, "null_list" if wanted_list and not required else "no_null", {"name": at[-1]})


def _unknown_code(broken: _Violation) -> Iterator[Flaw]:
    value = broken.value
    allowed = [code for code in broken.wanted if code is not None]
    if value is None and _is_field(broken.at):
        yield _null(broken.at)
    elif isinstance(value, dict | list):
        yield Flaw(broken.at, "wrong_type", {"value": value, "wanted": TYPES["string"]})
    else:
        hint = next(iter(get_close_matches(str(value), map(str, allowed), n=1)), None)
        yield Flaw(broken.at, "unknown_code", {"value": value, "hint": hint, "allowed": allowed})


def _wrong_format(broken: _Violation) -> Iterator[Flaw]:
    yield Flaw(broken.at, "wrong_format", {"value": broken.value})


def _bad_pattern(broken: _Violation) -> Iterator[Flaw]:
    if broken.node.get("format") == "date":
        return  # the format says it too
    is_ref = broken.wanted == definition(("units", 0, "code"))["pattern"]
    yield Flaw(broken.at, "bad_ref" if is_ref else "bad_docket", {"value": broken.value})


def _bad_date(broken: _Violation) -> Iterator[Flaw]:
    year = broken.value[:4]
    far = is_day("2000" + broken.value[4:]) and year.isdecimal() and len(year) == 4
    key = "far_date" if far and not EARLIEST_YEAR <= int(year) <= LATEST_YEAR else "bad_date"
    yield Flaw(broken.at, key, {"value": broken.value, "earliest": EARLIEST_YEAR, "latest": LATEST_YEAR})


def _empty(broken: _Violation) -> Iterator[Flaw]:
    yield Flaw(broken.at, "empty_text")


def _out_of_range(broken: _Violation) -> Iterator[Flaw]:
    least, most = broken.node.get("minimum", "…"), broken.node.get("maximum", "…")
    yield Flaw(broken.at, "out_of_range", {"value": broken.value, "least": least, "most": most})


def _doubled(broken: _Violation) -> Iterator[Flaw]:
    for index, value in enumerate(broken.value):
        if value in broken.value[:index]:
            yield Flaw((*broken.at, index), "doubled_entry", {"value": value})


def _term_and_day(broken: _Violation) -> Iterator[Flaw]:
    first, second = path_text((*broken.at, "within_days")), path_text((*broken.at, "due_on"))
    yield Flaw((*broken.at, "due_on"), "term_and_day", {"first": first, "second": second})


_BY_KEYWORD: dict[str, Callable[[_Violation], Iterator[Flaw]]] = {
    "additionalProperties": _unknown_keys,
    "required": _missing_keys,
    "type": _wrong_type,
    "enum": _unknown_code,
    "const": _wrong_format,
    "pattern": _bad_pattern,
    "format": _bad_date,
    "minLength": _empty,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
    "uniqueItems": _doubled,
    "not": _term_and_day,
}
