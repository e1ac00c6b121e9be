"""Re-testing: exactly what a record touches, on commit; every night what time alone may change; the same as testing all."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from msgspec.structs import replace

from accountability.actions import retest as module
from accountability.actions.assess_register import assess_register
from accountability.actions.retest import retest, retest_due
from accountability.actions.store_assessment import DayRefusedError
from accountability.evaluate import assess
from accountability.models import CaseAssessment, FindingState, PendingTest, UnitAssessment
from litigation.actions.choose_reading import choose_reading
from litigation.actions.import_register import import_register
from litigation.actions.override_day import override_day
from litigation.actions.provision_disputes import provision_disputes
from litigation.actions.provision_unit import provision_unit
from litigation.facts import DisputeFacts, UnitFacts
from litigation.law.working_days import DayKind
from litigation.vocabulary import UnitKind
from tests.accountability.records import (
    appeal,
    filed_late,
    first,
    lawyers_only,
    lost,
    put,
    unfiled,
    with_staff,
)
from tests.accountability.stored import agrees_with_testing_all, all_tested, states
from tests.cast import UNITS, case, got, held, lawyer, register, report, sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def tested(monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """The cases of each run, as they were handed to the rules."""
    runs: list[set[str]] = []

    def noted(*arguments: Any, **options: Any) -> Any:
        runs.append(set(options["cases"]))
        return assess(*arguments, **options)

    monkeypatch.setattr(module, "assess", noted)
    return runs


# -- What is touched ---------------------------------------------------------------------------------------------


def test_registering_a_case_tests_it_on_commit_and_no_other(commit: Any, tested: list[set[str]]) -> None:
    put(unfiled("C1"), unfiled("C2", "BJ"))
    all_tested()
    with commit():
        put(with_staff("C1"))
        assert states("9") == []
    assert tested == [{"C1"}]
    assert states("9") == [("opened", "lead")]
    assert not PendingTest.objects.exists()
    agrees_with_testing_all()


def test_the_first_case_of_a_register_is_tested_with_its_unit(commit: Any) -> None:
    with commit():
        put(unfiled())
    assert states() == [("opened", "breach")]
    assert UnitAssessment.objects.count() == len(UNITS)
    agrees_with_testing_all()


def test_a_filing_tests_the_case_it_is_about_and_clears_what_it_answers(
    commit: Any, tested: list[set[str]]
) -> None:
    put(unfiled("C1"), unfiled("C2", "BJ"))
    all_tested()
    with commit():
        put(filed_late("C1", on="2021-03-02"))
    assert tested == [{"C1"}]
    assert [change for change, _outcome in states()] == ["opened", "opened", "cleared"]
    agrees_with_testing_all()


def test_an_annual_report_tests_its_unit_and_no_case(commit: Any, tested: list[set[str]]) -> None:
    put(unfiled(), reports=[])
    all_tested()
    with commit():
        put(unfiled(), reports=[report("AJ", 2020, "2020-12-30")])
    assert tested == [set()]
    agrees_with_testing_all()


def test_an_appeal_tests_the_case_it_continues(commit: Any, tested: list[set[str]]) -> None:
    put(first(), unfiled("C3", "BJ"))
    all_tested()
    with commit():
        put(appeal())
    assert tested == [{"C1", "C2"}]
    agrees_with_testing_all()


def test_a_link_taken_back_tests_the_case_that_was_linked(commit: Any, tested: list[set[str]]) -> None:
    put(first(), appeal(), unfiled("C3", "BJ"))
    all_tested()
    with commit():
        put(appeal(follows=None))
    assert tested == [{"C1", "C2"}]
    agrees_with_testing_all()


def co_respondents(*hearing: Any) -> tuple[Any, Any]:
    """Two units sued together; the head of AJ appears for both."""
    sued = [got("complaint", "2021-03-01")]
    hearings = [held("2021-04-07", *hearing)]
    one = case("C1", "AJ", dispute="D1", received=sued, submitted=sent("2021-03-10"), hearings=hearings)
    two = case(
        "C2",
        "BJ",
        dispute="D1",
        received=sued,
        submitted=sent("2021-03-10"),
        hearings=hearings,
        represented_by="AJ",
    )
    return one, two


def test_the_case_of_the_unit_whose_head_appears_for_another_tests_that_other_s_too(
    commit: Any, tested: list[set[str]]
) -> None:
    one, two = co_respondents(lawyer())
    provision_disputes([DisputeFacts(ref="D1")], actor=None)
    put(one, two, case("C3", "JZ", dispute="D1", received=[got("complaint", "2021-03-01")]))
    all_tested()
    with commit():
        put(replace(one, closed_on=date(2021, 6, 1)))
    assert tested == [{"C1", "C2"}]
    agrees_with_testing_all()


def test_an_override_tests_only_the_cases_that_counted_past_the_day(
    commit: Any, tested: list[set[str]]
) -> None:
    put(
        unfiled("C1"),
        unfiled("C2", "BJ", received=[got("complaint", "2023-03-01")], submitted=sent("2023-03-10")),
    )
    all_tested()
    with commit():
        override_day(date(2021, 3, 3), DayKind.REST, name="停电", source="县政府通告", actor=None)
    assert [cases for cases in tested if cases] == [{"C1"}]
    assert last_of("C1").due == date(2021, 3, 4)
    assert CaseAssessment.objects.values("applied_law").distinct().count() == 1
    agrees_with_testing_all()


def test_what_a_change_of_the_law_confirms_as_of_today_was_visited_if_its_day_had_come(commit: Any) -> None:
    put(unfiled("C1", received=[got("complaint", "2021-06-21")], submitted=sent("2021-06-25")))
    assess_register(date(2021, 6, 22))
    with commit():
        override_day(date(2024, 3, 4), DayKind.REST, name="停电", source="县政府通告", actor=None)
    assert last_of("C1").outcome == "breach"
    agrees_with_testing_all()


def last_of(ref: str) -> FindingState:
    state: FindingState = FindingState.objects.get(
        finding__code="7d", finding__case__ref=ref, superseded_at__isnull=True
    )
    return state


def test_a_reading_tests_every_case_and_writes_only_what_it_changes(
    commit: Any, tested: list[set[str]]
) -> None:
    put(unfiled("C1", received=[got("complaint", "2021-03-05")]), with_staff("C2", "BJ"))
    all_tested()
    before = FindingState.objects.count()
    with commit():
        choose_reading("AMB-01", "working", reason="市中院复函", actor=None)
    assert [cases for cases in tested if cases] == [{"C1", "C2"}]
    assert last_of("C1").due == date(2021, 3, 9)
    assert 0 < FindingState.objects.count() - before < before
    agrees_with_testing_all()


def test_a_unit_of_another_kind_tests_everything(commit: Any) -> None:
    put(unfiled("C1"), unfiled("C2", "BJ"))
    all_tested()
    with commit():
        provision_unit(UnitFacts(code="BJ", name="县B局", kind=UnitKind.COUNTY_GOVERNMENT), actor=None)
    assert not PendingTest.objects.exists()
    agrees_with_testing_all()


def test_a_write_that_is_rolled_back_asks_for_no_test() -> None:
    put(unfiled())
    all_tested()
    with transaction.atomic():
        put(with_staff())
        transaction.set_rollback(True)
    import_register(register(with_staff()), actor=None, source="test", dry_run=True)
    assert not PendingTest.objects.exists()


def test_what_is_recorded_again_as_it_was_asks_for_no_test() -> None:
    put(unfiled())
    all_tested()
    put(unfiled())
    assert not PendingTest.objects.exists()


def test_however_much_one_transaction_records_one_task_follows(
    django_capture_on_commit_callbacks: Any,
) -> None:
    with django_capture_on_commit_callbacks() as callbacks:
        put(unfiled("C1"), unfiled("C2", "BJ"), reports=[report("AJ", 2020, "2020-12-30")])
    assert len(callbacks) == 1


# -- Every night -------------------------------------------------------------------------------------------------


def test_a_nightly_run_visits_only_the_cases_whose_day_has_come(tested: list[set[str]]) -> None:
    put(
        unfiled("C1"),
        unfiled("C2", "BJ", received=[got("complaint", "2021-06-21")], submitted=sent("2021-06-25")),
    )
    assess_register(date(2021, 6, 22))
    retest_due(date(2021, 6, 23))
    assert not any(tested)
    # Served on 21 June, the second day is the 23rd: on the 24th it is late.
    retest_due(date(2021, 6, 24))
    assert [cases for cases in tested if cases] == [{"C2"}]
    assert last_of("C2").outcome == "breach"
    assert {*CaseAssessment.objects.values_list("as_of", flat=True)} == {date(2021, 6, 24)}
    agrees_with_testing_all(date(2021, 6, 24))


def test_a_nightly_run_tests_what_was_never_tested_and_what_a_lost_task_left() -> None:
    put(unfiled("C1"))
    PendingTest.objects.all().delete()
    put(unfiled("C2", "BJ"))
    retest_due(timezone.localdate())
    assert not PendingTest.objects.exists()
    assert CaseAssessment.objects.count() == 2
    agrees_with_testing_all()


def test_night_after_night_the_stored_results_are_those_of_testing_all() -> None:
    put(
        first(),
        appeal(),
        with_staff("C3", "BJ"),
        unfiled("C4", "JZ", received=[got("complaint", "2021-04-20")], submitted=[]),
        reports=[],
    )
    day = date(2021, 4, 15)
    assess_register(day)
    for _night in range(40):
        day += timedelta(days=1)
        retest_due(day)
        agrees_with_testing_all(day)


def test_a_day_to_come_or_one_gone_by_is_refused_and_nothing_is_written() -> None:
    put(unfiled())
    all_tested()
    for day in (timezone.localdate() + timedelta(days=1), timezone.localdate() - timedelta(days=1)):
        with pytest.raises(DayRefusedError):
            retest_due(day)


# -- What it costs -----------------------------------------------------------------------------------------------


def test_testing_one_case_takes_the_same_number_of_queries_however_large_the_register_is() -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            retest(["C1"], timezone.localdate())
        return len(captured)

    put(lost("C1"))
    all_tested()
    put(lawyers_only("C1"))
    few = queries()
    put(*(unfiled(f"C{number}", "BJ") for number in range(2, 40)))
    all_tested()
    put(lost("C1"))
    assert queries() <= few
