"""Search engines are told of the public pages, each by its canonical address, and of nothing else."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import path
from treebeard.mp_tree import MP_MoveHandler
from wagtail.models import Page, Site

from config.api import router
from config.public_pages import PUBLIC_PAGE_TYPES
from config.urls import urlpatterns as site_urlpatterns
from home.models import NoticePage, PublicPage
from litigation.models import CasePage
from tests.litigation.records import FULL, registered

pytestmark = pytest.mark.django_db

ADDRESSES = ["https://ying.example.cn/", "https://ying.example.cn/notice/"]
urlpatterns = [path("api/v2/", router.urls), *site_urlpatterns]


@pytest.fixture(autouse=True)
def address(settings: LazySettings) -> None:
    settings.SITE_URL = "https://ying.example.cn"


def sitemap(client: Client) -> list[str]:
    response = client.get("/sitemap.xml")
    assert response.status_code == 200
    tree = ElementTree.fromstring(response.content)  # noqa: S314  our own
    return [str(entry.text) for entry in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]


def test_the_sitemap_names_the_public_pages_under_their_canonical_addresses(client: Client) -> None:
    assert sitemap(client) == ADDRESSES


def test_every_public_page_type_is_listed_and_no_other() -> None:
    types = {model._meta.label for model in PublicPage.__subclasses__()}
    assert set(PUBLIC_PAGE_TYPES) == types


def test_a_case_is_not_in_it_wherever_it_stands(client: Client) -> None:
    case = registered(FULL)
    assert sitemap(client) == ADDRESSES
    home = Site.objects.get(is_default_site=True).root_page
    MP_MoveHandler(Page.objects.get(pk=case.pk), home, "last-child").process()
    assert Page.objects.get(pk=case.pk).is_descendant_of(home)
    assert CasePage.objects.get(pk=case.pk).live
    assert sitemap(client) == ADDRESSES


def test_neither_a_plain_page_nor_a_withdrawn_one_is_in_it(client: Client) -> None:
    home = Site.objects.get(is_default_site=True).root_page
    home.add_child(instance=Page(title="Plain", slug="plain"))
    assert sitemap(client) == ADDRESSES
    NoticePage.objects.update(live=False)
    assert sitemap(client) == ADDRESSES[:1]


def test_robots_are_kept_out_of_the_admin_and_shown_the_sitemap(client: Client) -> None:
    response = client.get("/robots.txt")
    assert (response.status_code, response["Content-Type"]) == (200, "text/plain; charset=utf-8")
    lines = response.content.decode().splitlines()
    assert {"User-agent: *", "Disallow: /admin/", "Disallow: /documents/"} <= set(lines)
    assert "Sitemap: https://ying.example.cn/sitemap.xml" in lines


def test_the_api_has_no_address_and_would_serve_the_public_pages_alone(
    client: Client, settings: LazySettings
) -> None:
    registered(FULL)
    assert client.get("/api/v2/pages/").status_code == 404
    settings.ROOT_URLCONF = __name__
    found = client.get("/api/v2/pages/").json()["items"]
    assert sorted(item["meta"]["type"] for item in found) == sorted(PUBLIC_PAGE_TYPES)
