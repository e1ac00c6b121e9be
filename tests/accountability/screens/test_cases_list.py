"""The list of cases: by unit, each with its light, sought by docket number, narrowed, sorted, empty with a reason."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from accountability.actions.assess_register import assess_register
from accountability.models import StoredDuty
from accountability.screens.lights import light_at
from litigation.models import CasePage
from tests.accountability.records import put, unfiled
from tests.accountability.screens.county import main_of, rows_of, screen, words_of
from tests.accountability.stored import JULY

pytestmark = pytest.mark.django_db


def refs(client: Any, **query: Any) -> list[str]:
    response = client.get(screen("cases", **query))
    assert response.status_code == 200
    return [found.ref for found in response.context["object_list"]]


def test_cases_stand_by_unit_and_in_it_the_worst_first(county: None, admin_client: Any) -> None:
    found = list(admin_client.get(screen("cases")).context["object_list"])
    assert [case.unit.code for case in found] == ["AJ", "AJ", "AJ", "BJ", "JZ"]
    assert [case.place for case in found[:3]] == sorted(case.place for case in found[:3])


def test_each_row_has_light_docket_reference_unit_and_cause(county: None, admin_client: Any) -> None:
    rows = {row[1].split()[-1]: row for row in rows_of(admin_client.get(screen("cases")).content)}
    assert rows["A1"][0].startswith("触发")
    assert rows["A1"][1:5] == ["（2021）鲁0831行初101号 A1", "县A局", "行政处罚", "一审"]
    assert set(rows) == {"A1", "A2", "A3", "B1", "C1"}


def test_a_light_with_findings_behind_it_leads_to_them(county: None, admin_client: Any) -> None:
    response = admin_client.get(screen("cases"))
    page = main_of(response.content)
    for found in response.context["object_list"]:
        row = page.find("a", href=screen("case", found.ref)).find_parent("tr")
        link = row.select_one("td.light-cell a")
        if light_at(found.place).tone in ("red", "amber", "blue"):
            listed = admin_client.get(link["href"]).context["object_list"]
            assert listed
            assert {state.finding.case.ref for state in listed} == {found.ref}
        else:
            assert link is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("101", ["A1"]),
        ("（2021）鲁0831行初102号", ["A2"]),
        ("(2021)鲁0831行初102号", ["A2"]),
        ("  909号 ", ["B1"]),
        ("a3", ["A3"]),
        ("%", []),
        ("行政拘留", []),
    ],
)
def test_a_case_is_found_by_its_docket_number_or_its_reference(
    county: None, admin_client: Any, words: str, found: list[str]
) -> None:
    assert refs(admin_client, q=words) == found


def test_cases_are_narrowed_by_light_unit_kind_and_instance(county: None, admin_client: Any) -> None:
    everything = refs(admin_client)
    assert refs(admin_client, unit="BJ") == ["B1"]
    assert refs(admin_client, kind="litigation", instance="first") == everything
    assert refs(admin_client, instance="second") == []
    by_light = [refs(admin_client, light=tone) for tone in ("red", "amber", "blue", "green", "grey")]
    assert sorted(ref for listed in by_light for ref in listed) == sorted(everything)


def test_the_tally_leads_to_as_many_cases_as_it_says(county: None, admin_client: Any) -> None:
    links = main_of(admin_client.get(screen("cases", unit="AJ")).content).select(".tally a")
    assert links
    for link in links:
        listed = admin_client.get(link["href"]).context["object_list"]
        assert len(listed) == int(link.find("b").text)
        assert {case.unit.code for case in listed} == {"AJ"}


@pytest.mark.parametrize(
    "query", [{"light": "pink"}, {"unit": "XX"}, {"kind": "criminal"}, {"instance": "fourth"}]
)
def test_a_filter_that_cannot_be_understood_shows_nothing_and_says_which(
    county: None, admin_client: Any, query: dict[str, str]
) -> None:
    response = admin_client.get(screen("cases", **query))
    assert response.status_code == 200
    assert len(main_of(response.content).select(".overview[role=alert]")) == 1
    assert rows_of(response.content) == []
    assert next(iter(query.values())) in words_of(response.content)


def test_each_column_sorts_both_ways_and_what_is_empty_stands_last(county: None, admin_client: Any) -> None:
    CasePage.objects.filter(ref="A1").update(cause=None)
    head = main_of(admin_client.get(screen("cases")).content).select("table.listing thead th a")
    assert len(head) == 6
    for key in ("place", "docket", "unit__code", "cause", "instance", "next_due"):
        assert len(refs(admin_client, ordering=key)) == 5
    assert refs(admin_client, ordering="cause")[-1] == refs(admin_client, ordering="-cause")[-1] == "A1"
    assert refs(admin_client, ordering="docket") == ["A1", "A2", "A3", "C1", "B1"]
    assert refs(admin_client, ordering="-docket") == ["B1", "C1", "A3", "A2", "A1"]


def test_a_second_page_follows_the_first(
    county: None, admin_client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = refs(admin_client)
    monkeypatch.setattr("accountability.screens.cases.CasesScreen.paginate_by", 2)
    assert refs(admin_client, p=1) + refs(admin_client, p=2) + refs(admin_client, p=3) == everything
    assert "第 2 页，共 3 页" in words_of(admin_client.get(screen("cases", p=2)).content)


def test_an_empty_register_says_when_cases_appear(admin_client: Any) -> None:
    words = words_of(admin_client.get(screen("cases")).content)
    assert "还没有案件" in words
    assert "尚未检验" in words


def test_a_search_without_result_says_what_to_do(county: None, admin_client: Any) -> None:
    assert "没有符合条件的案件" in words_of(admin_client.get(screen("cases", q="nothing like it")).content)


@pytest.mark.parametrize(
    ("left", "said"), [(12, "还有12天"), (1, "还有1天"), (0, "今天到期"), (-1, "已过1天"), (-30, "已过30天")]
)
def test_the_next_day_due_says_how_far_off_it_is(admin_client: Any, left: int, said: str) -> None:
    put(unfiled())
    assess_register(JULY)
    day = timezone.localdate() + timedelta(days=left)
    duty = StoredDuty.objects.filter(case__ref="C1").first()
    StoredDuty.objects.filter(pk=duty.pk).update(status="open", due_default=day)
    (row,) = rows_of(admin_client.get(screen("cases")).content)
    assert said in row[-1].replace(" ", "")
    assert f"{day.year}年{day.month}月{day.day}日" in row[-1]


def test_cases_assessed_as_of_several_days_say_so_each(county: None, admin_client: Any) -> None:
    first = CasePage.objects.get(ref="A1").assessment
    type(first).objects.filter(pk=first.pk).update(as_of="2021-06-30")
    response = admin_client.get(screen("cases"))
    assert "2021年6月30日" in words_of(response.content)
    assert "2021年7月1日" in words_of(response.content)
    assert len(rows_of(response.content)[0]) == 7


def test_a_case_is_listed_under_the_number_printed_on_its_papers(admin_client: Any) -> None:
    put(unfiled())
    put(unfiled(docket="（2021）鲁0831行初7号", cause="行政处罚"))
    page = CasePage.objects.get()
    assert (
        page.title == page.draft_title == page.get_admin_display_title() == "（2021）鲁0831行初7号 行政处罚"
    )
    html = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert "<title>" in html
    assert "（2021）鲁0831行初7号" in html[html.index("<title>") : html.index("</title>")]
