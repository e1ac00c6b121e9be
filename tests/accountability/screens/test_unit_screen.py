"""One unit: its counts, its own duties and findings, and the way to its cases."""

from __future__ import annotations

from typing import Any

import pytest

from accountability.actions.assess_register import assess_register
from tests.accountability.records import put
from tests.accountability.screens.county import main_of, screen, words_of
from tests.accountability.stored import JULY
from tests.cast import report

pytestmark = pytest.mark.django_db


def test_the_numbers_lead_to_as_many_findings_of_this_unit(county: None, admin_client: Any) -> None:
    page = main_of(admin_client.get(screen("unit", "BJ")).content)
    links = [link for link in page.select("table.counts td a") if "?" in link["href"]]
    assert links
    for link in links:
        response = admin_client.get(link["href"])
        assert response.context["paginator"].count == int(link.text)
        assert {state.finding.unit.code for state in response.context["object_list"]} == {"BJ"}


def test_the_unit_s_own_findings_and_duties_are_told_with_their_arithmetic(
    county: None, admin_client: Any
) -> None:
    page = main_of(admin_client.get(screen("unit", "BJ")).content)
    (finding,) = page.select("#findings-section article")
    assert "年度报告" in finding.h3.text
    assert "2020年度" in finding.text
    assert "2021年1月20日" in finding.select_one(".finding__explanation").text
    assert page.select("#duties-section details p")[0].text.strip()


def test_it_leads_to_its_cases_and_its_findings(county: None, admin_client: Any) -> None:
    page = main_of(admin_client.get(screen("unit", "AJ")).content)
    assert page.find("a", href=screen("cases", unit="AJ"))
    assert page.find("a", href=screen("findings", unit="AJ"))


def test_a_unit_that_was_never_assessed_claims_nothing(admin_client: Any) -> None:
    put()
    words = words_of(admin_client.get(screen("unit", "AJ")).content)
    assert "尚未检验" in words
    assert "未触发" not in words


def test_a_unit_that_reported_in_time_has_no_finding_of_its_own(admin_client: Any) -> None:
    put(reports=[report("AJ", 2020, "2020-12-30")])
    assess_register(JULY)
    assert (
        "没有线索" in main_of(admin_client.get(screen("unit", "AJ")).content).find(id="findings-section").text
    )
