"""Many rows at once, without an object for each: an assessment of 10,000 cases stores some 70,000 duties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Any, TypeVar

from django.db import connection, models

#: How many rows or keys go into one statement.
BATCH = 500
_Item = TypeVar("_Item")


def insert_rows(model: type[models.Model], fields: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert ``rows``, each with the values of ``fields`` in their order; a JSON value is already text.

    Sends no signals and fills in no defaults: every field without a default in the database is named.
    """
    by_name = {field.name: str(field.column) for field in model._meta.concrete_fields}
    quote = connection.ops.quote_name
    table, columns = quote(model._meta.db_table), ", ".join(quote(by_name[name]) for name in fields)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        places = ", ".join(["%s"] * len(fields))
        # Names come from the model alone, values go in as parameters.
        statement = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608
        for some in batches(rows, size=10_000):
            cursor.executemany(statement, [[_as_text(value) for value in row] for row in some])


def _as_text(value: Any) -> Any:
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return value.isoformat() if isinstance(value, date) else value


def batches(items: Iterable[_Item], size: int = BATCH) -> Iterator[list[_Item]]:
    """``items`` in lists of at most ``size``."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some
