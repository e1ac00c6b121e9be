"""One case: facts, nine results, findings with their steps, duties with their arithmetic, and what it was told by."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from bs4 import Tag

from accountability.actions.assess_register import assess_register
from accountability.models import FindingState, StoredDuty
from accountability.screens.told import category_name
from litigation.actions.choose_reading import choose_reading
from tests.accountability.records import lawyers_only, put, unfiled
from tests.accountability.screens.county import main_of, screen, words_of
from tests.accountability.stored import JULY
from tests.cast import case, filed_paper, got, held, judged, lawyer, sent

pytestmark = pytest.mark.django_db

LATER = date(2021, 8, 9)


@pytest.fixture
def late(admin_client: Any) -> Tag:
    """The screen of a case that answered a day late, lost, and filed nothing."""
    put(
        case(
            "C1",
            docket="（2020）鲁0831行初13号",
            received=[got("complaint", "2020-09-22"), got("summons", "2020-09-22")],
            submitted=sent("2020-10-10"),
            hearings=[held("2020-11-10", lawyer())],
            decision=judged("2020-12-04", "revoked"),
            filings=[],
        )
    )
    assess_register(JULY)
    return main_of(admin_client.get(screen("case", "C1")).content)


def part(page: Tag, name: str) -> Tag:
    found = page.find(id=f"{name}-section")
    assert isinstance(found, Tag)
    return found


def test_the_head_of_the_screen_tells_the_facts_with_days_as_people_write_them(late: Tag) -> None:
    facts = {fact.dt.text: fact.dd.get_text(" ", strip=True) for fact in late.select(".facts__fact")}
    assert facts["编号"] == "C1"
    assert facts["收到的文书"] == "起诉状副本 2020年9月22日 传票 2020年9月22日"
    assert facts["庭审"] == "2020年11月10日"
    assert facts["结案日期"] == "未记载"
    assert facts["生效日期"] == "2020年12月22日"
    assert facts["是否计为败诉"] == "是"


def test_the_nine_categories_stand_in_the_notice_s_order_each_with_a_light(late: Tag) -> None:
    entries = part(late, "categories").select("li")
    assert [entry.select_one(".nine__name").text for entry in entries] == [
        f"（{number}）{category_name(number)}" for number in range(1, 10)
    ]
    assert all(entry.select_one(".light__word").text for entry in entries)


def test_a_category_with_findings_leads_to_the_list_of_them(late: Tag, admin_client: Any) -> None:
    links = part(late, "categories").select(".nine__findings")
    assert links
    for link in links:
        listed = admin_client.get(link["href"]).context["paginator"]
        assert link.text == f"{listed.count}条线索"


def test_each_duty_has_its_trigger_its_last_day_its_light_and_its_arithmetic_on_request(late: Tag) -> None:
    groups = part(late, "duties").select("tbody")
    assert len(groups) == StoredDuty.objects.filter(case__ref="C1").count() > 3
    for group in groups:
        row, more = group.select("tr")
        assert row.select_one(".light__word").text
        details = more.select_one("details")
        assert not details.has_attr("open")
        assert details.summary.get_text(strip=True).startswith("期限计算和依据")
        assert details.p.text.strip()
    (defence,) = [group for group in groups if group.th.text == "答辩状"]
    assert "起诉状副本 2020年9月22日" in defence.get_text(" ", strip=True)
    arithmetic = defence.select_one("details p").text
    assert "次日起算15日至10月7日，遇国庆节顺延至10月9日" in arithmetic
    assert "实际日期2020年10月10日，逾期1日" in arithmetic


def test_the_three_readings_of_a_last_day_stand_in_the_arithmetic(late: Tag) -> None:
    duty = StoredDuty.objects.filter(case__ref="C1").exclude(due_strict=None).first()
    more = part(late, "duties").select("tbody")[duty.place].select_one("details").get_text(" ", strip=True)
    assert f"{duty.due_strict.year}年{duty.due_strict.month}月{duty.due_strict.day}日" in more


def test_each_finding_has_explanation_sources_and_steps_up_to_the_one_that_decided(late: Tag) -> None:
    articles = part(late, "findings").select("article")
    states = FindingState.objects.filter(finding__case__ref="C1", superseded_at=None).exclude(
        change__in=["cleared", "gone"]
    )
    assert len(articles) == states.count() > 3
    for article in articles:
        assert article.select_one(".finding__explanation").text.strip()
        assert article.select_one(".finding__head .light__word").text
        state = states.get(finding_id=article["id"].removeprefix("finding-"))
        rows = article.select("details .steps tbody tr")
        assert len(rows) == len(state.as_finding().trace.steps)
        deciding = [row for row in rows if "steps__decides" in row.get("class", [])]
        assert rows[-1] in deciding
        assert not article.select_one("details").has_attr("open")


def test_what_a_step_was_given_is_told_in_words(late: Tag) -> None:
    (article,) = [found for found in part(late, "findings").select("article") if found.h3.text == "4 答辩状"]
    steps = article.select_one(".steps").get_text(" ", strip=True)
    assert "最后一日： 2020年10月9日" in steps
    assert "完成日期： 2020年10月10日" in steps


def test_clauses_of_the_notice_lead_to_their_place_on_its_page(late: Tag, client: Any) -> None:
    links = {link["href"] for link in part(late, "findings").select("dd a")}
    assert links
    for link in links:
        address, _sign, anchor = link.partition("#")
        response = client.get(address)
        assert response.status_code == 200
        assert f'id="{anchor}"' in response.content.decode()


def test_law_calendar_and_readings_are_named_with_every_reading_on_request(late: Tag) -> None:
    versions = part(late, "versions")
    facts = {fact.dt.text: fact.dd.get_text(" ", strip=True) for fact in versions.select(".facts__fact")}
    assert facts["意见施行日期"] == "2020年9月1日"
    assert "chinesecalendar" in facts["放假数据版本"]
    assert facts["口径"] == "全部为默认口径"
    rows = versions.select("details tbody tr")
    assert len(rows) > 20
    assert all(cell.get_text(strip=True) for row in rows for cell in row.select("th, td"))


def test_a_reading_that_is_not_the_default_is_named(admin_client: Any, admin_user: Any) -> None:
    put(unfiled())
    choose_reading("AMB-01", "working", reason="试行", actor=admin_user)
    assess_register(JULY)
    versions = part(main_of(admin_client.get(screen("case", "C1")).content), "versions")
    assert "AMB-01" in versions.select_one(".facts").text
    assert "（非默认）" in versions.select_one("details").text


def test_a_record_registered_anew_since_is_marked_until_it_is_assessed(admin_client: Any) -> None:
    put(unfiled())
    assess_register(JULY)
    assert "重新登记" not in words_of(admin_client.get(screen("case", "C1")).content)
    put(unfiled(cause="行政处罚"))
    words = words_of(admin_client.get(screen("case", "C1")).content)
    assert "重新登记。以下结果依据的是此前的记录" in words
    assess_register(LATER)
    assert "重新登记" not in words_of(admin_client.get(screen("case", "C1")).content)


def test_a_filing_recorded_since_is_marked_until_it_is_assessed(admin_client: Any) -> None:
    put(unfiled())
    assess_register(JULY)
    put(unfiled(filings=[filed_paper("complaint", "2021-03-02", "2021-03-01")]))
    words = words_of(admin_client.get(screen("case", "C1")).content)
    assert "报备" in words
    assert "未计入该报备" in words
    assess_register(LATER)
    assert "未计入该报备" not in words_of(admin_client.get(screen("case", "C1")).content)


def test_days_late_of_what_is_still_not_done_grow_with_each_confirmation(admin_client: Any) -> None:
    put(unfiled())
    assess_register(JULY)
    before = FindingState.objects.get(finding__code="7d", superseded_at=None)
    assess_register(LATER)
    after = FindingState.objects.get(finding__code="7d", superseded_at=None)
    assert after == before
    late = (LATER - after.due).days
    page = main_of(admin_client.get(screen("case", "C1")).content)
    (article,) = page.select(f"#finding-{after.finding_id}")
    assert f"逾期{late}日" in article.select_one(".finding__about + .finding__about").text
    assert "2021年8月9日" in article.select_one(".finding__explanation").text
    assert str(late) in [cell.text for cell in part(page, "duties").select("td.figure")]
    listed = admin_client.get(screen("findings", category=7))
    assert str(late) in main_of(listed.content).select_one("table.listing").get_text(" ", strip=True).split()


def test_notes_are_told_and_said_to_change_nothing(admin_client: Any) -> None:
    put(lawyers_only("C1"))
    assess_register(JULY)
    response = admin_client.get(screen("case", "C1"))
    notes = response.context["notes"]
    words = words_of(response.content)
    assert notes
    assert "附注" in words or "提示" in words
    assert all(note.text in words for note in notes)


def test_a_case_without_findings_or_duties_says_so(admin_client: Any) -> None:
    put(case("C1"))
    assess_register(JULY)
    page = main_of(admin_client.get(screen("case", "C1")).content)
    assert "没有线索" in part(page, "findings").text
    assert "没有" in part(page, "duties").text


def test_every_screen_says_that_findings_are_leads_and_no_decisions(county: None, admin_client: Any) -> None:
    for address in (
        screen("case", "A1"),
        screen("unit", "AJ"),
        screen("cases"),
        screen("findings"),
        screen("categories"),
    ):
        assert "不是处理决定" in words_of(admin_client.get(address).content)
