"""Pages for status 404 and 500: they look like the site, and the second one needs nothing that may be broken."""

import pytest
from bs4 import BeautifulSoup
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from config.urls import urlpatterns as site_urlpatterns
from tests.home.parsed import visited

pytestmark = pytest.mark.django_db


def faulty(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a secret of the inside")


urlpatterns = [path("faulty/", faulty), *site_urlpatterns]


@pytest.fixture
def fault() -> BeautifulSoup:
    with override_settings(ROOT_URLCONF=__name__):
        return visited(Client(raise_request_exception=False), "/faulty/", status=500)


def test_an_address_without_page_is_answered_in_the_sites_frame(client):
    document = visited(client, "/no-such-page/", status=404)
    assert document.select_one(".message-code").get_text() == "404"
    assert len(document.find_all("h1")) == 1
    assert [link["href"] for link in document.select(".menu a")] == ["/", "/notice/"]
    assert document.select_one("main a.button")["href"] == "/"


def test_a_404_does_not_repeat_the_address(client):
    document = visited(client, "/<b>zetamarker</b>/", status=404)
    assert "zetamarker" not in document.get_text()


def test_a_fault_is_answered_in_the_same_look_and_tells_nothing(fault):
    assert fault.select_one(".message-code").get_text() == "500"
    assert "secret" not in fault.get_text()
    assert fault.select_one("link[rel=stylesheet]")["href"] == "/static/home/site.css"
    assert [link["href"] for link in fault.select(".menu a")] == ["/"]


@override_settings(ROOT_URLCONF=__name__)
def test_a_fault_is_answered_without_the_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        Client(raise_request_exception=False).get("/faulty/")


def test_both_have_no_script_no_inline_style_and_no_empty_tag(client, fault):
    for document in (fault, visited(client, "/no-such-page/", status=404)):
        assert not document.find_all(["script", "style"])
        assert not document.find_all(style=True)
        assert document.title.get_text(strip=True)
        assert all(tag["content"] for tag in document.find_all("meta", attrs={"name": True}))
        assert document.select_one("link[rel=canonical]") is None
