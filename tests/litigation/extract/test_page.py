"""What a page holds is what its facts say, and back."""

import pytest

from litigation.actions.import_register import import_register
from litigation.bundle import normalise
from litigation.bundle.generate import generate
from litigation.extract import facts_of, facts_of_revision, register_facts
from litigation.facts import RegisterFacts
from litigation.models import CasePage
from tests.litigation.records import BARE, FULL, HOLLOW, NONE, register_of, registered, without_identities

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("case", [BARE, FULL, NONE, HOLLOW], ids=["bare", "full", "none", "hollow"])
def test_a_case_comes_out_of_its_page_as_it_went_in(case):
    page = registered(case)
    assert without_identities(facts_of(page)) == case


@pytest.mark.parametrize("case", [BARE, FULL, NONE, HOLLOW], ids=["bare", "full", "none", "hollow"])
def test_live_rows_and_the_latest_revision_say_the_same(case):
    page = registered(case)
    assert facts_of(page) == facts_of_revision(page.latest_revision)


@pytest.mark.parametrize("seed", range(3))
def test_a_generated_register_comes_back_equal_from_pages_revisions_and_registrations(seed):
    register = generate(25, seed)
    import_register(register, actor=None, source="test")

    pages = CasePage.objects.order_by("ref")
    live = [facts_of(page) for page in pages]
    assert live == [facts_of_revision(page.latest_revision) for page in pages]
    stored = register_facts()
    assert normalise(stored) == normalise(register)
    assert _plain(stored) == normalise(RegisterFacts(cases=tuple(live))).cases


def _plain(register):
    cases = normalise(register).cases
    return tuple(without_identities(case) for case in cases)


def test_what_the_admin_leaves_empty_is_not_known(client):
    page = registered(NONE)
    page.no_hearings = False
    assert facts_of(page).hearings is None


def test_entries_count_even_where_no_flag_is_set():
    page = registered(register_of(HOLLOW).cases[0])
    page.has_decision = page.has_performance = False
    page.performance_within_days = 60
    assert facts_of(page).decision.performance.within_days == 60
