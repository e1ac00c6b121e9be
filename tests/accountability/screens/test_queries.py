"""Each screen asks the database a fixed number of questions, however much it shows."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accountability.actions.assess_register import assess_register
from tests.accountability.records import lawyers_only, put, unfiled
from tests.accountability.screens.county import screen
from tests.accountability.stored import JULY
from tests.cast import UNITS, got, held, lawyer, report, staff

pytestmark = [pytest.mark.django_db, pytest.mark.benchmark]

CODES = [unit.code for unit in UNITS]


def register(cases: int, rows: int) -> None:
    """So many cases over all units, the first with so many findings, all with reports."""
    many = [held(f"2021-04-{day + 1:02}", staff() if day % 2 else lawyer()) for day in range(rows)]
    papers = [
        got("complaint", "2021-03-01"),
        *(got("summons", f"2021-03-{day + 1:02}") for day in range(rows)),
    ]
    put(
        unfiled("N0", hearings=many, received=papers) if rows else lawyers_only("N0"),
        *(lawyers_only(f"N{number}", CODES[number % len(CODES)]) for number in range(1, cases)),
        reports=[report(code, 2020, None) for code in CODES],
    )
    assess_register(JULY)


def asked(client: Any, address: str) -> int:
    """Questions for the second look, when content types and sites are known."""
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(address).status_code == 200
    return len(found)


@pytest.mark.parametrize(
    ("name", "arguments", "query", "questions"),
    [
        ("cases", (), {}, 11),
        ("cases", (), {"light": "red", "unit": "AJ", "q": "N"}, 12),
        ("cases_results", (), {}, 7),
        ("findings", (), {}, 12),
        ("findings", (), {"category": 3, "unit": "AJ", "outcome": "breach"}, 13),
        ("findings_results", (), {}, 8),
        ("case", ("N0",), {}, 14),
        ("unit", ("AJ",), {}, 12),
        ("categories", (), {}, 11),
    ],
)
def test_a_screen_asks_as_much_for_three_cases_as_for_sixty(
    admin_client: Any, name: str, arguments: tuple[str, ...], query: dict[str, Any], questions: int
) -> None:
    register(3, rows=0)
    address = screen(name, *arguments, **query)
    few = asked(admin_client, address)
    register(60, rows=9)
    many = asked(admin_client, address)
    assert few == many == questions
