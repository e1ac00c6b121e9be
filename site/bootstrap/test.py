"""`make test`: lint, every test on SQLite, the database tests again on PostgreSQL, and one summary."""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bootstrap import browser, lint, progress, virtual_environment
from bootstrap.checkout import ROOT

Report = dict[str, Any]


def main() -> None:
    """Run everything, print the summary, exit non-zero if any part failed."""
    started = time.monotonic()
    python = virtual_environment.ensure(development=True)
    failed_checks = lint.failures(python)
    progress.say("-- Compiling the translations")
    compiled = progress.run([python, "-m", "bootstrap.catalogue", "compile"], cwd=ROOT) == 0

    progress.say("-- All tests on SQLite")
    sqlite = run_tests(python, {"TEST_DATABASE_URL": ""}, [])
    server = find_postgres(python)
    postgres = None
    if server["url"]:
        progress.say(f"-- The database tests again on PostgreSQL {server['version']}")
        postgres = run_tests(python, {"TEST_DATABASE_URL": server["url"]}, ["--only-database"])

    progress.say("\n== Summary")
    progress.say(f"Lint         {'failed: ' + ', '.join(failed_checks) if failed_checks else 'clean'}")
    progress.say(f"SQLite       {sqlite_version(python)}: {counts(sqlite)}")
    if postgres is None:
        progress.say(f"PostgreSQL   not run: {server['reason']}")
    else:
        progress.say(f"PostgreSQL   {server['version']}: {counts(postgres)}")
    progress.say(f"Browser      {browser.describe()}")
    for reason, number in skipped(sqlite, postgres):
        progress.say(f"Skipped      {number} × {reason}")
    progress.say(f"Time         {time.monotonic() - started:.0f} s")

    # A server that was named and does not answer is a failure; one that merely is not there is not.
    unreachable = server["url"] is None and bool(os.environ.get("TEST_POSTGRES_URL"))
    runs = [report for report in (sqlite, postgres) if report is not None]
    if failed_checks or not compiled or unreachable or any(report["exit"] != 0 for report in runs):
        sys.exit("FAILED")
    progress.say("PASSED")


def run_tests(python: Path, variables: dict[str, str], options: list[str]) -> Report:
    """Run pytest in the checkout; return its exit code with the numbers that tests/conftest.py wrote down."""
    with tempfile.TemporaryDirectory(prefix="yingsu-report-") as folder:
        report = Path(folder) / "report.json"
        command: list[str | Path] = [python, "-m", "pytest", f"--report-to={report}", *workers(), *options]
        code = progress.run(command, cwd=ROOT, env={**os.environ, **variables})
        numbers: Report = json.loads(report.read_text()) if report.exists() else {}
    return {"exit": code, **numbers}


def workers() -> list[str]:
    """Return how many processes share the tests: TEST_WORKERS, else one per core and at most four."""
    number = os.environ.get("TEST_WORKERS") or str(min(os.cpu_count() or 1, 4))
    # By file: tests of one module share what is slow to build.
    return [] if number in ("0", "1") else ["-n", number, "--dist", "loadfile"]


def find_postgres(python: Path) -> Report:
    """Return {'url', 'version'} of a usable server, or {'url': None, 'reason'}."""
    answer = subprocess.run(
        [python, "-m", "bootstrap.postgres"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found: Report = json.loads(answer.stdout)
    return found


def sqlite_version(python: Path) -> str:
    """Return the version of the SQLite library that the Python of .venv is linked with."""
    code = "import sqlite3; print(sqlite3.sqlite_version)"
    answer = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    return answer.stdout.strip() or sqlite3.sqlite_version


def counts(report: Report) -> str:
    """Return '120 passed, 3 skipped' in pytest's order, or that the run broke off."""
    parts = [f"{report[key]} {key}" for key in ("failed", "errors", "passed", "skipped") if report.get(key)]
    return ", ".join(parts) or f"no test was run (pytest ended with {report['exit']})"


def skipped(*reports: Report | None) -> list[tuple[str, int]]:
    """Return each reason for skipping with the number of tests, over both databases."""
    total: dict[str, int] = {}
    for report in reports:
        for reason, number in (report or {}).get("reasons", {}).items():
            total[reason] = total.get(reason, 0) + number
    return sorted(total.items())


if __name__ == "__main__":
    main()
