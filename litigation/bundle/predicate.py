"""A schema as one Python function that says yes or no.

jsonschema explains what is wrong, but takes ten seconds to say that 10,000 cases are right; this takes one. A record
that it refuses goes to jsonschema (``shape``), so the two must agree: a test holds them together.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from litigation.bundle.schema import Node

Predicate = Callable[[Any], bool]

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100

_ISO_DAY = re.compile(r"(\d{4})-\d\d-\d\d", re.ASCII)
_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "null": (type(None),),
}
_WITHOUT_MEANING = {"title", "description"}
_WITH_ANOTHER = {"required", "additionalProperties", "then"}  # read together with properties, properties, if


@lru_cache(maxsize=50_000)
def is_day(text: str) -> bool:
    """Whether ``text`` is a day of the calendar as YYYY-MM-DD, near enough to count days from it."""
    found = _ISO_DAY.fullmatch(text)
    if found is None or not EARLIEST_YEAR <= int(found[1]) <= LATEST_YEAR:
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def compiled(node: Node) -> Predicate:
    """The function that accepts exactly what ``node`` accepts. Raises ValueError at a keyword it does not know."""
    tests: list[Predicate] = []
    for keyword, value in node.items():
        if keyword in _WITHOUT_MEANING or keyword in _WITH_ANOTHER:
            continue
        try:
            tests.append(_KEYWORDS[keyword](value, node))
        except KeyError:
            raise ValueError(f"the schema uses {keyword!r}, which {__name__} does not read yet") from None
    if "required" in node and "properties" not in node:
        raise ValueError("the schema uses 'required' without 'properties'")
    if len(tests) == 1:
        return tests[0]
    return lambda value: all(test(value) for test in tests)


def _type(names: str | list[str], _: Node) -> Predicate:
    wanted = [names] if isinstance(names, str) else names
    types = frozenset(kind for name in wanted for kind in _TYPES[name])
    # The exact type: true is an int to Python, and no integer to a schema. 3.0 is one to both.
    if int in types:
        return lambda value: type(value) in types or (type(value) is float and value.is_integer())
    return lambda value: type(value) in types


def _enum(values: list[Any], _: Node) -> Predicate:
    texts = frozenset(value for value in values if value is None or isinstance(value, str))
    numbers = frozenset(value for value in values if isinstance(value, int))
    if len(texts) + len(numbers) != len(values):
        raise ValueError("the schema lists a value that is no text, whole number or null")

    def known(value: Any) -> bool:
        if value is None or type(value) is str:
            return value in texts
        return type(value) in (int, float) and value in numbers

    return known


def _const(wanted: str, _: Node) -> Predicate:
    return lambda value: type(value) is str and value == wanted


def _pattern(pattern: str, _: Node) -> Predicate:
    @lru_cache(maxsize=50_000)
    def matches(text: str) -> bool:
        return search(text) is not None

    search = re.compile(pattern).search
    return lambda value: type(value) is not str or matches(value)


def _format(name: str, _: Node) -> Predicate:
    if name != "date":
        raise ValueError(f"the schema uses the format {name!r}")
    return lambda value: type(value) is not str or is_day(value)


def _min_length(least: int, _: Node) -> Predicate:
    return lambda value: type(value) is not str or len(value) >= least


def _minimum(least: int, _: Node) -> Predicate:
    return lambda value: type(value) not in (int, float) or value >= least


def _maximum(most: int, _: Node) -> Predicate:
    return lambda value: type(value) not in (int, float) or value <= most


def _items(item: Node, _: Node) -> Predicate:
    test = compiled(item)
    return lambda value: type(value) is not list or all(map(test, value))


def _unique_items(unique: bool, _: Node) -> Predicate:
    # Only for lists of single values; one that holds a collection is refused here and explained there.
    return lambda value: type(value) is not list or not unique or _all_differ(value)


def _all_differ(values: list[Any]) -> bool:
    try:
        return len({(type(value) is bool, value) for value in values}) == len(values)
    except TypeError:
        return False


def _properties(properties: Node, node: Node) -> Predicate:
    tests = {key: compiled(child) for key, child in properties.items()}
    required = tuple(node.get("required", ()))
    open_ended = node.get("additionalProperties", True)

    def fits(value: Any) -> bool:
        if type(value) is not dict:
            return True
        for key, child in value.items():
            test = tests.get(key)
            if test is None:
                if not open_ended:
                    return False
            elif not test(child):
                return False
        return all(key in value for key in required)

    return fits


def _any_of(branches: list[Node], _: Node) -> Predicate:
    tests = [compiled(branch) for branch in branches]
    return lambda value: any(test(value) for test in tests)


def _all_of(branches: list[Node], _: Node) -> Predicate:
    tests = [compiled(branch) for branch in branches]
    return lambda value: all(test(value) for test in tests)


def _not(branch: Node, _: Node) -> Predicate:
    test = compiled(branch)
    return lambda value: not test(value)


def _if(condition: Node, node: Node) -> Predicate:
    applies, then = compiled(condition), compiled(node["then"])
    return lambda value: not applies(value) or then(value)


_KEYWORDS: dict[str, Callable[[Any, Node], Predicate]] = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "pattern": _pattern,
    "format": _format,
    "minLength": _min_length,
    "minimum": _minimum,
    "maximum": _maximum,
    "items": _items,
    "uniqueItems": _unique_items,
    "properties": _properties,
    "anyOf": _any_of,
    "allOf": _all_of,
    "not": _not,
    "if": _if,
}
