"""The task that follows a commit: in the request by default, in a worker by setting, and after a worker that was killed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from accountability.actions import retest as module
from accountability.models import CaseAssessment, PendingTest
from config.settings.base import tasks
from tests.accountability.records import lawyers_only, put, unfiled, with_staff
from tests.accountability.stored import states

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def worker(settings: Any) -> Any:
    """An office with a worker; calling it lets the worker do what waits, and then stops it."""
    settings.TASKS = tasks("database")
    return lambda: call_command(
        "db_worker", batch=True, interval=0, startup_delay=False, reload=False, verbosity=0
    )


class KilledError(SystemExit):
    """The machine is switched off."""


def test_by_default_the_test_is_done_when_the_request_is() -> None:
    put(unfiled())
    assert states() == [("opened", "breach")]
    assert not PendingTest.objects.exists()


def test_with_a_worker_the_request_only_asks_and_the_worker_tests(worker: Any) -> None:
    put(unfiled())
    assert PendingTest.objects.exists()
    assert not CaseAssessment.objects.exists()
    worker()
    assert states() == [("opened", "breach")]
    assert not PendingTest.objects.exists()


def test_many_records_before_the_worker_comes_are_tested_at_once(worker: Any) -> None:
    put(lawyers_only())
    put(with_staff())
    put(unfiled("C2", "BJ"))
    worker()
    assert states("3") == []
    assert not PendingTest.objects.exists()
    worker()
    assert len(states()) == 2


def test_after_a_worker_that_was_killed_the_second_look_does_what_it_left(
    worker: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*arguments: Any, **options: Any) -> Any:
        raise KilledError

    put(unfiled())
    with monkeypatch.context() as patch:
        patch.setattr(module, "store_part", killed)
        worker()
    # A killed worker says nothing more of its task: for the queue it runs for ever.
    begun = DBTaskResult.objects.exclude(status=TaskResultStatus.READY)
    begun.update(status=TaskResultStatus.RUNNING)
    assert PendingTest.objects.exists()

    worker()
    assert PendingTest.objects.exists(), "the second look is not due yet"
    later = DBTaskResult.objects.get(status=TaskResultStatus.READY)
    assert later.run_after > timezone.now() + timedelta(minutes=5)
    DBTaskResult.objects.filter(pk=later.pk).update(run_after=timezone.now())
    worker()
    assert states() == [("opened", "breach")]
    assert not PendingTest.objects.exists()


def test_a_worker_killed_as_soon_as_it_claims_its_task_is_followed_too(worker: Any) -> None:
    put(unfiled())
    now = DBTaskResult.objects.filter(run_after=get_date_max())
    assert now.count() == 1
    now.update(status=TaskResultStatus.RUNNING)
    DBTaskResult.objects.filter(status=TaskResultStatus.READY).update(run_after=timezone.now())
    worker()
    assert states() == [("opened", "breach")]


def test_many_records_ask_for_one_second_look(worker: Any) -> None:
    for number in range(1, 5):
        put(unfiled(f"C{number}"))
    assert DBTaskResult.objects.exclude(run_after=get_date_max()).count() == 1


def test_a_second_look_that_finds_nothing_left_asks_for_no_third(worker: Any) -> None:
    put(unfiled())
    worker()
    DBTaskResult.objects.filter(status=TaskResultStatus.READY).update(run_after=timezone.now())
    worker()
    assert not DBTaskResult.objects.filter(status=TaskResultStatus.READY).exists()
