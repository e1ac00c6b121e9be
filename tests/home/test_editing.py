"""What the office enters about its pages in the admin is what visitors then see; the notice itself cannot be entered."""

import pytest

from home.models import HomePage, NoticePage
from home.models.notice_page import Disclosure, Validity
from litigation.law.loader import load_law
from tests.home.parsed import visited, without_space

pytestmark = pytest.mark.django_db

NOTICE = load_law().notice


def test_particulars_of_the_notice_are_published_and_its_text_stays(client, admin_client):
    page = NoticePage.objects.get()
    entered = {
        "disclosure": Disclosure.PROACTIVE,
        "validity": Validity.IN_FORCE,
        "summary": "概述一句。",
        "title": "另一个标题",
        "slug": "elsewhere",
        "show_in_menus": "on",
        "action-publish": "1",
    }
    answer = admin_client.post(f"/admin/pages/{page.pk}/edit/", entered)
    assert answer.status_code == 302
    document = visited(client, "/notice/")
    assert "概述一句。" in document.select_one(".particulars").get_text()
    assert without_space(document.h1.get_text()) == NOTICE.title
    page.refresh_from_db()
    assert (page.title, page.slug, page.validity) == (NOTICE.title, "notice", Validity.IN_FORCE)


def test_the_home_pages_words_are_published(client, admin_client):
    page = HomePage.objects.get()
    entered = {"title": "应诉", "headline": "标题语", "introduction": "简介。", "action-publish": "1"}
    assert admin_client.post(f"/admin/pages/{page.pk}/edit/", entered).status_code == 302
    document = visited(client, "/")
    assert (document.h1.get_text(), document.select_one(".lead").get_text()) == ("标题语", "简介。")


def test_a_draft_is_not_shown_to_visitors_but_can_be_previewed(client, admin_client):
    page = NoticePage.objects.get()
    entered = {"disclosure": "", "validity": Validity.REPEALED, "summary": "草稿"}
    assert admin_client.post(f"/admin/pages/{page.pk}/edit/", entered).status_code == 302
    assert "草稿" not in visited(client, "/notice/").get_text()
    preview = admin_client.get(f"/admin/pages/{page.pk}/view_draft/")
    assert preview.status_code == 200
    assert "草稿" in preview.content.decode()
