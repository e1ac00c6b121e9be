"""The home page: what the site publishes, in the office's words or ours, and the way to the notice."""

import pytest

from home.models import HomePage, NoticePage
from litigation.law.loader import load_law
from tests.home.parsed import meta_tags, visited

pytestmark = pytest.mark.django_db

NOTICE = load_law().notice


def test_it_leads_to_the_notice_and_to_each_of_its_parts(client):
    card = visited(client, "/").select_one(".document-card")
    assert card.h2.a["href"] == "/notice/"
    assert card.h2.get_text() == NOTICE.title
    parts = card.select(".parts a")
    assert [part["href"] for part in parts] == [
        f"/notice/#{section.id}" for section in NOTICE.opinions.sections
    ]


def test_it_says_what_the_site_publishes(client):
    document = visited(client, "/")
    home = HomePage.objects.get()
    assert document.h1.get_text() == home.heading
    assert document.select_one(".lead").get_text() == home.lead
    assert len(document.find_all("h1")) == 1


def test_the_offices_own_words_come_first(client):
    HomePage.objects.update(headline="本县行政应诉", introduction="本站公开两样东西。")
    document = visited(client, "/")
    assert document.h1.get_text() == "本县行政应诉"
    assert document.select_one(".lead").get_text() == "本站公开两样东西。"
    assert meta_tags(document)["Description"] == "本站公开两样东西。"
    assert document.title.get_text() == "本县行政应诉 - 应诉"


def test_its_meta_tags_name_the_site_and_none_is_empty(client):
    document = visited(client, "/")
    tags = meta_tags(document)
    assert {"SiteName", "SiteDomain", "Keywords", "Description", "Url"} <= set(tags)
    assert all(content.strip() for content in tags.values())
    assert "ArticleTitle" not in tags
    assert document.select_one("link[rel=canonical]")["href"] == "http://testserver/"


def test_without_a_published_notice_there_is_neither_card_nor_menu_entry(client):
    NoticePage.objects.update(live=False)
    document = visited(client, "/")
    assert document.select_one(".document-card") is None
    assert [link["href"] for link in document.select(".menu a")] == ["/"]


def test_it_has_no_script_and_no_inline_style(client):
    document = visited(client, "/")
    assert not document.find_all(["script", "style"])
    assert not document.find_all(style=True)


def test_it_takes_few_queries(client, django_assert_num_queries):
    client.get("/")
    with django_assert_num_queries(7):
        client.get("/")


def test_our_own_words_promise_nothing_that_is_not_published(client):
    # Statistics, circulars and case summaries have no page yet.
    lead = visited(client, "/").select_one(".lead").get_text()
    assert not [word for word in ("统计", "通报", "摘要") if word in lead]
