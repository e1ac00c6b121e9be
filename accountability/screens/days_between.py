"""Days from one column to another, as a number on every database."""

from __future__ import annotations

from typing import Any

from django.db.models import Func, IntegerField


class DaysBetween(Func):
    """``DaysBetween(first, last)``: whole days between two dates; negative where ``last`` comes first."""

    arity = 2
    template = "(%(expressions)s)"
    output_field = IntegerField()

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        first, last = self.source_expressions
        turned = self.copy()
        turned.source_expressions = [last, first]
        return turned.as_sql(compiler, connection, arg_joiner=" - ", **extra)

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        first, last = self.source_expressions
        turned = self.copy()
        turned.source_expressions = [Func(last, function="julianday"), Func(first, function="julianday")]
        return turned.as_sql(
            compiler, connection, template="CAST(%(expressions)s AS INTEGER)", arg_joiner=" - ", **extra
        )
