"""The nine categories explained: the clause word for word, what proves it and what excuses, and the way to the notice."""

from __future__ import annotations

from typing import Any

import pytest

from litigation.law.loader import load_law
from tests.accountability.screens.county import main_of, screen, words_of

pytestmark = pytest.mark.django_db


def test_each_of_the_nine_shows_its_clause_word_for_word_and_leads_to_it(
    admin_client: Any, client: Any
) -> None:
    page = main_of(admin_client.get(screen("categories")).content)
    law = load_law()
    texts = {clause.id: clause.text for clause in law.notice.clauses()}
    for number in range(1, 10):
        section = page.find(id=f"category-{number}-section")
        category = law.categories[number]
        assert category.name.zh in section.h2.text
        quote = section.select_one("blockquote.clause")
        assert texts[category.clause] in quote.text
        address, _sign, anchor = quote.a["href"].partition("#")
        assert anchor == category.clause
        assert f'id="{anchor}"' in client.get(address).content.decode()


def test_each_tells_what_proves_and_what_excuses_it_and_the_statutes_with_their_grade(
    admin_client: Any,
) -> None:
    page = main_of(admin_client.get(screen("categories")).content)
    law = load_law()
    for number in range(1, 10):
        section = page.find(id=f"category-{number}-section")
        category = law.categories[number]
        for text in (category.explanation, category.proof, *category.excuses):
            assert text.zh in section.text
        for statute in (*category.statutes, *category.discipline):
            (entry, *_more) = [item for item in section.select("li") if statute.zh in item.text]
            assert entry.select_one(".grade").text == statute.grade
    assert {mark.text for mark in page.select(".grades .grade")} == {"A", "B", "C", "M", "I"}


def test_its_numbers_lead_to_as_many_findings(county: None, admin_client: Any) -> None:
    page = main_of(admin_client.get(screen("categories")).content)
    links = page.select(".category__counts td a")
    assert links
    for link in links:
        assert admin_client.get(link["href"]).context["paginator"].count == int(link.text)


def test_without_a_published_notice_clauses_are_named_without_a_link(admin_client: Any) -> None:
    from home.models import NoticePage

    NoticePage.objects.update(live=False)
    page = main_of(admin_client.get(screen("categories")).content)
    assert page.select("blockquote a") == []
    assert page.select_one("blockquote.clause .clause__link").text.startswith("意见六")


def test_under_english_the_clause_stays_chinese_and_is_marked_as_such(
    admin_client: Any, admin_user: Any
) -> None:
    from wagtail.users.models import UserProfile

    UserProfile.objects.create(user=admin_user, preferred_language="en")
    page = main_of(admin_client.get(screen("categories")).content)
    assert {quote["lang"] for quote in page.select("blockquote")} == {"zh-Hans"}
    assert "The nine categories" in words_of(str(page))
