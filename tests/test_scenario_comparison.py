"""The comparison of scenarios can fail in every way that its README describes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scenario_comparison import matches, mismatches

DUTY = {"code": "defence", "due": {"strict": None, "default": "2020-10-09"}, "status": "met"}
LEAD = {"category": 5, "code": "5", "outcome": "lead"}
BREACH = {"category": 7, "code": "7f", "outcome": "breach"}


def document(**case: Any) -> dict[str, Any]:
    return {"cases": [{"ref": "C1", "categories": {}, "duties": [], "findings": [], **case}], "units": []}


def expecting(**case: Any) -> dict[str, Any]:
    return {"cases": [{"ref": "C1", **case}]}


@pytest.mark.parametrize(
    ("expected", "actual"),
    [
        ({"a": 1}, {"a": 1, "b": 2}),
        ({"a": None}, {}),
        ({"any": ["a", "b"]}, "b"),
        ({"x": {"any": [None, 1]}}, {}),
        ([1, 2], [1, 2]),
        ({"due": {"strict": None}}, DUTY),
    ],
)
def test_these_match(expected: object, actual: object) -> None:
    assert matches(expected, actual)


@pytest.mark.parametrize(
    ("expected", "actual"),
    [
        ({"a": 1}, {"a": 2}),
        ({"a": {"b": 1}}, {"a": None}),
        ({"any": ["a", "b"]}, "c"),
        ([1, 2], [2, 1]),
        ([1], [1, 2]),
        (1, True),
        (False, None),
        (None, 0),
    ],
)
def test_these_do_not(expected: object, actual: object) -> None:
    assert not matches(expected, actual)


def test_a_record_is_found_by_its_name() -> None:
    assert mismatches(expecting(loss=False), document(loss=False)) == []
    assert mismatches({"cases": [{"ref": "C9"}]}, document()) == ["cases[C9]: not in the document"]
    assert mismatches({"units": [{"code": "AJ"}]}, document()) == ["units[AJ]: not in the document"]


def test_each_expected_entry_needs_one_of_its_own() -> None:
    two = expecting(duties=[{"code": "defence"}, {"code": "defence"}])
    assert mismatches(two, document(duties=[DUTY, DUTY])) == []
    assert len(mismatches(two, document(duties=[DUTY]))) == 1


def test_a_vague_entry_does_not_take_what_a_precise_one_needs() -> None:
    vague_first = expecting(duties=[{"code": "defence"}, {"code": "defence", "status": "met"}])
    assert mismatches(vague_first, document(duties=[DUTY, {**DUTY, "status": "late"}])) == []


def test_an_absent_entry_must_not_be_there() -> None:
    assert mismatches(expecting(absent_findings=[{"category": 7}]), document(findings=[LEAD])) == []
    assert len(mismatches(expecting(absent_findings=[{"category": 7}]), document(findings=[BREACH]))) == 1
    assert len(mismatches(expecting(absent_duties=[{"code": "defence"}]), document(duties=[DUTY]))) == 1


@pytest.mark.parametrize("result", ["clear", "not_applicable"])
def test_a_category_expected_clear_has_no_finding_that_says_breach(result: str) -> None:
    expect = expecting(categories={"7": result})
    assert mismatches(expect, document(categories={"7": result})) == []
    assert len(mismatches(expect, document(categories={"7": result}, findings=[BREACH]))) == 1
    assert len(mismatches(expect, document(categories={"7": "breach"}))) == 1


def test_counts_of_units_are_compared_as_mappings() -> None:
    unit = {"code": "AJ", "categories": {"7": {"breach": 1, "lead": 0}}}
    assert (
        mismatches({"units": [{"code": "AJ", "categories": {"7": {"breach": 1}}}]}, {"units": [unit]}) == []
    )
    assert (
        len(mismatches({"units": [{"code": "AJ", "categories": {"7": {"breach": 2}}}]}, {"units": [unit]}))
        == 1
    )
