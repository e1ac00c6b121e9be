"""What people wrote is text on every screen, never markup."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from accountability.actions.assess_register import assess_register
from litigation.facts import DisputeFacts
from tests.accountability.screens.county import screen
from tests.accountability.stored import JULY
from tests.cast import UNITS, case, held, lawyer, recommended, register

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert('甲')</script>\"'&"
MARK = "alert("


@pytest.fixture
def hostile(db: None) -> None:
    """A register in which every text that people enter is markup."""
    from litigation.actions.import_register import import_register

    facts = case(
        "C1",
        docket=HOSTILE,
        tribunal=HOSTILE,
        cause=HOSTILE,
        dispute="D1",
        plaintiffs=[{"name": HOSTILE, "kind": "person"}],
        hearings=[held("2021-04-07", {**lawyer(), "name": HOSTILE})],
        recommendations=[recommended("2021-03-01", ref="R1")],
        conduct=[{"category": 1, "on": "2021-02-01", "facts": HOSTILE, "source": "inspection"}],
        filings=[],
    )
    units = [replace(unit, name=HOSTILE) if unit.code == "AJ" else unit for unit in UNITS]
    whole = replace(register(facts, units=units), disputes=(DisputeFacts(ref="D1", title=HOSTILE),))
    import_register(whole, actor=None, source="test")
    assess_register(JULY)


@pytest.mark.parametrize(
    ("name", "arguments", "query"),
    [
        ("cases", (), {}),
        ("cases", (), {"unit": "AJ"}),
        ("cases", (), {"q": HOSTILE}),
        ("cases", (), {"light": HOSTILE}),
        ("findings", (), {}),
        ("findings", (), {"case": HOSTILE}),
        ("findings", (), {"unit": HOSTILE, "category": HOSTILE}),
        ("case", ("C1",), {}),
        ("unit", ("AJ",), {}),
        ("categories", (), {}),
    ],
)
def test_markup_in_a_text_stays_text(
    hostile: None, admin_client: Any, name: str, arguments: tuple[str, ...], query: dict[str, str]
) -> None:
    response = admin_client.get(screen(name, *arguments, **query))
    assert response.status_code == 200
    html = response.content.decode()
    assert "<script>alert" not in html
    assert html.count(MARK) == html.count("&lt;script&gt;alert(") + html.count("\\u003Cscript\\u003Ealert(")
    if name != "categories":
        assert MARK in html


def test_an_address_that_is_markup_is_not_found_without_echo(hostile: None, admin_client: Any) -> None:
    for name in ("case", "unit"):
        response = admin_client.get(f"/admin/supervision/{name}/%3Cscript%3Ealert(1)%3C%2Fscript%3E/")
        assert response.status_code == 404
        assert b"alert(" not in response.content
