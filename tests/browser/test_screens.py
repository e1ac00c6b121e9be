"""The screens of the supervision in a browser: without a fault that axe knows, at any width, with the keyboard alone.

They are looked at on a site of their own, a real process with the demo register: its rows are never deleted, so they must
not stand in the database of other tests.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.accountability.running import ROOT, Site
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

AXE = Axe()
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}
PASSWORD = "only for this test"
PATIENCE = 60

SCREENS = {
    "cases": "cases/",
    "no-cases": "cases/?q=nothing+like+it",
    "findings": "findings/",
    "bad-filter": "findings/?category=10",
    "case": "case/C2020-02/",
    "unit": "unit/XZF/",
    "categories": "categories/",
}
WIDTHS = (360, 1280)

Look = Callable[..., Page]


@pytest.fixture(scope="module")
def site_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site with the demo register runs."""
    database = tmp_path_factory.mktemp("screens") / "site.sqlite3"
    site = Site(database)
    for command in (("migrate", "--verbosity", "0"), ("prepare_demo",), ("ensure_admin",)):
        ended = site.run(*command, environment={"ADMIN_PASSWORD": PASSWORD})
        assert ended.code == 0, ended.err
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DATABASE_URL": f"sqlite:///{database}",
        "SECRET_KEY": "of a test",
        "LOG_LEVEL": "ERROR",
    }
    command = [sys.executable, str(ROOT / "manage.py"), "runserver", f"127.0.0.1:{port}", "--noreload"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as server:
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait_for(port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except ConnectionError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError("the site does not answer")


@pytest.fixture(scope="module")
def logged_in(chromium: Browser, site_address: str) -> Any:
    """The cookies of somebody who is logged in."""
    context = chromium.new_context(base_url=site_address)
    page = context.new_page()
    page.goto("/admin/login/")
    page.fill("[name=username]", "admin")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/admin/")
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def look(visit: Open, logged_in: Any) -> Look:
    """Opens a screen in a window so high that all of it is there, waiting for Wagtail's scripts."""

    def opened(path: str, width: int = 1280, height: int = 3000) -> Page:
        page = visit(f"/admin/supervision/{path}", width, height, storage_state=logged_in)
        page.wait_for_load_state("networkidle")
        return page

    return opened


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", SCREENS)
def test_axe_finds_nothing_on_a_screen(look: Look, name: str, width: int) -> None:
    page = look(SCREENS[name], width)
    page.evaluate("document.querySelectorAll('main details').forEach(details => details.open = true)")
    found = AXE.run(page, options=OPTIONS)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_fits_its_window(look: Look, screenshots: Path, name: str, width: int) -> None:
    page = look(SCREENS[name], width)
    page.screenshot(path=screenshots / f"screen-{name}-{width}.png", full_page=True)
    page.evaluate("document.querySelectorAll('main details').forEach(details => details.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    wide = "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1"
    # Wagtail cuts its own header off; the table of counts may be pushed aside, with a shade that says so.
    inside = " && !e.closest('header, .counts, .w-sr-only, svg, template'))"
    assert page.evaluate(f"{wide}{inside}.map(e => e.outerHTML.slice(0, 90))") == []


@pytest.mark.parametrize("path", ["case/C2020-02/", "unit/XZF/", "findings/"])
def test_what_is_told_on_request_opens_by_the_keyboard(look: Look, path: str) -> None:
    page = look(path)
    summary = page.locator("main details.more > summary").first
    assert summary.evaluate("element => !element.parentElement.open")
    summary.focus()
    page.keyboard.press("Enter")
    assert summary.evaluate("element => element.parentElement.open")
    assert summary.evaluate("element => getComputedStyle(element).outlineStyle") != "none"
    page.keyboard.press("Space")
    assert summary.evaluate("element => !element.parentElement.open")


def test_a_filter_chosen_by_hand_narrows_the_list_and_stays_in_the_address(look: Look) -> None:
    page = look("findings/", height=900)
    before = page.locator("table.listing tbody tr").count()
    page.get_by_role("button", name="显示过滤器").click()
    page.get_by_role("button", name="结果", exact=True).click()
    page.get_by_label("线索", exact=True).check()
    page.wait_for_url("**outcome=lead**")
    page.wait_for_function(f"document.querySelectorAll('table.listing tbody tr').length < {before}")
    words = page.locator("table.listing tbody .light__word").all_inner_texts()
    assert set(words) == {"线索"}
    page.reload()
    assert page.locator("table.listing tbody tr").count() == len(words)


def test_a_search_for_a_docket_number_narrows_the_list(look: Look) -> None:
    page = look("cases/", height=900)
    page.get_by_placeholder("案号或者编号").fill("初13号")
    page.wait_for_url("**q=**")
    page.wait_for_function("document.querySelectorAll('table.listing tbody tr').length < 10")
    assert all("初13号" in docket for docket in page.locator("td.title .docket").all_inner_texts())


def test_a_light_leads_to_its_findings_and_a_finding_to_its_place_on_the_case(look: Look) -> None:
    page = look("cases/?light=red", height=900)
    page.locator("td.light-cell a").first.click()
    page.wait_for_url("**/findings/?case=**")
    link = page.locator(".finding-cell a").first
    anchor = link.get_attribute("href").partition("#")[2]
    link.click()
    page.wait_for_url(f"**#{anchor}")
    box = page.locator(f"#{anchor}").bounding_box()
    assert 0 <= box["y"] < 900


def test_cards_on_a_phone_are_still_a_table_to_a_screen_reader(look: Look) -> None:
    tree = look("cases/?unit=XZF", 360).locator("table.listing").aria_snapshot()
    assert "- columnheader" in tree
    assert "- row" in tree
    assert "- cell" in tree


def test_each_cell_of_a_card_says_what_it_is(look: Look) -> None:
    page = look("cases/?unit=XZF", 360)
    said = page.locator("table.listing tbody tr").first.locator("td[data-label]")
    labels = [
        cell.evaluate("element => getComputedStyle(element, '::before').content") for cell in said.all()
    ]
    assert labels == ['"单位"', '"案由"', '"审级"', '"下一到期日"']
