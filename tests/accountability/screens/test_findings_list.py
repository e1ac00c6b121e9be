"""The list of findings: narrowed by unit, case, category, result and period; sorted, paged, and empty with a reason."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup

from accountability.actions.assess_register import assess_register
from accountability.models import FindingState, StoredFinding
from accountability.screens import screen as screens
from accountability.screens import selectors
from tests.accountability.records import filed_late, put, unfiled
from tests.accountability.screens.county import main_of, rows_of, screen, words_of
from tests.accountability.stored import JULY, JUNE
from tests.cast import case, got

pytestmark = pytest.mark.django_db


READABLE = selectors.readable_findings


def nothing_of(user: Any) -> Any:
    return READABLE(user).none()


def listed(client: Any, **query: Any) -> list[FindingState]:
    response = client.get(screen("findings", **query))
    assert response.status_code == 200
    return list(response.context["object_list"])


def test_without_a_filter_everything_that_stands_is_listed_by_unit(county: None, admin_client: Any) -> None:
    found = listed(admin_client)
    assert (
        len(found)
        == FindingState.objects.filter(superseded_at=None).exclude(change__in=["cleared", "gone"]).count()
    )
    units = [state.finding.unit.code for state in found]
    assert units == sorted(units)
    assert {"AJ", "BJ", "JZ"} < set(units)


def test_by_one_unit_and_by_two(county: None, admin_client: Any) -> None:
    assert {state.finding.unit.code for state in listed(admin_client, unit="BJ")} == {"BJ"}
    assert {state.finding.unit.code for state in listed(admin_client, unit=["BJ", "JZ"])} == {"BJ", "JZ"}


def test_by_case(county: None, admin_client: Any) -> None:
    assert {state.finding.case.ref for state in listed(admin_client, case="A1")} == {"A1"}


def test_by_category_and_by_two(county: None, admin_client: Any) -> None:
    assert {state.finding.category for state in listed(admin_client, category=3)} == {3}
    assert {state.finding.category for state in listed(admin_client, category=[3, 7])} == {3, 7}


def test_by_result(county: None, admin_client: Any) -> None:
    assert {state.outcome for state in listed(admin_client, outcome="breach")} == {"breach"}
    assert {state.outcome for state in listed(admin_client, outcome="lead")} == {"lead"}


def test_by_period_both_ends_are_in_it(county: None, admin_client: Any) -> None:
    days = sorted(state.day for state in listed(admin_client) if state.day)
    first, last = days[0], days[-1]
    assert first < last
    assert {state.day for state in listed(admin_client, period_from=first, period_to=first)} == {first}
    assert {state.day for state in listed(admin_client, period_from=last)} == {last}
    assert len(listed(admin_client, period_from=first, period_to=last)) == len(days)


def test_a_finding_without_a_due_day_is_found_by_the_day_of_its_hearing(
    county: None, admin_client: Any
) -> None:
    found = listed(admin_client, category=3, unit="AJ")
    assert [(state.due, str(state.day)) for state in found] == [(None, "2021-04-07")]
    assert (
        listed(admin_client, category=3, unit="AJ", period_from="2021-04-07", period_to="2021-04-07") == found
    )
    assert listed(admin_client, category=3, unit="AJ", period_from="2021-04-08") == []


def test_filters_hold_together(county: None, admin_client: Any) -> None:
    found = listed(admin_client, unit="AJ", category=3, outcome="breach", period_to="2021-12-31")
    assert [state.finding.case.ref for state in found] == ["A1"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"unit": "XX"}, "单位"),
        ({"category": "10"}, "情形"),
        ({"category": "drei"}, "情形"),
        ({"outcome": "clear"}, "结果"),
        ({"period_from": "2021-13-01"}, "到期日或者庭审日"),
        ({"period_from": "gestern", "period_to": "2021-01-01"}, "到期日或者庭审日"),
        ({"case": "\x00"}, "案件编号"),
    ],
)
@pytest.mark.parametrize("name", ["findings", "findings_results"])
def test_a_filter_that_cannot_be_understood_shows_nothing_and_says_which(
    county: None, admin_client: Any, name: str, query: dict[str, str], said: str
) -> None:
    response = admin_client.get(screen(name, **query))
    assert response.status_code == 200
    (alert,) = main_of(response.content).select(".overview[role=alert]")
    assert f"{said}：" in alert.get_text()
    assert alert.find("a")["href"] == screen("findings")
    assert rows_of(response.content) == []


@pytest.mark.parametrize(
    "query", [{"ordering": "finding__trace"}, {"ordering": "; drop"}, {"p": "0"}, {"p": "zwei"}, {"p": "999"}]
)
def test_an_order_or_a_page_that_is_not_there_is_passed_over(
    county: None, admin_client: Any, query: dict[str, str]
) -> None:
    assert listed(admin_client, **query)


@pytest.mark.parametrize(
    "ordering", ["severity", "finding__category", "finding__unit__code", "day", "late_for"]
)
def test_each_column_sorts_both_ways_with_what_is_empty_last(
    county: None, admin_client: Any, ordering: str
) -> None:
    def keys(found: list[FindingState]) -> list[Any]:
        get = {
            "severity": lambda state: state.severity,
            "finding__category": lambda state: state.finding.category,
            "finding__unit__code": lambda state: state.finding.unit.code,
            "day": lambda state: state.day,
            "late_for": lambda state: state.late_for,
        }[ordering]
        return [get(state) for state in found]

    for direction in ("", "-"):
        found = keys(listed(admin_client, ordering=direction + ordering))
        known = [key for key in found if key is not None]
        assert found == sorted(known, reverse=bool(direction)) + [None] * (len(found) - len(known))


def test_every_column_offers_to_sort(county: None, admin_client: Any) -> None:
    head = main_of(admin_client.get(screen("findings")).content).select_one("table.listing thead")
    assert len(head.select("th a")) == len(head.select("th")) == 5


def test_pages_follow_one_another_without_loss_and_keep_the_filters(
    county: None, admin_client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = [state.pk for state in listed(admin_client, outcome="breach")]
    monkeypatch.setattr("accountability.screens.findings.FindingsScreen.paginate_by", 2)
    pages = [listed(admin_client, outcome="breach", p=page) for page in range(1, len(everything) // 2 + 2)]
    paged = [state.pk for page in pages for state in page]
    assert paged[: len(everything)] == everything
    links = main_of(admin_client.get(screen("findings", outcome="breach")).content).select(".pagination a")
    assert any("outcome=breach" in link.get("href", "") and "p=2" in link.get("href", "") for link in links)
    assert screens.PAGE_SIZE == 50


def test_the_numbers_of_the_table_lead_to_as_many_findings(county: None, admin_client: Any) -> None:
    table = main_of(admin_client.get(screen("findings", unit="AJ")).content).select_one("table.counts")
    links = [link for link in table.select("td a") if "?" in link["href"]]
    assert links
    for link in links:
        response = admin_client.get(link["href"])
        assert response.context["paginator"].count == int(link.text)
        assert {state.finding.unit.code for state in response.context["object_list"]} == {"AJ"}


def test_the_table_counts_what_the_filters_leave(county: None, admin_client: Any) -> None:
    for query in ({}, {"unit": "BJ"}, {"category": 7}, {"outcome": "lead"}):
        response = admin_client.get(screen("findings", **query))
        assert response.context["counts"].total == response.context["paginator"].count


def test_filters_that_leave_nothing_say_that_nothing_matches(county: None, admin_client: Any) -> None:
    assert "没有符合筛选条件的线索" in words_of(admin_client.get(screen("findings", category=5)).content)


def test_where_nothing_was_assessed_nothing_is_said_to_be_clear(admin_client: Any) -> None:
    for query in ({}, {"category": 5}):
        words = words_of(admin_client.get(screen("findings", **query)).content)
        assert "尚未检验" in words
    put(unfiled())
    words = words_of(admin_client.get(screen("findings")).content)
    assert "尚未检验" in words
    assert "未触发" not in words


def test_where_all_came_out_clear_it_says_so(admin_client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    put(filed_late(on="2021-03-02"))
    assess_register(JULY)
    monkeypatch.setattr(selectors, "readable_findings", nothing_of)
    words = words_of(admin_client.get(screen("findings")).content)
    assert "尚未检验" not in words
    assert "没有线索" in words


def test_each_row_tells_the_finding_and_leads_to_it_on_its_record(county: None, admin_client: Any) -> None:
    response = admin_client.get(screen("findings"))
    page = main_of(response.content)
    for state in response.context["object_list"]:
        anchor = f"finding-{state.finding_id}"
        (link,) = page.select(f'a[href$="#{anchor}"]')
        record = BeautifulSoup(admin_client.get(link["href"]).content, "html.parser")
        assert record.find(id=anchor) is not None


def test_the_explanation_is_there_on_request(county: None, admin_client: Any) -> None:
    page = main_of(admin_client.get(screen("findings", category=7, unit="AJ")).content)
    told = [details.select_one("p").text for details in page.select("details.more")]
    assert told
    assert all("2021年" in text and "2021-" not in text for text in told)


def test_what_a_finding_is_about_is_told_as_it_stands_now(admin_client: Any) -> None:
    """A day that was corrected is not shown as it was when the finding was opened."""
    put(unfiled())
    assess_register(JUNE)
    finding = StoredFinding.objects.get(code="7d")
    opened = dict(finding.subject)
    put(unfiled(received=[{**got("complaint", "2021-03-01"), "on": "2021-02-26"}], submitted=[]))
    assess_register(JULY)
    shown = words_of(admin_client.get(screen("findings", category=7)).content)
    assert "2021年2月26日收到的起诉状副本" in shown
    assert "2021年3月1日收到的起诉状副本" not in shown
    assert StoredFinding.objects.get(pk=finding.pk).subject == opened


def test_a_case_without_findings_is_in_no_list(admin_client: Any) -> None:
    put(case("A1"))
    assess_register(JULY)
    assert listed(admin_client, case="A1") == []
