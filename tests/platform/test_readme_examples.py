"""What README shows as output is what the program says, and what it counts is there."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from accountability.evaluate import assess
from accountability.explanations import explain
from litigation import bundle
from litigation.bundle import Known, read
from litigation.facts import RegisterFacts
from litigation.law.in_force import law_in_force

ROOT = Path(__file__).resolve().parents[2]
DEMO = Path(bundle.__file__).parent / "demo"


def words(text: str) -> str:
    """``text`` without line breaks, quotation marks of Markdown and spaces."""
    return re.sub(r"[\s>*]", "", text)


@pytest.fixture(scope="module")
def demo() -> RegisterFacts:
    """The demo county as one register."""
    known, parts = Known(), []
    for path in sorted(DEMO.glob("*.yaml")):
        parts.append(read(path.read_bytes(), source=path.name, known=known))
        known = Known(
            units=frozenset(unit.code for part in parts for unit in part.units),
            disputes=frozenset(dispute.ref for part in parts for dispute in part.disputes),
            cases=frozenset(case.ref for part in parts for case in part.cases),
        )
    return RegisterFacts(
        units=tuple(unit for part in parts for unit in part.units),
        disputes=tuple(dispute for part in parts for dispute in part.disputes),
        cases=tuple(case for part in parts for case in part.cases),
    )


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_explained_case_is_explained_in_these_words(readme: str, demo: RegisterFacts) -> None:
    language = "en" if readme == "README.md" else "zh"
    text = (ROOT / readme).read_text(encoding="utf-8")
    assessment = assess(demo, law_in_force(), date(2026, 11, 1))
    (result,) = (case for case in assessment.cases if case.ref == "C2023-08")
    said = words("".join(explain(finding, language) for finding in result.findings))
    quotation = "".join(re.findall(r"^> (?!\*\*).*$", text, re.MULTILINE))
    quoted = [words(part) for part in re.split(r"\[…+\]", quotation)]
    assert len(quoted) == 2
    assert [part for part in quoted if not set(sentences(part)) <= set(sentences(said))] == []


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.。])(?![0-9])", text) if part]


@pytest.mark.parametrize(("readme", "phrase"), [("README.md", "{} cases"), ("README.zh-CN.md", "{}件")])
def test_the_number_of_demo_cases_is_right(readme: str, phrase: str, demo: RegisterFacts) -> None:
    assert phrase.format(len(demo.cases)) in (ROOT / readme).read_text(encoding="utf-8")
