"""A worker that is killed, a test that fails, a record that is written meanwhile: the same state in the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from accountability.actions import assess_register as whole
from accountability.actions import retest as module
from accountability.actions.assess_register import RegisterInMotionError, assess_register
from accountability.actions.retest import UntestableError, retest_pending
from accountability.evaluate import assess
from accountability.models import CaseAssessment, FindingState, PendingTest, UnitAssessment
from accountability.outcomes import Result
from litigation.actions.override_day import override_day
from litigation.law.working_days import DayKind
from tests.accountability.records import appeal, filed_late, first, lawyers_only, put, unfiled, with_staff
from tests.accountability.stored import agrees_with_testing_all, all_tested, last, states

pytestmark = pytest.mark.django_db


class KilledError(BaseException):
    """The worker is gone."""


@contextmanager
def killed_at(statement: int) -> Iterator[list[int]]:
    """Within the block, statement number ``statement`` is the last thing that happens."""
    count = [0]

    def wrapper(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        count[0] += 1
        if count[0] == statement and not sql.startswith(("ROLLBACK", "SAVEPOINT", "RELEASE")):
            raise KilledError
        return execute(sql, params, many, context)

    with connection.execute_wrapper(wrapper):
        yield count


def snapshot() -> list[Any]:
    """What is stored, without the moments and the numbers of rows."""
    heads = CaseAssessment.objects.order_by("case").values_list(
        "case__ref", "content", "as_of", "holds_until"
    )
    counts = UnitAssessment.objects.order_by("unit").values_list("unit__code", "content", "counts")
    found = FindingState.objects.order_by("finding__identity", "id").values_list(
        "finding__identity", "change", "outcome", "content"
    )
    return [list(heads), list(counts), sorted(found), PendingTest.objects.count()]


@pytest.mark.parametrize("at_once", [1, module.AT_ONCE])
@pytest.mark.parametrize("law", [False, True])
def test_a_worker_killed_between_any_two_statements_and_run_again_leaves_the_same_state(
    at_once: int, law: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(first(), unfiled("C3", "BJ"), unfiled("C4", "JZ"))
    all_tested()
    put(appeal(), filed_late("C3", "BJ", on="2021-03-02"))
    if law:
        override_day(date(2021, 3, 3), DayKind.REST, name="停电", source="县政府通告", actor=None)
    monkeypatch.setattr(module, "AT_ONCE", at_once)
    # So small a register would be tested whole in one go.
    monkeypatch.setattr(module.CasePage.objects, "count", lambda: 1000, raising=False)

    undisturbed = transaction.savepoint()
    with killed_at(0) as counted:
        retest_pending()
    wanted = snapshot()
    transaction.savepoint_rollback(undisturbed)

    for statement in range(1, counted[0] + 1):
        point = transaction.savepoint()
        with killed_at(statement):
            try:
                retest_pending()
            except KilledError:
                assert PendingTest.objects.exists(), "what was not done is still on the list"
        retest_pending()
        assert snapshot() == wanted, f"killed at statement {statement}"
        transaction.savepoint_rollback(point)


def test_a_test_that_fails_does_not_take_back_what_was_recorded(
    commit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: Any, **options: Any) -> None:
        raise RuntimeError("disk full")

    monkeypatch.setattr(module, "store_part", fail)
    with commit():
        put(unfiled())
    assert PendingTest.objects.exists()
    monkeypatch.undo()
    retest_pending()
    assert states() == [("opened", "breach")]


def test_what_somebody_records_while_a_case_is_tested_is_tested_too(monkeypatch: pytest.MonkeyPatch) -> None:
    put(lawyers_only())
    all_tested()
    put(lawyers_only(closed_on="2021-07-01"))
    runs = []

    def meanwhile(*arguments: Any, **options: Any) -> Any:
        runs.append(options["cases"])
        result = assess(*arguments, **options)
        if len(runs) == 1:
            put(with_staff())
        return result

    monkeypatch.setattr(module, "assess", meanwhile)
    retest_pending()
    assert len(runs) == 2
    assert last("3").outcome == "clear"
    # Recorded after the list was read: it is tested once more, and nothing comes of it.
    retest_pending()
    assert not PendingTest.objects.exists()
    agrees_with_testing_all()


def test_a_register_that_is_written_to_without_end_is_left_for_later(monkeypatch: pytest.MonkeyPatch) -> None:
    put(unfiled())
    days = iter(range(1, 20))

    def meanwhile(*arguments: Any, **options: Any) -> Any:
        put(unfiled(closed_on=f"2021-07-{next(days):02}"))
        return assess(*arguments, **options)

    monkeypatch.setattr(module, "assess", meanwhile)
    with pytest.raises(RegisterInMotionError):
        retest_pending()
    assert PendingTest.objects.exists()


def test_a_law_that_changes_before_the_list_is_read_is_tested_by(monkeypatch: pytest.MonkeyPatch) -> None:
    put(unfiled())
    all_tested()
    read = whole.read_pending

    def meanwhile() -> Any:
        monkeypatch.undo()
        closed(date(2021, 3, 3))
        return read()

    monkeypatch.setattr(whole, "read_pending", meanwhile)
    all_tested()
    assert last("7d").due == date(2021, 3, 4)


def closed(on: date) -> None:
    override_day(on, DayKind.REST, name="停电", source="县政府通告", actor=None)


@pytest.mark.parametrize("run", ["retest", "assess"])
def test_nothing_is_stored_by_a_law_that_changed_meanwhile(run: str, monkeypatch: pytest.MonkeyPatch) -> None:
    put(unfiled())
    if run == "assess":
        all_tested()
    target = module if run == "retest" else whole

    def meanwhile(*arguments: Any, **options: Any) -> Any:
        monkeypatch.undo()
        result = assess(*arguments, **options)
        closed(date(2021, 3, 3))
        return result

    monkeypatch.setattr(target, "assess", meanwhile)
    if run == "retest":
        retest_pending()
    else:
        assess_register(timezone.localdate())
    assert last("7d").due == date(2021, 3, 4)
    retest_pending()
    assert not PendingTest.objects.exists()
    agrees_with_testing_all()


def test_the_counts_of_a_unit_are_right_after_a_first_assessment_that_was_overtaken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put(unfiled("C1"), unfiled("C2"), unfiled("C3"))

    def meanwhile(*arguments: Any, **options: Any) -> Any:
        monkeypatch.undo()
        result = assess(*arguments, **options)
        put(filed_late("C1", on="2021-03-02"))
        return result

    monkeypatch.setattr(whole, "assess", meanwhile)
    assess_register(timezone.localdate())
    retest_pending()
    unit = UnitAssessment.objects.get(unit__code="AJ")
    assert unit.count(7, Result.BREACH) == 2
    agrees_with_testing_all()


def test_a_case_that_cannot_be_tested_holds_up_no_other_and_stays_on_the_list(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put(unfiled("C1"), unfiled("C2", "BJ"), unfiled("C3", "JZ"))

    def faulty(*arguments: Any, **options: Any) -> Any:
        if "C2" in options["cases"]:
            raise ZeroDivisionError
        return assess(*arguments, **options)

    monkeypatch.setattr(module, "assess", faulty)
    with pytest.raises(UntestableError, match="C2"):
        retest_pending()
    assert {*CaseAssessment.objects.values_list("case__ref", flat=True)} == {"C1", "C3"}
    assert {*PendingTest.objects.filter(case__isnull=False).values_list("case__ref", flat=True)} == {"C2"}
    monkeypatch.undo()
    retest_pending()
    assert not PendingTest.objects.exists()
    agrees_with_testing_all()
