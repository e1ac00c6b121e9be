"""Reading the notice on screen: lines, type and places as designed, at every width and without JavaScript."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import WIDTHS, Open

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

STYLE = "(element, name) => getComputedStyle(element)[name]"


def em_of(page: Page, selector: str) -> float:
    return float(page.locator(selector).first.evaluate(STYLE, "fontSize").removesuffix("px"))


@pytest.mark.parametrize("width", WIDTHS)
def test_type_is_18_px_and_a_line_has_38_characters_at_most(visit: Open, width: int) -> None:
    page = visit("/notice/", width)
    paragraph = page.locator('[id="N4.4"]')
    assert em_of(page, '[id="N4.4"]') == 18
    assert paragraph.evaluate(STYLE, "lineHeight") == "31.5px"
    assert paragraph.evaluate(STYLE, "textIndent") == "36px"
    assert paragraph.bounding_box()["width"] <= 38 * 18


@pytest.mark.parametrize(("width", "type_size"), [(320, 18), (360, 30), (768, 30)])
def test_nothing_sticks_out_of_a_narrow_window_or_with_large_type(
    visit: Open, width: int, type_size: int
) -> None:
    page = visit("/notice/", width)
    page.evaluate(f"document.documentElement.style.fontSize = '{type_size}px'")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for cell in page.locator("table.particulars td, .contents a, h1 span").all():
        box = cell.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


def test_the_contents_stand_beside_the_text_where_there_is_room(visit: Open) -> None:
    wide, narrow = visit("/notice/", 1280), visit("/notice/", 768)
    assert (
        wide.locator(".contents").bounding_box()["x"] > wide.locator(".notice-text").bounding_box()["x"] + 600
    )
    box = narrow.locator(".contents").bounding_box()
    assert box["y"] + box["height"] <= narrow.locator(".notice-text").bounding_box()["y"]


def test_the_contents_stay_in_sight_while_one_reads(visit: Open) -> None:
    page = visit("/notice/#N6.9")
    assert 0 <= page.locator(".contents").bounding_box()["y"] < 100


@pytest.mark.parametrize("clause", ["N0.0", "N1.0", "N4.4", "N5.3", "N6.9", "N7", "N8.2"])
def test_an_address_with_a_clause_leads_to_it_and_marks_it(visit: Open, clause: str) -> None:
    page = visit(f"/notice/#{clause}")
    target = page.locator(f'[id="{clause}"]')
    box = target.bounding_box()
    assert 0 <= box["y"] < 900
    assert target.evaluate(STYLE, "boxShadow") != "none"
    assert page.locator('[id="N2.1"]').evaluate(STYLE, "boxShadow") == "none"


def test_signature_and_date_stand_as_on_paper(visit: Open) -> None:
    page = visit("/notice/")
    text, signature, date = (
        page.locator(selector).bounding_box() for selector in (".recipients", '[id="C.4"]', '[id="C.5"] time')
    )
    # Two characters from the right; the date begins two characters after the signature.
    assert text["x"] + text["width"] - (signature["x"] + signature["width"]) == pytest.approx(36, abs=2)
    assert date["x"] - signature["x"] == pytest.approx(36, abs=2)


def test_the_colours_are_those_of_the_house(visit: Open) -> None:
    page = visit("/notice/")
    assert page.locator(".masthead").evaluate(STYLE, "backgroundColor") == "rgb(11, 78, 162)"
    assert page.locator("body").evaluate(STYLE, "color") == "rgb(31, 35, 40)"
    assert page.locator("h1").evaluate(STYLE, "borderBottomColor") == "rgb(200, 16, 46)"
    reds = (
        "[...document.querySelectorAll('*')].filter(e => ['color', 'backgroundColor', 'borderTopColor', "
        "'borderBottomColor'].some(p => getComputedStyle(e)[p] === 'rgb(200, 16, 46)')).map(e => e.tagName)"
    )
    assert page.evaluate(reds) == ["H1"]


def test_it_works_without_javascript(visit: Open) -> None:
    page = visit("/notice/", java_script_enabled=False)
    page.locator(".contents a").nth(5).click()
    assert page.url.endswith("#N6")
    page.locator(".menu a").first.click()
    page.locator(".document-card h2 a").click()
    assert page.url.endswith("/notice/")


def test_nothing_is_loaded_from_elsewhere(visit: Open, site_address: str) -> None:
    page = visit("/")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto("/notice/")
    assert len(requests) >= 2  # the page and its own style sheet; the rest is cached
    assert all(address.startswith(site_address) for address in requests)
