"""A site of its own for tests that start real processes; migrating takes long, so it is done once and copied."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.accountability.running import Site


@pytest.fixture(scope="session")
def migrated_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file right after `migrate`."""
    path = tmp_path_factory.mktemp("migrated") / "site.sqlite3"
    ended = Site(path).run("migrate", "--verbosity", "0")
    assert ended.code == 0, ended.err
    return path


@pytest.fixture
def site(migrated_database: Path, tmp_path: Path) -> Site:
    """An empty site, on a copy of that file."""
    path = tmp_path / "site.sqlite3"
    shutil.copy(migrated_database, path)
    return Site(path)


@pytest.fixture
def commit(django_capture_on_commit_callbacks: Any) -> Callable[[], Any]:
    """What is written within is committed at its end, and what follows a commit happens."""

    def begin() -> Any:
        # A test is one transaction: what it wrote before counts as committed, with what followed.
        connection.run_on_commit.clear()
        return django_capture_on_commit_callbacks(execute=True)

    return begin
