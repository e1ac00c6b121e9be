"""How a scenario's `expect` is compared with a litigation-assessment/1 document (tests/scenarios/README.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from litigation import yaml_core

FOLDER = Path(__file__).parent / "scenarios"
ENTRIES = ("duties", "findings")
ABSENT = "absent_"
NO_BREACH = frozenset({"clear", "not_applicable"})
KEYS = {"cases": "ref", "units": "code"}


def valid_scenarios() -> list[Path]:
    """The scenario files to assess; a file dropped into the folder is one of them."""
    return sorted(FOLDER.glob("*.yaml"))


def invalid_scenarios() -> list[Path]:
    """The files that hold input to be refused."""
    return sorted((FOLDER / "invalid").glob("*.yaml"))


def load_scenario(path: Path) -> dict[str, Any]:
    """One scenario file, read by the 1.2 core rules: dates are text and `on` is a key."""
    scenario: dict[str, Any] = yaml_core.load(path.read_bytes(), path.name).data
    return scenario


def mismatches(expect: Mapping[str, Any], document: Mapping[str, Any]) -> list[str]:
    """One line for everything in ``document`` that is not as ``expect`` asks; empty when all of it is."""
    found: list[str] = []
    for key, expected in expect.items():
        if key in KEYS:
            found += _records(key, expected, document.get(key) or [])
        elif not matches(expected, document.get(key)):
            found.append(f"{key}: expected {expected}, is {document.get(key)}")
    return found


def matches(expected: object, actual: object) -> bool:
    """A mapping by the keys it names, a plain list and a scalar by equality, `{any: […]}` by any of its values."""
    if isinstance(expected, Mapping):
        if set(expected) == {"any"}:
            return any(matches(choice, actual) for choice in expected["any"])
        if not isinstance(actual, Mapping):
            return False
        return all(matches(value, actual.get(key)) for key, value in expected.items())
    # True == 1 in Python; in the document they are different answers.
    return expected == actual and isinstance(expected, bool) == isinstance(actual, bool)


def _records(
    kind: str, expected: Sequence[Mapping[str, Any]], actual: Sequence[Mapping[str, Any]]
) -> Iterator[str]:
    name = KEYS[kind]
    by_name = {record[name]: record for record in actual}
    for record in expected:
        where = f"{kind}[{record[name]}]"
        if record[name] not in by_name:
            yield f"{where}: not in the document"
            continue
        for key, value in record.items():
            yield from _field(where, key, value, by_name[record[name]])


def _field(where: str, key: str, expected: Any, record: Mapping[str, Any]) -> Iterator[str]:
    if key in ENTRIES:
        yield from (
            f"{where}.{key}: no entry of its own for {entry}"
            for entry in _unmatched(expected, record.get(key) or [])
        )
    elif key.startswith(ABSENT):
        for entry in record.get(key.removeprefix(ABSENT)) or []:
            if any(matches(unwanted, entry) for unwanted in expected):
                yield f"{where}.{key}: there is {entry}"
    elif not matches(expected, record.get(key)):
        yield f"{where}.{key}: expected {expected}, is {record.get(key)}"
    elif key == "categories":
        yield from _breaches(where, expected, record.get("findings") or [])


def _breaches(
    where: str, categories: Mapping[str, Any], findings: Sequence[Mapping[str, Any]]
) -> Iterator[str]:
    """A category expected clear or not applicable has no finding that says breach."""
    for category, expected in categories.items():
        choices = expected.get("any", ()) if isinstance(expected, Mapping) else (expected,)
        if not choices or not NO_BREACH.issuperset(choices):
            continue
        for finding in findings:
            if str(finding["category"]) == category and finding["outcome"] == "breach":
                yield f"{where}.categories.{category}: expected {expected}, but a finding says breach: {finding}"


def _unmatched(expected: Sequence[Any], actual: Sequence[Any]) -> list[Any]:
    """The expected entries left over when as many as possible get an actual entry of their own (augmenting paths)."""
    taken: dict[int, int] = {}

    def place(index: int, tried: set[int]) -> bool:
        for number, entry in enumerate(actual):
            if number in tried or not matches(expected[index], entry):
                continue
            tried.add(number)
            if number not in taken or place(taken[number], tried):
                taken[number] = index
                return True
        return False

    return [entry for index, entry in enumerate(expected) if not place(index, set())]
