"""Where tests write, which of them run on which database, and the numbers for the summary of `make test`."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings
from django.test import TransactionTestCase

from bootstrap import browser
from config.catalogues import compile_stale

DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup", "live_server", "admin_client", "admin_user"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the two options that bootstrap.test passes."""
    group = parser.getgroup("yingsu")
    group.addoption("--only-database", action="store_true", help="only tests on a database, without browser")
    group.addoption("--report-to", metavar="FILE", help="write the numbers of this run to FILE as JSON")


def pytest_configure() -> None:
    """Make the folder of this process into which the settings send every file; compile translations that have changed."""
    settings.FILES.mkdir(mode=0o700)
    compile_stale()


def pytest_unconfigure() -> None:
    """Take that folder away again."""
    shutil.rmtree(settings.FILES, ignore_errors=True)


def pytest_report_header() -> list[str]:
    """Say in pytest's first lines what this run stands on."""
    engine = settings.DATABASES["default"]["ENGINE"].rsplit(".", 1)[-1]
    return [f"database: {engine}", f"browser: {browser.find() or 'none'}"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what --only-database does not ask for; skip browser tests, with a reason, where no browser is."""
    if config.getoption("only_database"):
        left_out = [item for item in items if not _uses_database(item) or item.get_closest_marker("browser")]
        config.hook.pytest_deselected(items=left_out)
        gone = set(left_out)
        items[:] = [item for item in items if item not in gone]
    if browser.find() is None:
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


def _uses_database(item: pytest.Item) -> bool:
    if item.get_closest_marker("django_db"):
        return True
    owner = getattr(item, "cls", None)
    if isinstance(owner, type) and issubclass(owner, TransactionTestCase):
        return True
    return bool(DATABASE_FIXTURES & set(getattr(item, "fixturenames", ())))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config
) -> None:
    """Write the numbers of the run for bootstrap.test. With several workers this runs once, in their controller."""
    target = config.getoption("report_to")
    if not target:
        return
    stats = terminalreporter.stats
    reasons = Counter(_reason(report) for report in stats.get("skipped", []))
    numbers = {
        "failed": len(stats.get("failed", [])),
        "errors": len(stats.get("error", [])),
        "passed": len(stats.get("passed", [])),
        "skipped": len(stats.get("skipped", [])),
        "reasons": dict(reasons),
    }
    Path(target).write_text(json.dumps(numbers), encoding="utf-8")


def _reason(report: pytest.TestReport) -> str:
    where = report.longrepr
    text = where[2] if isinstance(where, tuple) else str(where)
    return str(text).removeprefix("Skipped: ")
