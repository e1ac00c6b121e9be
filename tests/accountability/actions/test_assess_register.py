"""Storing an assessment: what is stored, that nothing is written twice, what is refused, and what others write meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accountability import selectors
from accountability.actions import assess_register as module
from accountability.actions.assess_register import NotThePresentError, RegisterInMotionError, assess_register
from accountability.actions.store_assessment import DayRefusedError
from accountability.explanations import explain, sentences
from accountability.models import (
    CaseAssessment,
    StoredDuty,
    UnitAssessment,
)
from accountability.outcomes import Result
from accountability.pins import read_pins
from accountability.trace import replay
from litigation.duties.duty import Status
from tests.accountability.records import filed_late, lawyers_only, lost, put, unfiled
from tests.accountability.stored import JULY, JUNE, last, states
from tests.cast import case, report

pytestmark = pytest.mark.django_db


@contextmanager
def nothing_written() -> Iterator[None]:
    with CaptureQueriesContext(connection) as captured:
        yield
    written = [
        query["sql"]
        for query in captured.captured_queries
        if query["sql"].lstrip().split(" ", 1)[0].upper() in {"INSERT", "UPDATE", "DELETE"}
    ]
    assert written == []


# -- What is stored ----------------------------------------------------------------------------------------------


def test_results_duties_and_findings_are_those_of_the_assessment() -> None:
    put(unfiled(), lost("C2", "BJ"), reports=[report("AJ", 2020, "2021-01-06")])
    assessment = assess_register(JUNE).assessment
    for result in assessment.cases:
        head = CaseAssessment.objects.get(case__ref=result.ref)
        assert head.categories == result.categories
        assert (head.loss, head.effective_on, head.as_of) == (result.loss, result.effective_on, JUNE)
        assert head.as_notes() == result.notes
        duties = list(StoredDuty.objects.filter(case__ref=result.ref).order_by("place"))
        assert [duty.code for duty in duties] == [duty.code for duty in result.duties]
        assert [duty.due_lenient for duty in duties] == [duty.due.lenient for duty in result.duties]
        assert [duty.nodes() for duty in duties] == [duty.derivation for duty in result.duties]
        stored = [state.as_finding() for state in selectors.standing_findings(cases=[result.ref])]
        assert {each.identity: each for each in stored} == {each.identity: each for each in result.findings}
        assert len(stored) == len(result.findings)
    for unit in assessment.units:
        head = UnitAssessment.objects.get(unit__code=unit.code)
        assert head.count(7, Result.BREACH) == unit.counts[7][Result.BREACH]
        own = StoredDuty.objects.filter(case__isnull=True, unit__code=unit.code).order_by("place")
        assert [duty.year for duty in own] == [duty.year for duty in unit.duties]


def test_a_stored_finding_explains_and_replays_like_the_one_it_was_made_of() -> None:
    put(unfiled(), lawyers_only("C2"), lost("C3"))
    found = {
        (result.ref, finding.identity): finding
        for result in assess_register(JUNE).assessment.cases
        for finding in result.findings
    }
    assert len(found) > 3
    for state in selectors.standing_findings():
        stored = state.as_finding()
        if state.finding.case is None:
            continue
        original = found[state.finding.case.ref, stored.identity]
        assert explain(stored, "zh") == explain(original, "zh")
        assert explain(stored, "en") == explain(original, "en")
        assert replay(stored.trace) is Result(state.outcome)


def test_duties_can_be_filtered() -> None:
    put(unfiled(), filed_late("C2", "BJ"), reports=[])
    assess_register(JUNE)
    assert {duty.case.ref for duty in selectors.duties(statuses=[Status.LATE])} == {"C2"}
    assert {duty.code for duty in selectors.duties(units=["AJ"], statuses=[Status.MISSED])} == {
        "document_filing",
        "annual_report",
    }
    (duty,) = selectors.duties(cases=["C1"], statuses=[Status.MISSED])
    assert sentences().render_all(duty.nodes(), "zh").startswith("2021-03-01收到起诉状副本")


def test_findings_can_be_filtered() -> None:
    put(unfiled(), lawyers_only("C2", "BJ"))
    assess_register(JUNE)
    breaches = selectors.standing_findings(outcomes=[Result.BREACH], units=["BJ"])
    assert {state.finding.category for state in breaches} == {3, 7}
    assert [state.finding.case.ref for state in selectors.standing_findings(categories=[3])] == ["C2"]


# -- Safe to repeat ----------------------------------------------------------------------------------------------


def test_the_same_register_on_the_same_day_writes_nothing_the_second_time() -> None:
    put(unfiled(), lawyers_only("C2"), reports=[report("AJ", 2020, None)])
    assess_register(JUNE)
    with nothing_written():
        stored = assess_register(JUNE).stored
    assert stored is not None
    assert (stored.results, dict(stored.changes), stored.overtaken) == (0, {}, ())


def test_time_alone_makes_no_new_state() -> None:
    put(unfiled())
    assess_register(JUNE)
    assess_register(JULY)
    assert states() == [("opened", "breach")]
    assert last().as_of == JUNE
    duty = StoredDuty.objects.get(case__ref="C1", code="document_filing")
    assert duty.days_late_at(JULY) == (JULY - date(2021, 3, 3)).days
    assert [node.params["as_of"] for node in duty.nodes(JULY) if "as_of" in node.params] == [JULY]
    assert CaseAssessment.objects.get().as_of == JULY


def test_the_number_of_statements_does_not_grow_with_the_register() -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as captured:
            assess_register(JUNE)
        return len(captured)

    put(unfiled())
    few = statements()
    put(*(unfiled(f"C{number}") for number in range(2, 20)))
    assert statements() <= few


# -- What is refused ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("days", [1, 400])
def test_a_day_to_come_is_not_stored(days: int) -> None:
    put(unfiled())
    with pytest.raises(DayRefusedError):
        assess_register(timezone.localdate() + timedelta(days=days))
    assert not CaseAssessment.objects.exists()


def test_what_is_stored_does_not_go_back() -> None:
    put(unfiled())
    assess_register(JULY)
    with pytest.raises(DayRefusedError, match="2021-07-01"):
        assess_register(JUNE)


@pytest.mark.parametrize(
    "other", [{"units": ["AJ"]}, {"cases": ["C1"]}, {"law_at": JUNE}, {"recorded_at": timezone.now()}]
)
def test_only_the_whole_present_is_stored(other: dict[str, Any]) -> None:
    put(unfiled())
    with pytest.raises(NotThePresentError):
        assess_register(JUNE, **other)


# -- While others write ------------------------------------------------------------------------------------------


def test_a_case_that_changes_meanwhile_keeps_its_result_until_the_next_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put(unfiled(), unfiled("C2", "BJ"), case("C3", instance="second", follows="C1", received=[], filings=[]))

    def assess_while_somebody_files(*arguments: Any, **options: Any) -> Any:
        result = assess(*arguments, **options)
        put(filed_late(on="2021-03-02"))
        return result

    assess = module.assess
    monkeypatch.setattr(module, "assess", assess_while_somebody_files)
    stored = assess_register(JUNE).stored
    assert stored is not None
    assert stored.overtaken == ("AJ", "C1", "C3")
    assert [head.case.ref for head in CaseAssessment.objects.all()] == ["C2"]
    assert not UnitAssessment.objects.filter(unit__code="AJ").exists()

    monkeypatch.setattr(module, "assess", assess)
    assert assess_register(JUNE).stored.overtaken == ()
    assert CaseAssessment.objects.get(case__ref="C1").category_7 == "clear"
    assert CaseAssessment.objects.count() == 3


def test_a_register_that_never_rests_is_not_assessed(monkeypatch: pytest.MonkeyPatch) -> None:
    put(unfiled())
    numbers = iter(range(100))

    def another_each_time() -> Any:
        next_report = report("AJ", 2000 + next(numbers), "2021-01-01")
        put(unfiled(), reports=[next_report])
        return read_pins()

    monkeypatch.setattr(module, "read_pins", another_each_time)
    with pytest.raises(RegisterInMotionError):
        assess_register(JUNE)


def test_nothing_is_stored_where_storing_fails_halfway(monkeypatch: pytest.MonkeyPatch) -> None:
    put(unfiled())

    def fail(*arguments: Any) -> None:
        raise RuntimeError("disk full")

    from accountability.actions import store_assessment

    monkeypatch.setattr(store_assessment, "store_findings", fail)
    with pytest.raises(RuntimeError):
        assess_register(JUNE)
    models = apps.get_app_config("accountability").get_models()
    # What was to be tested still is.
    assert [model.__name__ for model in models if model._default_manager.exists()] == ["PendingTest"]
