"""axe-core finds nothing on any public page, whatever the width; and the keyboard alone is enough."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from pytest_django.fixtures import Settings

from tests.browser.conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

AXE = Axe()
# WCAG 2.2 to level AA, and best practices; the size of targets is a rule that axe leaves off by itself.
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    ("path", "status"),
    [("/", 200), ("/notice/", 200), ("/notice/#N4.4", 200), ("/no-such-page/", 404), ("/faulty/", 500)],
)
def test_axe_finds_nothing(visit: Open, settings: Settings, path: str, status: int, width: int) -> None:
    settings.ROOT_URLCONF = "tests.home.test_error_pages"
    page = visit(path, width, status=status)
    found = AXE.run(page, options=OPTIONS)
    assert found.violations_count == 0, found.generate_report()


def test_the_first_tab_offers_to_skip_to_the_content(visit: Open) -> None:
    page = visit("/notice/")
    page.keyboard.press("Tab")
    link = page.locator(".skip-link")
    assert link.evaluate("element => element === document.activeElement")
    assert link.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.breadcrumb') !== null")


def test_every_link_shows_that_it_has_the_focus(visit: Open) -> None:
    page = visit("/notice/")
    links = page.locator("a").count()
    for _ in range(links):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(({outlineStyle, outlineWidth}) => [outlineStyle, outlineWidth])"
            "(getComputedStyle(document.activeElement))"
        )
        assert style == ["solid", "3px"], page.evaluate("document.activeElement.outerHTML")


def test_links_of_menu_and_contents_are_large_enough_for_a_thumb(visit: Open) -> None:
    page = visit("/notice/", 360)
    for link in page.locator(".menu a").all():
        assert link.bounding_box()["height"] >= 60
    for link in page.locator(".contents a").all():
        assert link.bounding_box()["height"] >= 36


def test_screen_readers_meet_the_particulars_as_a_table(visit: Open) -> None:
    # The style sheet lays the rows out as boxes; that must not take the table's meaning from it.
    tree = visit("/notice/", 360).locator("table").aria_snapshot()
    assert tree.count("rowheader") == tree.count("- cell") == 4
