"""Writes a whole database as a site of today would leave it behind, named after the last migrations that touched it.

    PYTHONPATH=site python -m tests.upgrades.write [litigation=0001 accountability=0001]

Run it once after a migration that changes what is stored. The apps and migrations named are migrated back to before the
database is put away: rows then are as that state of the tables kept them. A file that is there is never written again.
"""

from __future__ import annotations

import gzip
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from msgspec.structs import replace

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).parent
DEMO = ROOT / "litigation" / "bundle" / "demo"
#: As of these two days the register is assessed and stored; between them a case is changed and another one filed.
FIRST_DAY, SECOND_DAY = "2021-06-30", "2021-07-31"
APPS = ("litigation", "accountability")


def main(back_to: dict[str, str]) -> None:
    """Fill a database by the commands alone, migrate it back and pack it."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        database = folder / "site.sqlite3"
        manage(database, "migrate", "--verbosity", "0")
        for number, text in enumerate(bundles(), start=1):
            (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
        demo = [DEMO / name for name in ("01-units.yaml", "02-annual-reports.yaml", "03-2020.yaml")]
        manage(database, "import_bundle", *demo, folder / "1.yaml")
        manage(database, "assess", "--store", "--as-of", FIRST_DAY)
        manage(database, "import_bundle", folder / "2.yaml")
        manage(database, "assess", "--store", "--as-of", SECOND_DAY)
        register = manage(database, "export_bundle", "--format", "json")
        # Against the flow: what depends on an app is taken back before it.
        for app in reversed(APPS):
            if app in back_to:
                manage(database, "migrate", app, back_to[app], "--verbosity", "0")
        pack(database, register)


def bundles() -> tuple[str, str]:
    """The cast of tests.litigation.records, and what became of one of its cases."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    django.setup()
    from litigation.bundle import to_yaml
    from tests.litigation.records import BARE, FULL, HOLLOW, NONE, register_of

    whole = register_of(BARE, FULL, NONE, HOLLOW)
    return to_yaml(whole), to_yaml(register_of(replace(FULL, cause="行政许可", hearings=FULL.hearings[:1])))


def pack(database: Path, register: str) -> None:
    """Put the database and its register into this folder, without anything that would tell who wrote it."""
    with sqlite3.connect(database) as connection:
        applied = dict(connection.execute("SELECT app, max(name) FROM django_migrations GROUP BY app"))
    # A connection's own block does not close it, and an open one keeps pages in a file beside.
    connection.close()
    with sqlite3.connect(database, isolation_level=None) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("VACUUM")
    connection.close()
    name = "-".join(f"{app}-{applied[app][:4]}" for app in APPS)
    target = FOLDER / f"{name}.sqlite3.gz"
    if target.exists():
        raise SystemExit(f"{target.name} is there already and stays as it is.")
    with target.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(database.read_bytes())
    (FOLDER / f"{name}.json").write_text(register, encoding="utf-8")


def manage(database: Path, *arguments: object) -> str:
    """``manage.py`` on that database; its standard output."""
    ended = subprocess.run(
        [sys.executable, "manage.py", *map(str, arguments)],
        cwd=ROOT,
        env=environment(database),
        capture_output=True,
        text=True,
        check=False,
    )
    if ended.returncode:
        raise SystemExit(ended.stderr)
    return ended.stdout


def environment(database: Path) -> dict[str, str]:
    """The variables of a development site on that database."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DATABASE_URL": f"sqlite:///{database}",
        "SECRET_KEY": "of a test",
        "LOG_LEVEL": "WARNING",
        # No worker comes: what is stored stands as of the two days, not as of the day of writing.
        "TASKS_BACKEND": "database",
    }


if __name__ == "__main__":
    main(dict(argument.split("=") for argument in sys.argv[1:]))
