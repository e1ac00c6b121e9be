"""Runs a command of the project as a terminal would, in this process: exit code, standard output, standard error."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from django.core.management import get_commands, load_command_class
from django.core.management.base import BaseCommand
from django.db import connections

APPS = ("litigation", "accountability", "home")


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


def without_progress(text: str) -> str:
    """Standard error without the lines that a command writes once it has taken two seconds: how long depends on the machine."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("…"))


def own_commands() -> dict[str, BaseCommand]:
    """The commands of our apps by name."""
    return {
        name: load_command_class(app, name) for name, app in sorted(get_commands().items()) if app in APPS
    }


def terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: object
) -> Ended:
    """``manage.py`` with these arguments; wrong usage ends it as it would end a process."""
    capsys.readouterr()
    # A process closes its connection at the end; here it is the test's.
    monkeypatch.setattr(connections, "close_all", lambda: None)
    name, *rest = map(str, arguments)
    command = own_commands()[name]
    try:
        command.run_from_argv(["manage.py", name, *rest])
    except SystemExit as ended:
        return Ended(int(ended.code or 0), *capsys.readouterr())
    return Ended(0, *capsys.readouterr())
