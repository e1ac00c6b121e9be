"""The register as one value: the latest registration of each case, now or at a moment, in a few queries."""

from datetime import timedelta

import pytest
from django.utils import timezone
from msgspec.structs import replace

from litigation import facts as f
from litigation.actions.import_register import import_register
from litigation.actions.update_case import update_case
from litigation.bundle import normalise
from litigation.bundle.generate import generate
from litigation.extract import facts_of, register_facts
from litigation.models import CasePage, Filing, RegisteredFacts
from litigation.stored_facts import VERSION, encode
from tests.litigation.records import DISPUTE, FILINGS, FULL, HOLLOW, LAND, NONE, TRANSPORT, register_of

pytestmark = pytest.mark.django_db

QUERIES = 6


def take(*cases, **others):
    import_register(register_of(*cases, **others), actor=None, source="test")


def test_cases_come_by_reference_with_units_and_disputes():
    take(NONE, FULL)
    facts = register_facts()
    assert facts.units == (TRANSPORT, LAND)
    assert facts.disputes == (DISPUTE,)
    assert [case.ref for case in facts.cases] == ["C1", "C2"]


def test_a_draft_is_not_in_the_register():
    take(FULL)
    before = register_facts()
    page = CasePage.objects.get()
    update_case(replace(facts_of(page), cause="草稿"), page=page, dispute=None, actor=None)
    assert register_facts() == before


def test_the_register_of_an_earlier_moment_is_as_it_was_then():
    take(replace(FULL, filings=FILINGS[:1]))
    first = register_facts()
    between = timezone.now()
    later_names = f.RegisterFacts(
        units=(replace(TRANSPORT, name="县交通局"), LAND),
        disputes=(replace(DISPUTE, title="改名"),),
        cases=(replace(FULL, cause="行政许可", filings=FILINGS), NONE),
        annual_reports=(f.AnnualReport(unit="JTJ", year=2020),),
    )
    import_register(later_names, actor=None, source="test")
    assert register_facts(recorded_at=between) == first
    assert normalise(register_facts()) == normalise(later_names)
    assert register_facts(recorded_at=timezone.now()) == register_facts()
    assert register_facts(recorded_at=between - timedelta(days=1)) == f.RegisterFacts()


def test_of_two_registrations_in_one_moment_the_later_counts():
    take(FULL)
    page, moment = CasePage.objects.get(), timezone.now()
    for cause in ("一", "二"):
        RegisteredFacts.objects.create(
            case=page,
            recorded_at=moment,
            schema_version=VERSION,
            encoded=encode(replace(FULL, cause=cause)),
        )
    assert register_facts().cases[0].cause == "二"
    assert register_facts(recorded_at=moment).cases[0].cause == "二"


def test_a_part_of_the_register_brings_the_units_and_disputes_it_names():
    other = replace(HOLLOW, unit="ZRJ")
    take(FULL, other, annual_reports=(f.AnnualReport(unit="ZRJ", year=2020),))
    part = register_facts(units=["ZRJ"])
    assert [case.ref for case in part.cases] == ["C3"]
    assert part.units == (LAND,)
    assert part.disputes == ()
    assert [report.unit for report in part.annual_reports] == ["ZRJ"]

    part = register_facts(cases=["C1"])
    assert [case.ref for case in part.cases] == ["C1"]
    assert part.units == (TRANSPORT, LAND)  # LAND handled the sued act
    assert part.disputes == (DISPUTE,)
    assert part.annual_reports == ()


def test_a_unit_without_cases_is_still_asked_for_its_reports():
    take(annual_reports=(f.AnnualReport(unit="ZRJ", year=2020),))
    assert [report.year for report in register_facts(units=["ZRJ"]).annual_reports] == [2020]


@pytest.mark.benchmark
@pytest.mark.parametrize("moment", [None, timezone.now])
def test_the_number_of_queries_does_not_grow_with_the_register(django_assert_num_queries, moment):
    for cases in (5, 30):
        import_register(generate(cases, 1), actor=None, source="test")
        with django_assert_num_queries(QUERIES):
            facts = register_facts(recorded_at=moment and moment())
        assert len(facts.cases) >= cases
    assert Filing.objects.exists()
