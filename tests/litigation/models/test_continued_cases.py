"""A case never continues itself: the editor and the import refuse it, and an old record that says so stops no assessment."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from msgspec.structs import replace

from accountability.evaluate import assess
from litigation.actions.import_register import import_register
from litigation.duties.case_in_context import in_circles
from litigation.import_report import ImportRefusedError
from litigation.models import CasePage, RegisteredFacts
from tests.cast import case, got, register, ruled, usual_law

OF_TWO = (
    case("C2", follows="C3", received=[got("retrial_application", "2020-09-22")], submitted=[]),
    case("C3", follows="C2", received=[], submitted=[]),
)
TRANSFERRED = tuple(
    replace(each, decision=case("X", decision=ruled("2020-10-01", "transferred")).decision) for each in OF_TWO
)


def take(*cases: object) -> None:
    import_register(register(*cases), actor=None, source="test")  # type: ignore[arg-type]


@pytest.mark.django_db
def test_an_import_that_would_close_a_circle_with_the_register_is_refused_by_name() -> None:
    take(case("C1"), case("C2", follows="C1"), case("C3", follows="C2"))
    before = RegisteredFacts.objects.count()
    with pytest.raises(ImportRefusedError) as refused:
        take(case("C1", follows="C3"))
    (problem,) = refused.value.problems
    assert problem.path == "cases[0]"
    assert "C1" in str(problem)
    assert "C3" in str(problem)
    assert RegisteredFacts.objects.count() == before


@pytest.mark.django_db
def test_the_editor_says_at_the_field_that_a_case_cannot_continue_itself() -> None:
    take(case("C1"), case("C2", follows="C1"))
    page = CasePage.objects.get(ref="C1")
    for follows in ("C1", "C2"):
        page.follows = follows
        with pytest.raises(ValidationError) as refused:
            page.full_clean()
        assert list(refused.value.message_dict) == ["follows"]
    page.follows = None
    page.full_clean()


@pytest.mark.parametrize("cases", [TRANSFERRED, TRANSFERRED[:1]])
def test_a_circle_on_an_old_record_is_no_chain_and_stops_no_assessment(cases: tuple[object, ...]) -> None:
    if len(cases) == 1:
        cases = (replace(cases[0], follows="C2"),)  # type: ignore[type-var]
    found = assess(register(*cases), usual_law(), date(2021, 6, 30), lasting=True)  # type: ignore[arg-type]
    assert len(found.cases) == len(cases)


@pytest.mark.parametrize(
    ("before", "circle"),
    [
        ({"A": "B", "B": "C"}, ""),
        ({"A": "A"}, "A"),
        ({"A": "B", "B": "C", "C": "B"}, "BC"),
        ({"A": "B", "B": "A", "C": "D", "D": "E"}, "AB"),
        ({"A": "B", "B": "C", "C": "A", "D": "A"}, "ABC"),
    ],
)
def test_only_what_leads_back_to_itself_is_in_a_circle(before: dict[str, str], circle: str) -> None:
    assert in_circles(before) == set(circle)
