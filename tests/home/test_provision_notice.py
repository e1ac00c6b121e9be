"""After migrate the notice is published below the home page, and it stays there."""

import pytest
from wagtail.models import Page, PageLogEntry, Revision, Site

from home.actions.provision_site import provision_site
from home.models import HomePage, NoticePage, SiteIdentity
from litigation.law.loader import load_law

pytestmark = pytest.mark.django_db


def everything() -> list[list[dict[str, object]]]:
    models = (Page, HomePage, NoticePage, Site, SiteIdentity, Revision, PageLogEntry)
    return [list(model.objects.order_by("pk").values()) for model in models]


def test_it_is_published_below_home_under_a_fixed_address():
    page = NoticePage.objects.get()
    assert page.live
    assert page.first_published_at is not None
    assert page.live_revision is not None
    assert page.get_parent().specific == HomePage.objects.get()
    assert page.url == "/notice/"
    assert page.title == load_law().notice.title


def test_provisioning_twice_changes_nothing():
    before = everything()
    provision_site()
    provision_site()
    assert everything() == before


def test_a_site_made_before_there_was_a_notice_gets_one():
    NoticePage.objects.get().delete()
    SiteIdentity.objects.all().delete()
    provision_site()
    assert NoticePage.objects.get().live
    assert SiteIdentity.objects.count() == 1
    assert not Page.find_problems()[0]


def test_what_people_have_entered_is_kept():
    NoticePage.objects.update(summary="办公室写的概述")
    provision_site()
    assert NoticePage.objects.get().summary == "办公室写的概述"


def test_not_even_an_administrator_can_take_it_away_or_make_a_second_one(admin_user):
    page = NoticePage.objects.get()
    may = page.permissions_for_user(admin_user)
    assert may.can_edit()
    assert not any((may.can_delete(), may.can_unpublish(), may.can_move(), may.can_copy()))
    assert not may.can_set_view_restrictions()
    assert not NoticePage.can_create_at(HomePage.objects.get())


def test_its_title_its_address_and_the_clock_are_not_in_its_form(admin_client):
    page = NoticePage.objects.get()
    response = admin_client.get(f"/admin/pages/{page.pk}/edit/")
    assert response.status_code == 200
    fields = set(response.context["form"].fields)
    assert {"validity", "summary", "search_description"} <= fields
    assert not fields & {"title", "slug", "go_live_at", "expire_at"}
