"""Puts what was just recorded on the list of what is to be tested, and sees to it that it is tested once it is committed."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection, transaction

from accountability.models import PendingTest
from accountability.storing.rows import BATCH


def request_tests(
    *, cases: Iterable[int] = (), units: Iterable[int] = (), law: bool = False, everything: bool = False
) -> None:
    """To be called in the transaction that writes the record: both are committed, or neither.

    However often it is called in one transaction, one task follows. If that task is lost, the list is not: the next task,
    or the nightly ``assess --due``, does what it left.
    """
    rows = [PendingTest(case_id=case) for case in sorted(set(cases))]
    rows += [PendingTest(unit_id=unit) for unit in sorted(set(units))]
    if law or everything:
        rows.append(PendingTest(everything=everything))
    if not rows:
        return
    PendingTest.objects.bulk_create(rows, batch_size=BATCH)
    if not any(waiting[1] is _start for waiting in connection.run_on_commit):
        transaction.on_commit(_start)


def _start() -> None:
    from accountability.tasks import look_again_later, retest_what_is_pending

    look_again_later()
    retest_what_is_pending.enqueue()
