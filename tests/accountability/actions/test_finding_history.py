"""What becomes of a finding from one assessment to the next, and what each of its states is pinned to."""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models.deletion import Collector, ProtectedError
from django.utils import timezone

from accountability import selectors
from accountability.actions.assess_register import assess_register
from accountability.explanations import explain
from accountability.history import Change
from accountability.models import AppliedLaw, CaseAssessment, FindingState, JudgedRecord, StoredFinding
from accountability.outcomes import Result
from accountability.trace import replay
from litigation.models import CalendarOverride, ReadingChoice, RegisteredFacts
from tests.accountability.records import filed_late, lawyers_only, put, unfiled, with_staff
from tests.accountability.stored import JUNE, last, states
from tests.cast import case, filed_paper, got, report

pytestmark = pytest.mark.django_db


# -- What becomes of a finding -----------------------------------------------------------------------------------


def test_a_finding_opens_changes_clears_and_opens_again_and_every_state_stays() -> None:
    put(unfiled())
    assess_register(JUNE)
    put(filed_late(on="2021-03-10"))
    assess_register(JUNE)
    assert (last().days_late, last().due) == (7, date(2021, 3, 3))
    received, filings = (
        [got("complaint", "2021-03-09")],
        [filed_paper("complaint", "2021-03-10", "2021-03-09")],
    )
    put(unfiled(received=received, filings=filings))
    assess_register(JUNE)
    assert StoredFinding.objects.filter(code="7d").count() == 1
    assert states() == [("opened", "breach"), ("changed", "breach"), ("gone", "clear")]


def test_a_finding_that_is_tested_clear_keeps_the_trace_that_cleared_it() -> None:
    put(lawyers_only())
    assess_register(JUNE)
    put(with_staff())
    stored = assess_register(JUNE).stored
    assert stored is not None
    assert stored.changes[Change.CLEARED] == 1
    assert states("3") == [("opened", "breach"), ("cleared", "clear")]
    cleared = last("3").as_finding()
    assert cleared is not None
    assert replay(cleared.trace) is Result.CLEAR
    assert explain(cleared, "zh")
    assert not selectors.standing_findings(categories=[3]).exists()
    put(lawyers_only())
    assess_register(JUNE)
    assert states("3")[2:] == [("reopened", "breach")]
    assert StoredFinding.objects.filter(code="3").count() == 1


def test_what_the_office_knew_on_a_past_day_can_be_told() -> None:
    put(lawyers_only())
    assess_register(JUNE)
    then = timezone.now()
    put(with_staff())
    assess_register(JUNE)
    assert [state.outcome for state in selectors.findings_at(then) if state.finding.category == 3] == [
        "breach"
    ]
    assert not [state for state in selectors.findings_at(timezone.now()) if state.finding.category == 3]
    finding = StoredFinding.objects.get(code="3")
    assert [state.change for state in selectors.history_of(finding)] == ["opened", "cleared"]


def test_a_finding_of_a_unit_clears_when_its_report_arrives() -> None:
    put(unfiled(), reports=[])
    assess_register(JUNE)
    finding = StoredFinding.objects.get(case__isnull=True, unit__code="AJ")
    assert [(state.change, state.outcome) for state in selectors.history_of(finding)] == [
        ("opened", "breach")
    ]
    put(unfiled(), reports=[report("AJ", 2020, "2020-12-20")])
    assess_register(JUNE)
    assert [state.change for state in selectors.history_of(finding)] == ["opened", "cleared"]


def test_two_alike_are_two_findings() -> None:
    twice = [got("summons", "2021-03-01"), got("summons", "2021-03-01")]
    put(case(received=twice, submitted=[], filings=[]))
    assessment = assess_register(JUNE).assessment
    alike = [finding for finding in assessment.cases[0].findings if finding.code == "7d"]
    assert StoredFinding.objects.filter(code="7d").count() == len(alike)


# -- What it is pinned to ----------------------------------------------------------------------------------------


def test_a_finding_names_the_registrations_and_filings_that_were_judged() -> None:
    put(
        filed_late("C1"),
        case(
            "C2",
            instance="second",
            follows="C1",
            received=[],
            filings=[filed_paper("judgment", "2021-05-01")],
        ),
        unfiled("C3"),
    )
    assess_register(JUNE)
    judged = FindingState.objects.get(finding__code="7d", finding__case__ref="C1").judged
    registrations = judged.registrations.order_by("case__ref")
    assert [registration.case.ref for registration in registrations] == ["C1", "C2"]
    assert all(registration.revision_id for registration in registrations)
    assert [filing.case.ref for filing in judged.filings.all()] == ["C1"]


def test_what_was_judged_can_not_be_taken_away() -> None:
    put(filed_late())
    assess_register(JUNE)
    judged = last().judged
    registration, filing = judged.registrations.get(), judged.filings.get()
    for row in (registration, registration.revision, filing, judged, last().applied_law, last().finding):
        with pytest.raises(ProtectedError):
            Collector(using="default", origin=row).collect([row])


def test_a_filing_after_the_day_is_not_judged() -> None:
    put(filed_late(on="2021-03-10"))
    assess_register(date(2021, 3, 9))
    assert not last().judged.filings.exists()
    assess_register(date(2021, 3, 10))
    assert CaseAssessment.objects.get().judged.filings.count() == 1


def test_a_finding_keeps_what_it_judged_when_the_case_is_registered_again_without_changing_it() -> None:
    put(unfiled())
    assess_register(JUNE)
    before = last().judged
    put(unfiled(cause="行政处罚"))
    assess_register(JUNE)
    assert last().judged == before
    assert CaseAssessment.objects.get().judged != before
    assert JudgedRecord.objects.filter(case__ref="C1").count() == 2
    assert RegisteredFacts.objects.count() == 2


def test_law_calendar_and_readings_are_on_record() -> None:
    put(unfiled(received=[got("complaint", "2021-03-05")]))
    assess_register(date(2021, 3, 9))
    first = CaseAssessment.objects.get().applied_law
    assert first.readings["AMB-01"] == "calendar"
    assert ["AMB-01", "working"] in first.alternatives
    assert first.calendar_version.startswith("chinesecalendar")
    ReadingChoice.objects.create(key="AMB-01", value="working", reason="test", since=timezone.now())
    assess_register(date(2021, 3, 9))
    second = CaseAssessment.objects.get().applied_law
    assert second.readings["AMB-01"] == "working"
    assert second.readings_digest != first.readings_digest
    assert second.calendar_digest == first.calendar_digest
    assert states() == [("opened", "reading_dependent"), ("cleared", "clear")]


def test_the_offices_own_rest_day_is_on_record_and_moves_the_due_day() -> None:
    put(unfiled())
    assess_register(JUNE)
    CalendarOverride.objects.create(day=date(2021, 3, 3), kind="rest", name="停电", source="县政府办 1 号")
    assess_register(JUNE)
    assert AppliedLaw.objects.count() == 2
    law = last().applied_law
    assert {"day": "2021-03-03", "kind": "rest", "name": "停电", "source": "县政府办 1 号"} in law.overrides
    assert [state.due for state in FindingState.objects.filter(finding__code="7d").order_by("id")] == [
        date(2021, 3, 3),
        date(2021, 3, 4),
    ]


def test_the_notice_s_first_day_is_kept_among_the_readings() -> None:
    put(unfiled())
    since = timezone.now()
    ReadingChoice.objects.create(key="notice.effective_from", value="2022-01-01", reason="test", since=since)
    ReadingChoice.objects.create(key="AMB-27", value="not_tested", reason="test", since=since)
    assess_register(JUNE)
    assert CaseAssessment.objects.get().applied_law.notice_from == date(2022, 1, 1)
    assert states() == []


def test_a_subject_that_is_corrected_is_told_in_the_new_state() -> None:
    """The county passed the paper on two days later: the same finding, of another day 0 (AMB-11)."""
    received = got("complaint", "2021-03-01")
    facts = {"unit": "XZF", "received": [received], "handling_units": ["AJ"], "submitted": [], "filings": []}
    put(case("C1", **{**facts, "received": [{**received, "forwarded_on": "2021-03-02"}]}))
    assess_register(JUNE)
    put(case("C1", **{**facts, "received": [{**received, "forwarded_on": "2021-03-03"}]}))
    assess_register(JUNE)
    finding = StoredFinding.objects.get(code="7d")
    told = [(state.change, state.subject["on"]) for state in selectors.history_of(finding)]
    assert told == [("opened", "2021-03-02"), ("changed", "2021-03-03")]
