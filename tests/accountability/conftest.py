"""A site of its own for tests that start real processes; migrating takes long, so it is done once and copied."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

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
