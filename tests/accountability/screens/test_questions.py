"""Every step that a rule can take has a question, and every fact in it a name, in both languages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date

import pytest
from django.utils.translation import override

from accountability.evaluate import Assessment, assess
from accountability.findings import Finding
from accountability.screens.questions import COMPARED_WITH, FACTS, QUESTIONS, SHOWN_WITH
from accountability.screens.steps import steps_told
from accountability.trace import FLIP
from accountability.wording_uses import sources, wording_uses
from litigation.bundle.generate import generate
from litigation.law.in_force import law_in_force

RULES = {name: text for name, text in sources().items() if name.startswith("accountability/rules/")}
#: Which way the head's leaving counts is a reading, put into the key.
SPELLED_OUT = {
    "absent.head_left.{}": {"absent.head_left.head_counts", "absent.head_left.whole_party"},
}


def keys_of_the_rules() -> set[str]:
    keys = {use.key for use in wording_uses(RULES) if use.key and not use.key.startswith("note.")}
    return {full for key in keys for full in SPELLED_OUT.get(key, {key})} | {FLIP}


def operands_of_the_rules() -> Iterator[tuple[str, str]]:
    """Each operand named in a ``Guard(…)``, with the place it stands at."""
    for name, text in RULES.items():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Guard":
                assert isinstance(node.args[2], ast.Tuple), (
                    f"{name}:{node.lineno}: operands are not written out"
                )
                for operand in node.args[2].elts:
                    assert isinstance(operand, ast.Constant)
                    yield str(operand.value), f"{name}:{node.lineno}"


@pytest.fixture(scope="module")
def county() -> Assessment:
    return assess(generate(300, 11), law_in_force(), date(2024, 6, 30), thorough=True)


def every_finding(assessment: Assessment) -> Iterator[Finding]:
    for result in (*assessment.cases, *assessment.units):
        yield from result.tested


def test_every_guard_of_the_rules_has_a_question_and_no_question_is_left_over() -> None:
    assert keys_of_the_rules() == set(QUESTIONS)


def test_every_fact_a_guard_asks_about_has_a_name_or_is_a_word_compared_with() -> None:
    unnamed = [
        place
        for operand, place in operands_of_the_rules()
        if operand not in FACTS and operand not in COMPARED_WITH
    ]
    assert unnamed == []


def test_what_is_shown_with_a_guard_that_asks_nothing_has_a_question_and_names() -> None:
    assert set(SHOWN_WITH) <= set(QUESTIONS)
    assert {fact for facts in SHOWN_WITH.values() for fact in facts} <= set(FACTS)


@pytest.mark.parametrize("words", [QUESTIONS, FACTS], ids=["questions", "facts"])
def test_each_of_them_is_another_in_chinese(words: dict[str, object]) -> None:
    with override("zh-hans"):
        chinese = {key: str(word) for key, word in words.items()}
    with override("en"):
        english = {key: str(word) for key, word in words.items()}
    assert [key for key in words if chinese[key] == english[key]] == []
    assert [key for key in words if not any("一" <= sign <= "鿿" for sign in chinese[key])] == []


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_no_step_of_a_county_s_findings_shows_a_key_or_a_code(county: Assessment, language: str) -> None:
    seen = 0
    with override(language):
        for finding in every_finding(county):
            for step in steps_told(finding):
                seen += 1
                words = [str(step.question), *(str(fact.name) for fact in step.facts)]
                assert not any("_" in word or "." in word.rstrip(".") for word in words), words
                assert not any(
                    "_" in str(fact.value) for fact in step.facts if "://" not in str(fact.value)
                ), step
    assert seen > 1000


def test_a_step_says_yes_only_where_it_decided(county: Assessment) -> None:
    for finding in every_finding(county):
        steps = steps_told(finding)
        assert [step.holds for step in steps if step.holds] == [True] * sum(
            step.decides is not None for step in steps
        )
        assert steps[-1].decides is not None
        assert len(steps) == len(finding.trace.steps)
