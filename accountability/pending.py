"""What was recorded and is still to be tested (``models.PendingTest``): read before the register, taken off with the result."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from accountability.models import PendingTest
from accountability.storing.rows import batches


class Pending(msgspec.Struct, frozen=True, kw_only=True):
    """``rows`` by primary key, each with its case; ``cases`` and ``units`` are the primary keys to be tested.

    ``law``: rest days or readings were changed. ``everything``: what a unit is was changed.
    """

    rows: dict[int, int | None]
    units: frozenset[int] = frozenset()
    law: bool = False
    everything: bool = False

    @property
    def cases(self) -> frozenset[int]:
        return frozenset(case for case in self.rows.values() if case is not None)


NOTHING = Pending(rows={})


def read_pending() -> Pending:
    """Everything that is still to be tested, in one query. What is read of the register afterwards contains all of it."""
    rows: list[tuple[int, int | None, int | None, bool]] = list(
        PendingTest.objects.order_by("id").values_list("pk", "case_id", "unit_id", "everything")
    )
    return Pending(
        rows={pk: case for pk, case, _unit, _everything in rows},
        units=frozenset(unit for _pk, _case, unit, _everything in rows if unit is not None),
        law=any(case is None and unit is None for _pk, case, unit, _everything in rows),
        everything=any(everything for *_rest, everything in rows),
    )


def take_off(pending: Pending, *, but_not: Collection[int] = ()) -> None:
    """Take ``pending`` off the list, but for the cases ``but_not``. Belongs into the transaction that stores the results."""
    gone = [row for row, case in pending.rows.items() if case is None or case not in but_not]
    for some in batches(gone):
        PendingTest.objects.filter(pk__in=some).delete()


def some_of(pending: Pending, cases: Collection[int], *, others: bool) -> Pending:
    """The rows of ``pending`` about ``cases``; with ``others`` those about units and the law too."""
    rows = {
        row: case for row, case in pending.rows.items() if (case in cases if case is not None else others)
    }
    return msgspec.structs.replace(pending, rows=rows)
