"""Databases of a benchmark's own: made, brought back to an earlier state, and dropped. No other database is touched."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "var" / "bench"
SETTINGS = "tests.benchmarks.settings"
#: In the names of all databases of one run, whichever of its processes makes them.
MARK = os.environ.setdefault("BENCH_MARK", str(os.getpid()))


class Scratch(Protocol):
    """The database at ``url``; ``keep`` remembers its state, ``restore`` brings it back as often as asked for."""

    url: str

    def keep(self) -> None: ...

    def restore(self) -> None: ...

    def server_time(self) -> float: ...

    def version(self) -> str: ...


@contextmanager
def scratch(address: str, like: str = "") -> Iterator[Scratch]:
    """A new database: an SQLite file for ``sqlite…``, else one on the PostgreSQL server that has ``address``.

    Empty, or a copy of the scratch database at the URL ``like``, to which nobody may be connected.
    """
    database = SqliteScratch(like) if address.startswith("sqlite") else PostgresScratch(address, like)
    try:
        yield database
    finally:
        _close()
        database.drop()


def start_django(url: str) -> None:
    """Django, on the scratch database at ``url``."""
    import django

    os.environ |= {"BENCH_DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": SETTINGS}
    django.setup()


class SqliteScratch:
    """A file on the disk. Its options are those of a real site."""

    def __init__(self, like: str = "") -> None:
        FOLDER.mkdir(parents=True, exist_ok=True)
        self._folder = Path(tempfile.mkdtemp(prefix=f"scratch-{MARK}-", dir=FOLDER))
        self._file, self._kept = self._folder / "scratch.sqlite3", self._folder / "kept.sqlite3"
        self.url = f"sqlite:///{self._file}"
        if like:
            source = Path(like.removeprefix("sqlite:///"))
            _settle(source)
            shutil.copy(source, self._file)

    def keep(self) -> None:
        _close()
        _settle(self._file, "ANALYZE")
        shutil.copy(self._file, self._kept)

    def restore(self) -> None:
        _close()
        for suffix in ("-wal", "-shm"):
            self._file.with_name(self._file.name + suffix).unlink(missing_ok=True)
        shutil.copy(self._kept, self._file)
        _open()

    def drop(self) -> None:
        shutil.rmtree(self._folder)

    def server_time(self) -> float:
        return 0.0  # SQLite works in this process

    def version(self) -> str:
        return f"SQLite {sqlite3.sqlite_version}"


class PostgresScratch:
    """A database on a server; the role must be allowed to create some. ``address`` names any other database there."""

    _made = 0

    def __init__(self, address: str, like: str = "") -> None:
        self._address = address
        PostgresScratch._made += 1
        self._name = f"yingsu_bench_{MARK}_{os.getpid()}_{PostgresScratch._made}"
        self.url = urlunsplit(urlsplit(address)._replace(path=f"/{self._name}"))
        source = urlsplit(like).path.removeprefix("/") if like else "template1"
        self._ask(f'CREATE DATABASE "{self._name}" TEMPLATE "{source}"')

    def keep(self) -> None:
        _close()
        _ask(self.url, "VACUUM ANALYZE")
        self._ask(f'DROP DATABASE IF EXISTS "{self._name}_kept"')
        self._ask(f'CREATE DATABASE "{self._name}_kept" TEMPLATE "{self._name}"')

    def restore(self) -> None:
        _close()
        self._ask(f'DROP DATABASE "{self._name}"')
        self._ask(f'CREATE DATABASE "{self._name}" TEMPLATE "{self._name}_kept"')
        # The pages of the copy are written out now, and not while somebody is timed.
        self._ask("CHECKPOINT")
        _open()

    def drop(self) -> None:
        for name in (self._name, f"{self._name}_kept"):
            self._ask(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def server_time(self) -> float:
        return server_time_at()

    def version(self) -> str:
        import psycopg

        with psycopg.connect(self.url) as connection:
            number = connection.info.server_version
        return f"PostgreSQL {number // 10000}.{number % 10000}"

    def _ask(self, statement: str) -> None:
        _ask(self._address, statement)


def sweep(address: str) -> None:
    """Drop what processes of this run left behind that were ended from outside."""
    for folder in FOLDER.glob(f"scratch-{MARK}-*"):
        shutil.rmtree(folder, ignore_errors=True)
    if address.startswith("sqlite"):
        return
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        left = connection.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [f"yingsu_bench_{MARK}_"]
        ).fetchall()
        for (name,) in left:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')  # type: ignore[arg-type]


def sees_server(address: str) -> bool:
    """Whether this machine can tell how much processor time the database at ``address`` spends."""
    if address.startswith("sqlite"):
        return True
    import psycopg

    with psycopg.connect(address) as connection:
        process = connection.info.backend_pid
        try:
            # The same number on another machine, or in another container, is another process.
            return (
                Path(f"/proc/{process}/comm").read_text().startswith("postgres") and _seconds_of(process) > 0
            )
        except (OSError, ValueError, IndexError):
            return False


def server_time_at() -> float:
    """Seconds that the server process of Django's connection has spent; 0 where there is none, or none to be seen."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return 0.0
    connection.ensure_connection()
    try:
        return _seconds_of(connection.connection.info.backend_pid)
    except OSError:
        return 0.0


def _seconds_of(process: int) -> float:
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e9


def _ask(address: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[arg-type]


def _settle(file: Path, *statements: str) -> None:
    """Everything into the file itself, nothing left in its log."""
    with closing(sqlite3.connect(file)) as connection:
        for statement in (*statements, "PRAGMA wal_checkpoint(TRUNCATE)"):
            connection.execute(statement)
        connection.commit()


def _close() -> None:
    from django.apps import apps

    if apps.ready:
        from django.db import connections

        connections.close_all()


def _open() -> None:
    from django.apps import apps

    if apps.ready:
        from django.db import connection

        connection.ensure_connection()
