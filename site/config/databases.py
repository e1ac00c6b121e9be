"""Turns a database address into Django's settings, with the options each of the two databases needs here."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from environ import Env

SQLITE = "django.db.backends.sqlite3"
POSTGRESQL = "django.db.backends.postgresql"

# A write waits for its turn instead of failing: with Django's defaults most concurrent writes are lost.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
}
# Compiling queries to machine code costs more than it saves in large assessments.
POSTGRESQL_OPTIONS = {"options": "-c jit=off"}


def from_url(url: str, *, conn_max_age: int = 60) -> dict[str, Any]:
    """Return the settings of one database for `sqlite:////absolute/path` or `postgres://user:password@host:port/name`.

    Raises ImproperlyConfigured for any other kind of address.
    """
    if url.startswith("sqlite://"):
        return _sqlite(url)
    if url.startswith(("postgres://", "postgresql://")):
        config: dict[str, Any] = dict(Env.db_url_config(url))
        config["OPTIONS"] = _with_jit_off(config.get("OPTIONS", {}))
        return {**config, "CONN_MAX_AGE": conn_max_age, "CONN_HEALTH_CHECKS": True}
    raise ImproperlyConfigured("DATABASE_URL must begin with sqlite:// or postgres://.")


def _sqlite(url: str) -> dict[str, Any]:
    config: dict[str, Any] = dict(Env.db_url_config(url))
    name = Path(config["NAME"])
    if config["NAME"] == ":memory:":
        return {**config, "OPTIONS": dict(SQLITE_OPTIONS)}
    if not name.is_absolute():
        raise ImproperlyConfigured(
            "DATABASE_URL names an SQLite file by absolute path: sqlite:////folder/file.sqlite3."
        )
    try:
        name.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"The folder of the database in DATABASE_URL cannot be made: {error.filename}: {error.strerror}."
        ) from error
    return {**config, "OPTIONS": {**SQLITE_OPTIONS, **config.get("OPTIONS", {})}}


def _with_jit_off(given: dict[str, Any]) -> dict[str, Any]:
    # The address may bring `options` of its own (a search path, say); both hold.
    both = f"{POSTGRESQL_OPTIONS['options']} {given.get('options', '')}".strip()
    return {**given, "options": both}
