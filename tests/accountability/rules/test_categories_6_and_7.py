"""N6.6 and N6.7: the letters of B.7, and what each of them says at each turn (rulings.md 2, 3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from litigation.facts import CaseFacts
from tests.cast import (
    case,
    filed,
    filed_paper,
    findings,
    got,
    judged,
    outcomes,
    recommended,
    result,
    trying,
    unit_result,
)

Build = Callable[[list[Any]], CaseFacts]


def registration(filings: list[Any]) -> CaseFacts:
    return case(received=[got("response_notice", "2020-11-20")], filings=filings)


def paper(filings: list[Any]) -> CaseFacts:
    return case(received=[got("complaint", "2020-11-20")], submitted=[], filings=filings)


def review(filings: list[Any]) -> CaseFacts:
    decision = judged("2020-11-20", "claim_dismissed", appeals=[{"by": "unit", "on": "2020-11-20"}])
    return case(received=[], decision=decision, filings=filings)


def analysis(filings: list[Any]) -> CaseFacts:
    return case(instance="second", decision=judged("2020-12-22", "revoked"), filings=filings)


# letter, case, act, default day, lenient day.
NUMBERED: list[Any] = [
    pytest.param(
        "7a",
        registration,
        lambda on: filed("appearance_registration", on),
        "2020-11-23",
        "2020-11-24",
        id="7a",
    ),
    pytest.param("7d", paper, lambda on: filed_paper("complaint", on), "2020-11-23", "2020-11-24", id="7d"),
    pytest.param("7e", review, lambda on: filed("appeal_review", on), "2020-11-23", "2020-11-25", id="7e"),
    pytest.param("7f", analysis, lambda on: filed("loss_analysis", on), "2021-01-04", "2021-01-06", id="7f"),
]


def day_after(text: str) -> str:
    return (date.fromisoformat(text) + timedelta(days=1)).isoformat()


@pytest.mark.parametrize(("code", "build", "act", "default", "lenient"), NUMBERED)
def test_done_by_the_default_day_is_clear_by_the_lenient_day_reading_dependent_and_later_a_breach(
    code: str, build: Build, act: Callable[[str], Any], default: str, lenient: str
) -> None:
    for on, outcome in (
        (default, "clear"),
        (day_after(default), "reading_dependent"),
        (lenient, "reading_dependent"),
        (day_after(lenient), "breach"),
    ):
        assert outcomes(result(build([act(on)]), as_of="2021-12-31"), code) == [outcome], on


@pytest.mark.parametrize(("code", "build", "act", "default", "lenient"), NUMBERED)
def test_never_done_it_goes_the_same_way_with_as_of(
    code: str, build: Build, act: Callable[[str], Any], default: str, lenient: str
) -> None:
    """rulings.md 3."""
    for as_of, outcome in (
        (default, "clear"),
        (day_after(default), "reading_dependent"),
        (lenient, "reading_dependent"),
        (day_after(lenient), "breach"),
    ):
        assert outcomes(result(build([]), as_of=as_of), code) == [outcome], as_of


@pytest.mark.parametrize(("code", "build", "act", "default", "lenient"), NUMBERED)
def test_filings_nobody_keeps_leave_it_undetermined(
    code: str, build: Build, act: Callable[[str], Any], default: str, lenient: str
) -> None:
    found = result(replace(build([]), filings=None), as_of="2021-12-31")
    assert outcomes(found, code) == ["undetermined"]
    assert findings(found, code)[0].missing == ("filings",)


@pytest.mark.parametrize(("code", "build", "act", "default", "lenient"), NUMBERED)
def test_the_strict_reading_alone_changes_no_result(
    code: str, build: Build, act: Callable[[str], Any], default: str, lenient: str
) -> None:
    """facts.md §0.3(2): between strict and default is 合规."""
    found = result(build([act(default)]), as_of="2021-12-31", law=trying("AMB-03", "no_roll"))
    assert outcomes(found, code) == ["clear"]


def test_7b_is_found_only_when_the_case_is_closed_without_a_report() -> None:
    sensitive = {"flagged_on": "2025-03-04", "grounds": ["mass_incident"]}
    for closed_on, filings, outcome in (
        (None, [], "clear"),
        ("2025-09-01", [], "breach"),
        ("2025-09-01", [filed("risk_report", "2025-08-30")], "clear"),
    ):
        found = result(case(sensitive=sensitive, closed_on=closed_on, filings=filings), as_of="2025-12-31")
        assert outcomes(found, "7b") == [outcome]


def test_7c_is_the_unit_s_own_and_7h_never_found() -> None:
    assert outcomes(unit_result("JZ", reports=[], as_of="2021-01-01"), "7c") == ["breach"]
    assert outcomes(result(case(closed_on="2021-01-01", filings=[]), as_of="2025-12-31"), "7h") == ["clear"]


def test_7g_needs_a_reply_to_copy() -> None:
    row: dict[str, Any] = {"reply_within_days": 30, "handled_on": "2021-03-19"}
    sent = case(recommendations=[recommended("2021-03-01", **row, replied_on="2021-03-22")])
    assert outcomes(result(sent, as_of="2021-12-31"), "7g") == ["breach"]
    assert (
        outcomes(result(case(recommendations=[recommended("2021-03-01", **row)]), as_of="2021-12-31"), "7g")
        == []
    )


def test_a_category_s_result_is_its_worst_finding() -> None:
    """Breach > reading_dependent > undetermined > lead > clear."""
    facts = case(
        received=[got("complaint", "2020-11-20"), got("summons", "2020-11-20"), got("judgment", None)],
        submitted=[],
        filings=[filed_paper("complaint", "2020-11-24")],
    )
    found = result(facts, as_of="2021-12-31")
    assert sorted(outcomes(found, "7d")) == ["breach", "reading_dependent", "undetermined"]
    assert str(found.categories[7]) == "breach"


def test_without_anything_to_report_category_7_is_clear() -> None:
    assert str(result(case(), as_of="2021-12-31").categories[7]) == "clear"


@pytest.mark.parametrize(
    ("code", "build", "clause"),
    [("7a", registration, "N4.4"), ("7d", paper, "N5.3"), ("7e", review, "N5.4"), ("7f", analysis, "N5.5")],
)
def test_a_finding_cites_section_6_its_clause_and_nothing_foreign(
    code: str, build: Build, clause: str
) -> None:
    (finding,) = findings(result(build([]), as_of="2021-12-31"), code)
    assert finding.authority[:2] == ("N6.7", clause)
    assert all(source.startswith(("N6.7", clause, "意见")) for source in finding.authority)


def test_a_recommendation_missed_cites_the_clause_and_the_law_of_its_limit() -> None:
    (finding,) = findings(
        result(case(recommendations=[recommended("2021-03-01", "normative_document")]), as_of="2021-12-31"),
        "6",
    )
    assert finding.authority[:3] == ("N6.6", "N5.7b", "S-23")
    assert "法释〔2018〕1号第一百四十九条第四款" in finding.authority
