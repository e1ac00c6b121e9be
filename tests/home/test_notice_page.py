"""The page of the notice: its text to the letter, an address for each clause, and no fact that nobody knows."""

from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from home.models import NoticePage
from home.models.notice_page import Validity
from litigation.law.loader import load_law
from tests.home.parsed import meta_tags, visited, without_space

pytestmark = pytest.mark.django_db

PRINTED = Path(__file__).parents[1] / "litigation" / "law" / "notice.txt"
NOTICE = load_law().notice


@pytest.fixture
def document(client: Client) -> BeautifulSoup:
    return visited(client, "/notice/")


def particulars(document: BeautifulSoup) -> dict[str, str]:
    rows = document.select("table.particulars tr")
    return {row.th.get_text(strip=True): row.td.get_text(strip=True) for row in rows}


# -- The text ------------------------------------------------------------------------------------------------


def test_title_and_text_are_the_printed_notice_without_its_white_space(document):
    shown = document.h1.get_text() + document.select_one("#notice-text").get_text()
    assert without_space(shown) == without_space(PRINTED.read_text(encoding="utf-8"))


def test_mixed_numbering_misprint_and_half_width_comma_are_kept(document):
    assert without_space(document.find(id="N6.1").get_text()).startswith("（1）干预")
    assert without_space(document.find(id="N7.1").get_text()).startswith("（1）加强组织领导")
    assert without_space(document.find(id="N7.2").get_text()).startswith("（二）加强队伍")
    assert "行政诉讼案件即应诉工作" in document.find(id="N3.6").get_text()
    assert "同意,现印发" in document.find(id="C.2").get_text()


def test_every_clause_that_a_finding_cites_is_an_anchor_with_its_text(document):
    for clause in (*NOTICE.cover, *NOTICE.clauses()):
        anchor = document.find(id=clause.id)
        assert anchor is not None, clause.id
        assert anchor.get_text().strip() == (clause.number or "") + clause.text


def test_every_section_is_an_anchor_that_begins_with_its_heading(document):
    for section in NOTICE.opinions.sections:
        heading = document.find(id=section.id).find(["h1", "h2", "h3"])
        assert heading.get_text() == section.number + section.heading


def test_the_contents_lead_to_the_sections_in_their_order(document):
    links = document.select("nav.contents a")
    assert [link["href"] for link in links] == [f"#{section.id}" for section in NOTICE.opinions.sections]
    assert [link.get_text() for link in links] == [s.number + s.heading for s in NOTICE.opinions.sections]


def test_signature_and_date_stand_together_after_the_cover(document):
    lines = document.select("#notice-text .signature p")
    assert [line.get_text() for line in lines] == ["泗水县人民政府办公室", "2020年9月1日"]
    assert lines[1].time["datetime"] == "2020-09-01"


def test_recipients_and_copies_stand_in_the_places_that_paper_has_for_them(document):
    assert document.select_one(".recipients")["id"] == NOTICE.cover[0].id
    assert document.select_one(".copies").get_text() == NOTICE.copies


# -- What the catalogue says of it ---------------------------------------------------------------------------


def test_only_what_is_known_is_in_the_table(document):
    page = NoticePage.objects.get()
    assert list(particulars(document).values()) == [
        "泗水县人民政府办公室",
        page.get_disclosure_display(),
        "2020年9月1日",
        Validity.UNVERIFIED.label,
    ]


def test_nothing_is_said_of_a_document_number_or_an_index_number(document):
    rows = document.select("table.particulars tr")
    assert len(rows) == 4
    assert all(row.th["scope"] == "row" for row in rows)
    text = document.get_text()
    assert not any(word in text for word in ("文号", "索引号", "统一编号", "生效日期", "None"))


def test_what_the_office_fills_in_appears_in_the_order_of_government_sites(client):
    NoticePage.objects.update(
        unified_number="JNCR-1",
        subject="司法",
        published_on=date(2020, 9, 3),
        effective_on=date(2020, 9, 1),
        validity=Validity.IN_FORCE,
        subject_words="应诉,出庭",
        summary="概述一句。",
    )
    document = visited(client, "/notice/")
    assert list(particulars(document).values()) == [
        "司法",
        "泗水县人民政府办公室",
        NoticePage.objects.get().get_disclosure_display(),
        "2020年9月1日",
        "JNCR-1",
        "2020年9月3日",
        "2020年9月1日",
        Validity.IN_FORCE.label,
        "应诉,出庭",
        "概述一句。",
    ]
    assert meta_tags(document)["Description"] == "概述一句。"
    assert meta_tags(document)["Keywords"] == "应诉,出庭"


def test_its_meta_tags_are_those_of_an_article_of_a_government_site_and_none_is_empty(document):
    page = NoticePage.objects.get()
    tags = meta_tags(document)
    assert all(content.strip() for content in tags.values())
    assert tags["SiteName"] == "应诉"
    assert tags["SiteDomain"] == "testserver"
    assert tags["ArticleTitle"] == NOTICE.title
    assert tags["ContentSource"] == tags["Author"] == NOTICE.issuer
    assert tags["ColumnName"] == page.menu_label
    assert tags["Url"] == "http://testserver/notice/"
    assert "Keywords" in tags
    assert "SiteIDCode" not in tags


def test_the_day_of_publication_is_told_in_local_time(client):
    NoticePage.objects.update(first_published_at="2026-03-01T17:30:00+00:00")
    assert meta_tags(visited(client, "/notice/"))["PubDate"] == "2026-03-02 01:30"


def test_its_description_is_in_the_notices_own_words(document):
    description = meta_tags(document)["Description"]
    assert all(section.heading in description for section in NOTICE.opinions.sections)


# -- The page around it --------------------------------------------------------------------------------------


def test_it_is_one_page_below_home_with_a_title_and_one_canonical_address(document):
    assert document.title.get_text() == f"{NOTICE.title} - 应诉"
    assert [link["href"] for link in document.select("link[rel=canonical]")] == ["http://testserver/notice/"]
    assert document.html["lang"] == "zh-Hans"


def test_it_has_one_h1_and_no_level_is_left_out(document):
    levels = [int(heading.name[1]) for heading in document.find_all(["h1", "h2", "h3", "h4"])]
    assert levels == [1, 2, 2, *[3] * 7]


def test_its_landmarks_can_be_told_apart(document):
    assert all(len(document.find_all(name)) == 1 for name in ("main", "article"))
    assert len(document.select("body > header")) == len(document.select("body > footer")) == 1
    names = [nav.get("aria-label") or nav.get("aria-labelledby") for nav in document.find_all("nav")]
    assert all(names)
    assert len(set(names)) == 3


def test_the_first_link_skips_to_the_content(document):
    first = document.body.a
    assert first["href"] == "#main"
    assert document.find(id="main").name == "main"


def test_the_breadcrumb_leads_home_and_ends_here(document):
    steps = document.select("nav.breadcrumb li")
    assert steps[0].a["href"] == "/"
    assert steps[-1]["aria-current"] == "page"
    assert document.select_one(".menu a[aria-current]")["href"] == "/notice/"


def test_it_has_no_script_no_inline_style_and_nothing_from_elsewhere(document):
    assert not document.find_all(["script", "style", "iframe", "object", "embed", "img"])
    for tag in document.find_all(True):
        assert not [name for name in tag.attrs if name == "style" or name.startswith("on")], tag
    for tag in document.select("link[rel=stylesheet], link[rel=icon]"):
        assert tag["href"].startswith("/static/home/")


def test_ids_are_unique_and_every_link_on_the_page_finds_its_place(document):
    ids = [tag["id"] for tag in document.find_all(id=True)]
    assert len(set(ids)) == len(ids)
    targets = {link["href"][1:] for link in document.find_all("a", href=True) if link["href"].startswith("#")}
    assert targets <= set(ids)


def test_its_headers_are_strict_and_it_sets_no_cookie(client):
    response = client.get("/notice/")
    assert "unsafe" not in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]
    assert not response.cookies


def test_it_takes_few_queries(client, django_assert_num_queries):
    client.get("/notice/")  # the Site's root paths are cached
    with django_assert_num_queries(8):
        client.get("/notice/")


def test_it_takes_no_query_more_when_the_menu_grows(client):
    def queries() -> int:
        with CaptureQueriesContext(connection) as context:
            client.get("/notice/")
        return len(context)

    client.get("/notice/")
    before = queries()
    home = NoticePage.objects.get().get_parent()
    for number in range(3):
        home.add_child(instance=Page(title=f"P{number}", slug=f"p{number}", live=True, show_in_menus=True))
    assert queries() == before


def test_a_search_description_of_blanks_counts_as_none(client):
    NoticePage.objects.update(search_description="  ")
    assert NOTICE.opinions.title in meta_tags(visited(client, "/notice/"))["Description"]
