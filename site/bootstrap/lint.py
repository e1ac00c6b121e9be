"""`make lint`: every check that needs no test run. All of them run, the summary names those that failed."""

import os
import sys
import time
from pathlib import Path

from bootstrap import progress, virtual_environment
from bootstrap.checkout import ROOT

CHECKS: tuple[tuple[str, list[str]], ...] = (
    ("ruff: rules", ["-m", "ruff", "check", "."]),
    ("ruff: format", ["-m", "ruff", "format", "--check", "."]),
    (
        "imports between layers",
        ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
    ),
    ("templates", ["-m", "djlint", "templates", "--lint", "--quiet"]),
    ("system checks", ["manage.py", "check", "--fail-level", "WARNING"]),
    ("missing migrations", ["manage.py", "makemigrations", "--check", "--dry-run"]),
    ("the law folder", ["manage.py", "check_law"]),
    ("untranslated strings", ["-m", "bootstrap.untranslated"]),
    ("types", ["-m", "mypy"]),
)


def failures(python: Path) -> list[str]:
    """Run every check with `python`, each under a heading; return the names of those that failed."""
    # The test settings: the checks must not depend on the data, or the variables, of the person who runs them.
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.test"}
    failed = []
    for name, command in CHECKS:
        progress.say(f"-- {name}")
        started = time.monotonic()
        if progress.run([python, *command], cwd=ROOT, env=env, what=name):
            failed.append(name)
            progress.say(f"   FAILED after {time.monotonic() - started:.0f} s")
    return failed


if __name__ == "__main__":
    failed = failures(virtual_environment.ensure(development=True))
    if failed:
        sys.exit(f"Lint failed: {', '.join(failed)}")
    progress.say("Lint is clean.")
