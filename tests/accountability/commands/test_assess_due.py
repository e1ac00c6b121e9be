"""manage.py assess --due: the nightly run."""

from __future__ import annotations

import pytest
from django.utils import timezone

from accountability.models import CaseAssessment, PendingTest
from tests.accountability.records import filed_late, put, unfiled
from tests.accountability.running import run
from tests.accountability.stored import states

pytestmark = pytest.mark.django_db


def test_the_first_run_tests_everything_and_the_second_nothing() -> None:
    put(unfiled(), unfiled("C2", "BJ"))
    first, second = run("assess", "--due", "--language", "en"), run("assess", "--due", "--language", "en")
    today = timezone.localdate().isoformat()
    assert (first.code, second.code) == (0, 0)
    assert first.out == f"Visited 2 cases; everything stands as of {today}.\n"
    assert second.out == f"Visited 0 cases; everything stands as of {today}.\n"
    assert "Opened" in first.err
    assert "as before" in second.err
    assert not PendingTest.objects.exists()


def test_it_speaks_chinese_by_default_and_counts_the_changes() -> None:
    put(unfiled())
    run("assess", "--due")
    put(filed_late(on="2021-03-02"))
    ended = run("assess", "--due")
    assert "1件" in ended.out.replace(" ", "")
    assert "检验未触发 1" in ended.err
    assert states()[-1] == ("cleared", "clear")


def test_as_of_an_earlier_day_than_what_is_stored_it_refuses_and_writes_nothing() -> None:
    put(unfiled())
    run("assess", "--due")
    ended = run("assess", "--due", "--as-of", "2021-06-30")
    assert ended.code == 1
    assert "2021-06-30" in ended.err
    assert {*CaseAssessment.objects.values_list("as_of", flat=True)} == {timezone.localdate()}


@pytest.mark.parametrize(
    "more",
    [
        ("--store",),
        ("--format", "json"),
        ("--unit", "AJ"),
        ("--case", "C1"),
        ("--explain",),
        ("--law-at", "2021-01-01"),
        ("--recorded-at", "2021-01-01T00:00:00+08:00"),
        ("--readings", "x.yaml"),
    ],
)
def test_it_goes_with_a_day_only(more: tuple[str, ...]) -> None:
    put(unfiled())
    ended = run("assess", "--due", *more)
    assert ended.code == 2
    assert "--due" in ended.err
    assert not CaseAssessment.objects.exists()
