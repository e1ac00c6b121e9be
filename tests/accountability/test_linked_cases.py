"""Which cases hang together, and that a part of a register is assessed as in the whole."""

from __future__ import annotations

from datetime import date

import pytest

from accountability.assessment_document import as_document
from accountability.evaluate import assess
from accountability.linked_cases import Links, narrowed
from litigation.bundle.generate import generate
from litigation.facts import CaseFacts, RegisterFacts
from litigation.law.in_force import law_in_force
from tests.cast import case, register

CHAIN = (
    case("C1", dispute="D1"),
    case("C2", instance="second", follows="C1", dispute="D1"),
    case("C3", instance="retrial_review", follows="C2", dispute="D1"),
    case("C4", "BJ", dispute="D1", represented_by="AJ"),
    case("C5", "BJ", dispute="D2"),
    case("C6", "BJ", follows="C9"),
)


@pytest.mark.parametrize(
    ("ref", "expected"),
    [
        ("C1", ("C1", "C2", "C3")),
        ("C2", ("C1", "C2", "C3")),
        ("C3", ("C1", "C2", "C3")),
        ("C4", ("C1", "C4")),
        ("C5", ("C5",)),
        ("C6", ("C6",)),
    ],
)
def test_a_case_is_judged_with_those_before_and_after_it_and_the_one_that_represents_it(
    ref: str, expected: tuple[str, ...]
) -> None:
    assert Links(CHAIN).judged_with(ref) == expected


def test_cases_that_follow_each_other_in_a_circle_end() -> None:
    circle = (case("C1", follows="C2"), case("C2", follows="C1"))
    assert Links(circle).judged_with("C1") == ("C1", "C2")
    assert Links(circle).together(["C1"]) == {"C1", "C2"}


def test_whole_disputes_and_chains_stay_together() -> None:
    assert Links(CHAIN).together(["C4"]) == {"C1", "C2", "C3", "C4"}
    assert Links(CHAIN).together(["C5", "nowhere"]) == {"C5"}


def test_all_cases_of_a_chosen_case_s_unit_stay_for_its_counts() -> None:
    assert _refs(narrowed(register(*CHAIN), cases=["C5"])) == ["C1", "C2", "C3", "C4", "C5", "C6"]
    assert _refs(narrowed(register(*CHAIN), units=["AJ"])) == ["C1", "C2", "C3", "C4"]
    assert _refs(narrowed(register(*CHAIN), units=["SFJ"])) == []
    assert _refs(narrowed(register(*CHAIN))) == [each.ref for each in CHAIN]


def _refs(some: RegisterFacts) -> list[str]:
    return [each.ref for each in some.cases]


@pytest.fixture(scope="module")
def county() -> RegisterFacts:
    return generate(250, 11)


@pytest.mark.parametrize(
    ("units", "cases"),
    [
        (["XZF"], None),
        (["GAJ", "SFJ"], None),
        (None, ["C00017", "C00120"]),
        (["XZF"], ["C00031", "C00008"]),
        (["MZJ"], []),
    ],
)
def test_the_document_of_a_part_is_the_one_of_the_whole(
    county: RegisterFacts, units: list[str] | None, cases: list[str] | None
) -> None:
    law, day = law_in_force(), date(2026, 10, 31)
    whole = as_document(assess(county, law, day), units=units, cases=cases)
    part = assess(narrowed(county, units, cases), law, day)
    assert as_document(part, units=units, cases=cases) == whole


def test_every_case_is_judged_with_what_its_result_depends_on(county: RegisterFacts) -> None:
    """Alone with the cases it is judged with, each case comes to the same result."""
    law, day = law_in_force(), date(2026, 10, 31)
    whole = {result.ref: result for result in assess(county, law, day).cases}
    links, by_ref = Links(county.cases), {each.ref: each for each in county.cases}
    linked = [each for each in county.cases if len(links.judged_with(each.ref)) > 1]
    assert len(linked) > 20
    for each in linked:
        some: tuple[CaseFacts, ...] = tuple(by_ref[ref] for ref in links.judged_with(each.ref))
        alone = assess(RegisterFacts(units=county.units, cases=some), law, day)
        assert next(result for result in alone.cases if result.ref == each.ref) == whole[each.ref]
