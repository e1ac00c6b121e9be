"""A case has no address, ever: no route, sitemap, redirect, API, search, preview or cache purge shows anything of it."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.test import override_settings
from django.urls import path
from msgspec.structs import replace
from treebeard.mp_tree import MP_MoveHandler
from wagtail.contrib.frontend_cache.backends import BaseBackend
from wagtail.contrib.frontend_cache.utils import purge_page_from_cache
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.models import GroupPagePermission, Page, ReferenceIndex, Site
from wagtail.search.models import IndexEntry

from config.api import router
from config.urls import urlpatterns as site_urlpatterns
from litigation.models import Registry, UnitPage
from litigation.models.kept import KeptForeverError
from tests.litigation.records import FULL, LAND, registered

pytestmark = pytest.mark.django_db

MARK = "zetamarker"
DOCKET = "（2020）鲁0831行初987654号"
SECRETS = (MARK, "987654", LAND.name, "县交通运输局")

#: Stock sitemap and API, which would show more than ours do.
urlpatterns = [path("sitemap.xml", sitemap), path("api/v2/", router.urls), *site_urlpatterns]

purged: list[str] = []


class RememberingCache(BaseBackend):
    """A front-end cache that writes down what it is told to forget."""

    def purge(self, url):
        purged.append(url)


@pytest.fixture
def case():
    page = registered(replace(FULL, docket=DOCKET, cause=MARK))
    assert MARK in page.title
    assert "987654" in page.title
    return page


@pytest.fixture
def pages(case):
    return [case, UnitPage.objects.get(unit__code="JTJ"), Registry.objects.get()]


def shows_nothing(response):
    text = response.content.decode()
    return not any(secret in text for secret in SECRETS)


def test_no_page_of_the_register_has_an_address(pages):
    for page in pages:
        for seen_as in (page, Page.objects.get(pk=page.pk).specific):
            assert seen_as.url is None
            assert seen_as.full_url is None
            assert seen_as.get_url_parts() is None
            assert seen_as.get_site() is None
            assert seen_as.get_route_paths() == []
            assert seen_as.get_cached_paths() == []
            assert seen_as.get_sitemap_urls() == []


def test_it_has_none_even_below_a_site(pages, client):
    registry = pages[-1]
    site = Site.objects.get(is_default_site=True)
    Site.objects.filter(pk=site.pk).update(root_page=registry)
    Site.clear_site_root_paths_cache()
    for page in pages:
        assert Page.objects.get(pk=page.pk).specific.url is None
    for address in ("/", "/JTJ/", "/JTJ/C1/"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("kind", [0, 1, 2])
def test_nobody_moves_it_below_the_site_not_even_a_superuser_in_a_shell(pages, kind, admin_user):
    home = Site.objects.get(is_default_site=True).root_page
    page = pages[kind]
    before = page.path
    for seen_as in (page, Page.objects.get(pk=page.pk), Page.objects.get(pk=page.pk).specific):
        for further in ({}, {"user": admin_user}):
            with pytest.raises((KeptForeverError, PermissionDenied)):
                seen_as.move(home, pos="last-child", **further)
    assert Page.objects.get(pk=page.pk).path == before


def test_no_screen_of_the_admin_moves_it(case, admin_client):
    home = Site.objects.get(is_default_site=True).root_page
    for address in (
        f"/admin/pages/{case.pk}/move/{home.pk}/confirm/",
        f"/admin/bulk/wagtailcore/page/move/?id={case.pk}",
    ):
        admin_client.post(address, {"move_applied": "on", "chooser": home.pk, "new_parent_page": home.pk})
    assert not Page.objects.get(pk=case.pk).is_descendant_of(home)


@override_settings(ROOT_URLCONF=__name__)
def test_a_case_that_the_database_itself_puts_below_the_site_still_has_no_address(case, client):
    site = Site.objects.get(is_default_site=True)
    # Past Wagtail and past us: the tree as a repair tool or a slip in SQL would leave it.
    MP_MoveHandler(Page.objects.get(pk=case.pk), site.root_page, "last-child").process()
    moved = Page.objects.get(pk=case.pk)
    assert moved.is_descendant_of(site.root_page)
    moved.save()
    call_command("update_index", verbosity=0)
    page = moved.specific
    assert page.url is None
    assert page.full_url is None
    assert page.get_sitemap_urls() == []
    assert case.slug
    for address in (f"/{case.slug}/", f"{moved.url_path}", f"/{case.slug}/?{MARK}"):
        assert client.get(address).status_code == 404
    assert shows_nothing(client.get("/"))
    assert shows_nothing(client.get("/sitemap.xml"))
    for query in (
        "",
        f"?child_of={site.root_page.pk}",
        f"?descendant_of={site.root_page.pk}",
        f"?search={MARK}",
    ):
        assert shows_nothing(client.get(f"/api/v2/pages/{query}"))
    assert client.get(f"/api/v2/pages/{case.pk}/").status_code == 404
    for text in (MARK, "987654", DOCKET):
        assert list(Page.objects.search(text)) == []


def test_no_guessed_address_leads_to_it(case, client):
    for address in (case.url_path, "/registry/", "/registry/JTJ/", "/JTJ/C1/", "/C1/"):
        response = client.get(address)
        assert response.status_code == 404
        assert shows_nothing(response)


@override_settings(ROOT_URLCONF=__name__)
def test_the_sitemap_does_not_name_it(case, client):
    response = client.get("/sitemap.xml")
    assert response.status_code == 200
    assert shows_nothing(response)
    assert b"registry" not in response.content


@override_settings(ROOT_URLCONF=__name__)
def test_the_api_does_not_know_it(case, client):
    for query in (
        "",
        f"?search={MARK}",
        "?type=wagtailcore.Page",
        f"?child_of={case.get_parent().pk}",
        "?fields=*",
    ):
        response = client.get(f"/api/v2/pages/{query}")
        assert shows_nothing(response)
        assert response.status_code == 400 or all(
            item["meta"]["type"].startswith("home.") for item in response.json()["items"]
        )
    for query in ("litigation.CasePage", "litigation.UnitPage", "litigation.Registry"):
        assert client.get(f"/api/v2/pages/?type={query}").json()["items"] == []
    assert client.get(f"/api/v2/pages/{case.pk}/").status_code == 404
    assert client.get(f"/api/v2/pages/find/?html_path={case.url_path}").status_code == 404


def test_no_search_finds_it(pages):
    for text in (MARK, "987654", DOCKET, "县交通运输局", "registry"):
        assert list(Page.objects.search(text)) == []
        assert list(Page.objects.autocomplete(text)) == []


def test_rebuilding_the_index_or_saving_the_plain_page_does_not_index_it(pages):
    call_command("update_index", verbosity=0)
    for page in pages:
        Page.objects.get(pk=page.pk).save()
    assert Page.objects.search("应诉").count() == 1
    ids = [str(page.pk) for page in pages]
    assert not IndexEntry.objects.filter(object_id__in=ids).exists()
    assert list(Page.objects.search(MARK)) == []


def test_a_new_slug_or_place_makes_no_redirect(case):
    case.slug = "elsewhere"
    case.save()
    assert not Redirect.objects.exists()


def test_registering_purges_no_cache(case):
    setting = {"test": {"BACKEND": f"{__name__}.RememberingCache"}}
    with override_settings(WAGTAILFRONTENDCACHE=setting):
        purge_page_from_cache(case)
        purge_page_from_cache(Page.objects.get(pk=case.pk))
    assert purged == []


def test_there_is_no_preview(case, admin_client):
    assert not case.is_previewable()
    assert not Page.objects.get(pk=case.pk).is_previewable()
    revision = case.latest_revision
    for address in (
        f"/admin/pages/{case.pk}/view_draft/",
        f"/admin/pages/{case.pk}/revisions/{revision.pk}/view/",
        f"/admin/pages/{case.pk}/edit/preview/",
    ):
        assert shows_nothing(admin_client.get(address)), address


@pytest.fixture
def stranger(client, django_user_model):
    """Somebody who may enter the admin and edit the home page, and nothing of the register."""
    group = Group.objects.create(name="Publishers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    home = Site.objects.get(is_default_site=True).root_page
    for codename in ("add_page", "change_page", "publish_page"):
        permission = Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=home, permission=permission)
    user = django_user_model.objects.create_user("stranger", password="x")
    user.groups.add(group)
    client.force_login(user)
    return client


@pytest.mark.parametrize("who", ["stranger", "admin_client"])
def test_no_page_chooser_offers_it_not_even_to_an_administrator(pages, who, request):
    client = request.getfixturevalue(who)
    root = Page.get_first_root_node().pk
    for address in (
        "/admin/choose-page/",
        f"/admin/choose-page/{root}/",
        "/admin/choose-page/search/?q=鲁0831行初",
        "/admin/choose-page/search/?q=县",
        "/admin/choose-page/search/?q=",
    ):
        response = client.get(address)
        assert response.status_code == 200
        assert shows_nothing(response)
    for page in pages:
        assert client.get(f"/admin/choose-page/{page.pk}/").status_code == 404


def test_a_stranger_in_the_admin_meets_it_nowhere(pages, stranger):
    case, unit_page, registry = pages
    for address in (
        "/admin/",
        "/admin/pages/",
        f"/admin/pages/{registry.pk}/",
        f"/admin/pages/{unit_page.pk}/",
        "/admin/pages/search/?q=987",
        "/admin/api/main/pages/?fields=*",
        f"/admin/api/main/pages/{case.pk}/",
        f"/admin/pages/{case.pk}/edit/",
        f"/admin/pages/{case.pk}/history/",
        f"/admin/pages/{case.pk}/usage/",
        f"/admin/pages/{case.pk}/copy/",
        f"/admin/pages/{case.pk}/move/",
        f"/admin/pages/{case.pk}/delete/",
        f"/admin/pages/{case.pk}/unpublish/",
        f"/admin/pages/{case.pk}/privacy/",
    ):
        assert shows_nothing(stranger.get(address, follow=True)), address


def test_who_uses_a_unit_is_not_kept(case):
    assert not ReferenceIndex.objects.filter(object_id=str(case.pk)).exists()
