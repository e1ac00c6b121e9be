"""Runs the commands of the assessment in the tests: in this process, or each in one of its own with its own database."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from django.core.management import CommandError, call_command

from tests.running_commands import without_progress

ROOT = Path(__file__).parents[2]


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str

    def document(self) -> dict[str, Any]:
        """Standard output as the one JSON document that it must be."""
        found: dict[str, Any] = json.loads(self.out)
        return found


def run(command: str, *arguments: object) -> Ended:
    """The command in this process, on the database of the test."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command(command, *map(str, arguments), stdout=out, stderr=err)
    except SystemExit as ended:
        return Ended(int(ended.code or 0), out.getvalue(), without_progress(err.getvalue()))
    except CommandError as error:
        return Ended(error.returncode, out.getvalue(), without_progress(err.getvalue()) + str(error))
    return Ended(0, out.getvalue(), without_progress(err.getvalue()))


class Site:
    """A database file of its own, and real processes that work on it."""

    def __init__(self, database: Path) -> None:
        self._environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings.dev",
            "DATABASE_URL": f"sqlite:///{database}",
            "SECRET_KEY": "of a test",
        }

    def run(self, *arguments: object, environment: Mapping[str, str] | None = None) -> Ended:
        """`manage.py` with these arguments, as a person would call it."""
        command: Sequence[str] = [sys.executable, str(ROOT / "manage.py"), *map(str, arguments)]
        ended = subprocess.run(
            command,
            capture_output=True,
            check=False,
            cwd=ROOT,
            env={**self._environment, **(environment or {})},
        )
        return Ended(ended.returncode, ended.stdout.decode(), without_progress(ended.stderr.decode()))
