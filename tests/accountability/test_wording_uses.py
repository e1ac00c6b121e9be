"""Which sentences the code asks for, and with which facts, as read from its source."""

from __future__ import annotations

from textwrap import dedent

import pytest

from accountability.wording_uses import sources, texts_matching, wording_uses


def uses(source: str) -> list[tuple[str | None, set[str] | None]]:
    found = wording_uses({"m.py": dedent(source)})
    return [(use.key, None if use.params is None else set(use.params)) for use in found]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('Node("a", {"x": 1})', [("a", {"x"})]),
        ('Node("a")', [("a", set())]),
        ('Guard("a", "is_true", ("x",), {"x": 1}, Result.CLEAR)', [("a", {"x"})]),
        ('always("a", Result.LEAD, x=1, y=2)', [("a", {"x", "y"})]),
        ('Node(f"duty.{status}", {"due": 1})', [("duty.{}", {"due"})]),
        ('Node("a" if x else "b")', [("a", set()), ("b", set())]),
    ],
)
def test_what_stands_there(source: str, expected: list[tuple[str, set[str]]]) -> None:
    assert uses(source) == expected


def test_a_name_is_looked_up_in_its_function() -> None:
    source = """
        def f(x):
            key = "a" if x else "b"
            params = {"x": 1}
            params |= {"y": 2}
            params["z"] = 3
            used = {name: value for name, value in params.items() if value}
            yield Node(key, used)
            yield always("c", Result.LEAD, w=1, **params)
    """
    assert uses(source) == [
        ("c", {"w", "x", "y", "z"}),
        ("a", {"x", "y", "z"}),
        ("b", {"x", "y", "z"}),
    ] or uses(source) == [("a", {"x", "y", "z"}), ("b", {"x", "y", "z"}), ("c", {"w", "x", "y", "z"})]


def test_a_constant_is_looked_up_in_its_module() -> None:
    assert uses('A, B = "a", "b"\nC = "c"\ndef f():\n    return [Node(A), Node(B), Node(C)]\n') in (
        [("a", set()), ("b", set()), ("c", set())],
        [("c", set()), ("b", set()), ("a", set())],
    )


def test_facts_given_by_another_function_are_those_it_returns() -> None:
    source = """
        def facts_of(case):
            return {"x": 1}

        def f(case):
            params = facts_of(case)
            params |= {"y": 1}
            yield Guard("a", "is_true", (), params, 1)
    """
    assert uses(source) == [("a", {"x", "y"})]


def test_facts_of_a_parameter_are_those_every_caller_gives() -> None:
    source = """
        def guards(params):
            yield Guard("a", "is_true", (), params, 1)

        def one():
            yield from guards({"x": 1, "y": 1})

        def other():
            yield from guards({"x": 1, "z": 1})
    """
    assert uses(source) == [("a", {"x"})]


def test_what_cannot_be_read_is_said() -> None:
    assert uses("def f(key):\n    return Node(key, compute())\n") == [(None, None)]


def test_the_code_can_be_read_whole() -> None:
    found = list(wording_uses(sources()))
    assert len(found) > 80
    assert [use.where for use in found if use.key is None or use.params is None] == []


def test_texts_are_matched_whole() -> None:
    assert list(texts_matching({"m.py": 'A = "N3.2"\nB = "see N3.2"\n'}, r"N\d\.\d")) == [("N3.2", "m.py:1")]
