"""A running site and a Chromium to look at it with.

Tests here are marked ``browser`` and ``django_db``: the server's threads read what ``migrate`` has committed, and a
test that only looks needs no flush, so triggers and rows of other tests are safe. What such a test itself writes stays
in its own transaction, where the server does not see it; a browser test that writes takes ``transactional_db``.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright
from pytest_django.live_server_helper import LiveServer

from bootstrap import browser

SCREENSHOTS = Path(__file__).resolve().parents[2] / "var" / "screenshots"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTHS = (360, 768, 1280)

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def site_address(django_db_setup: None) -> Iterator[str]:
    """Where the site runs: threads of this process, on the test database."""
    server = LiveServer("127.0.0.1")
    yield server.url
    server.stop()


@pytest.fixture(scope="module")
def chromium(site_address: str) -> Iterator[Browser]:
    """The machine's own Chromium. It ends with the module, so that no other test runs inside Playwright's loop."""
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        # While Playwright runs, Django takes this thread for an asynchronous one and refuses it the database.
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        running = playwright.chromium.launch(executable_path=browser.find(), args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def visit(chromium: Browser, site_address: str) -> Iterator[Open]:
    """Opens an address of the site in a window of its own; at the end no page may have complained on its console."""
    contexts, complaints = [], []

    def said(page: Page, message: ConsoleMessage) -> None:
        # A page's own status 404 or 500 is reported there too; that one was asked for.
        own_status = "responded with a status of" in message.text and message.location["url"] == page.url
        if not own_status:
            complaints.append(f"{page.url}: {message.text}")

    def failed(request: Request) -> None:
        # A page that is left breaks off what it was still loading.
        if request.failure != "net::ERR_ABORTED":
            complaints.append(f"{request.url}: {request.failure}")

    def opened(path: str, width: int = 1280, height: int = 900, status: int = 200, **options) -> Page:
        window = {"viewport": {"width": width, "height": height}, "locale": "zh-CN", "base_url": site_address}
        # Without smooth scrolling, so that a place is reached when the page has loaded.
        context = chromium.new_context(**window, reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said(page, message))
        page.on("pageerror", lambda error: complaints.append(f"{path}: {error}"))
        page.on("requestfailed", failed)
        response = page.goto(path)
        assert response is not None
        assert response.status == status
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def screenshots() -> Path:
    """The folder for pictures to be looked at by people; git does not see it."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    return SCREENSHOTS
