"""Pictures of every public page at three widths in var/screenshots/, and that nothing sticks out of them."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from tests.browser.conftest import WIDTHS, Open

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

PAGES = {
    "home": ("/", 200),
    "notice": ("/notice/", 200),
    "404": ("/no-such-page/", 404),
    "500": ("/faulty/", 500),
}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_its_window(
    visit: Open, screenshots: Path, settings: Settings, name: str, width: int
) -> None:
    settings.ROOT_URLCONF = "tests.home.test_error_pages"
    path, status = PAGES[name]
    page = visit(path, width, status=status)
    page.screenshot(path=screenshots / f"{name}-{width}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
