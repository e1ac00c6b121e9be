"""On paper the notice is an official document: A4, its type area, its page numbers, and nothing of the site."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

MM = 72 / 25.4
TYPE_AREA = 156 / 25.4 * 96


@pytest.fixture
def page(visit: Open) -> Page:
    # As wide as the type area, so that lines break as on the sheet.
    page = visit("/notice/#N4.4", round(TYPE_AREA))
    page.emulate_media(media="print")
    return page


def test_it_is_printed_on_a4(page: Page, screenshots) -> None:
    pdf = page.pdf(path=screenshots / "notice.pdf", prefer_css_page_size=True)
    sheets = re.findall(rb"/MediaBox \[([\d. ]+)\]", pdf)
    assert 5 <= len(sheets) <= 10
    for sheet in sheets:
        width, height = map(float, sheet.split()[2:])
        assert width == pytest.approx(210 * MM, abs=1)
        assert height == pytest.approx(297 * MM, abs=1)


def test_nothing_of_the_site_is_printed(page: Page) -> None:
    for selector in (
        ".masthead",
        ".breadcrumb",
        ".contents",
        ".particulars",
        ".site-footer",
        ".notice-remark",
    ):
        assert page.locator(selector).is_hidden(), selector
    assert page.locator("h1").is_visible()
    assert page.locator(".copies").is_visible()


def test_a_line_has_28_characters_of_size_3_at_the_pitch_of_the_standard(page: Page) -> None:
    style = page.locator('[id="N4.4"]').evaluate(
        "element => [getComputedStyle(element).fontSize, getComputedStyle(element).lineHeight]"
    )
    size, pitch = (float(value.removesuffix("px")) * 72 / 96 for value in style)
    assert size == pytest.approx(15.75, abs=0.05)
    assert pitch == pytest.approx(29.6, abs=0.1)
    assert 28 <= TYPE_AREA * 72 / 96 / size < 29


def test_the_opinions_begin_on_a_new_page_and_the_marked_clause_is_not_marked(page: Page) -> None:
    breaks = page.locator(".opinions > h2").evaluate("element => getComputedStyle(element).breakBefore")
    assert breaks == "page"
    shadow = page.locator('[id="N4.4"]').evaluate("element => getComputedStyle(element).boxShadow")
    assert shadow == "none"
