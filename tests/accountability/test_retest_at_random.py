"""After edits at random, what re-testing stored is what a full assessment stores: incremental equals full."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils import timezone
from msgspec.structs import replace

from accountability.actions.assess_register import assess_register
from accountability.actions.retest import retest_due, retest_pending
from accountability.models import CaseAssessment, PendingTest
from litigation.actions.choose_reading import choose_reading
from litigation.actions.import_register import import_register
from litigation.actions.override_day import override_day
from litigation.bundle.generate import generate
from litigation.extract import register_facts
from litigation.facts import AnnualReport, CaseFacts, FilingFacts, RegisterFacts
from litigation.law.working_days import DayKind
from litigation.vocabulary import FiledDuty, Instance

pytestmark = pytest.mark.django_db

Edit = Callable[[CaseFacts, random.Random, RegisterFacts], CaseFacts]


def moved_service(case: CaseFacts, luck: random.Random, register: RegisterFacts) -> CaseFacts:
    shift = timedelta(days=luck.randint(-9, 9))
    papers = tuple(replace(row, on=row.on and row.on + shift, uid="") for row in case.received or ())
    return replace(case, received=papers)


def forgotten_hearings(case: CaseFacts, luck: random.Random, register: RegisterFacts) -> CaseFacts:
    return replace(case, hearings=None if luck.random() < 0.5 else ())


def no_decision(case: CaseFacts, luck: random.Random, register: RegisterFacts) -> CaseFacts:
    return replace(case, decision=None)


def answered_never(case: CaseFacts, luck: random.Random, register: RegisterFacts) -> CaseFacts:
    return replace(case, submitted=None if luck.random() < 0.3 else ())


def linked_anew(case: CaseFacts, luck: random.Random, register: RegisterFacts) -> CaseFacts:
    earlier = [other.ref for other in register.cases if other.unit == case.unit and other.ref < case.ref]
    if luck.random() < 0.3 or not earlier:
        return replace(case, follows=None)
    return replace(
        case, follows=luck.choice(earlier), instance=luck.choice([Instance.SECOND, Instance.REMAND])
    )


def another_dispute(case: CaseFacts, luck: random.Random, register: RegisterFacts) -> CaseFacts:
    refs = [None, *(dispute.ref for dispute in register.disputes)]
    return replace(case, dispute=luck.choice(refs))


def represented(case: CaseFacts, luck: random.Random, register: RegisterFacts) -> CaseFacts:
    codes = [unit.code for unit in register.units if unit.code != case.unit]
    return replace(case, represented_by=luck.choice([None, *codes]))


def filed(case: CaseFacts, luck: random.Random, register: RegisterFacts) -> CaseFacts:
    known = case.filings or ()
    on = date(2021, 1, 1) + timedelta(days=luck.randrange(1500))
    return replace(case, filings=(*known, FilingFacts(duty=luck.choice(list(FiledDuty)), on=on)))


def closed(case: CaseFacts, luck: random.Random, register: RegisterFacts) -> CaseFacts:
    return replace(case, closed_on=date(2021, 1, 1) + timedelta(days=luck.randrange(1500)))


EDITS: tuple[Edit, ...] = (
    moved_service,
    forgotten_hearings,
    no_decision,
    answered_never,
    linked_anew,
    another_dispute,
    represented,
    filed,
    closed,
)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_after_edits_at_random_a_full_assessment_finds_nothing_to_store(seed: int) -> None:
    luck = random.Random(seed)
    import_register(generate(45, seed), actor=None, source="test")
    today = timezone.localdate()
    assess_register(today)
    visited = 0
    for _round in range(8):
        register = register_facts()
        cases = [
            luck.choice(EDITS)(case, luck, register)
            for case in luck.sample(register.cases, luck.randint(1, 4))
        ]
        reports = register.annual_reports
        if luck.random() < 0.4:
            unit = luck.choice(register.units)
            reports = (*(reports or ()), AnnualReport(unit=unit.code, year=2021, on=date(2021, 12, 20)))
        changed = replace(register, cases=tuple(cases), annual_reports=reports)
        import_register(changed, actor=None, source="test")
        if luck.random() < 0.4:
            day = date(2021, 1, 1) + timedelta(days=luck.randrange(1500))
            override_day(day, luck.choice(list(DayKind)), name="x", source="y", actor=None)
        if luck.random() < 0.2:
            choose_reading("AMB-01", luck.choice(["calendar", "working"]), reason="z", actor=None)
        visited += retest_pending().tested
        stored = assess_register(today).stored
        assert stored is not None
        assert (stored.results, dict(stored.changes), stored.overtaken) == (0, {}, ())
        assert not PendingTest.objects.exists()
    assert 0 < visited < 8 * 45


def test_visits_on_days_at_random_keep_what_a_full_assessment_of_each_day_stores() -> None:
    luck = random.Random(7)
    import_register(generate(45, 7), actor=None, source="test")
    day = date(2021, 3, 1)
    assess_register(day)
    visited = 0
    for _round in range(25):
        day += timedelta(days=luck.choice([1, 1, 2, 9, 40]))
        visited += retest_due(day).tested
        stored = assess_register(day).stored
        assert stored is not None
        assert (stored.results, dict(stored.changes)) == (0, {}), day
        assert {*CaseAssessment.objects.values_list("as_of", flat=True)} == {day}
    assert 0 < visited < 25 * 45
