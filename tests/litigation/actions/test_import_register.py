"""An import brings the register up to date and leaves alone what is up to date."""

from datetime import date

import pytest
from django.db import connection
from msgspec.structs import replace
from wagtail.models import PageLogEntry, Revision

from litigation import facts as f
from litigation.actions.import_register import import_register
from litigation.actions.update_case import update_case
from litigation.bundle import normalise
from litigation.bundle.generate import generate
from litigation.extract import facts_of, register_facts
from litigation.import_report import ImportRefusedError
from litigation.models import CasePage, Dispute, Filing, FilingsKept, RegisteredFacts, Unit, UnitPage
from litigation.signals import cases_registered, filings_recorded
from litigation.vocabulary import Document, FiledDuty, Recipient
from tests.litigation.records import BARE, DISPUTE, FILINGS, FULL, HOLLOW, NONE, TRANSPORT, register_of

pytestmark = pytest.mark.django_db

ALL_TABLES = [
    Unit,
    Unit.history.model,
    UnitPage,
    Dispute,
    Dispute.history.model,
    CasePage,
    Revision,
    RegisteredFacts,
    Filing,
    FilingsKept,
    PageLogEntry,
]


def take(register, **options):
    return import_register(register, **{"actor": None, "source": "test.yaml", **options})


def counts():
    return {model.__name__: model.objects.count() for model in ALL_TABLES}


def test_the_report_says_what_was_made():
    report = take(register_of(FULL, NONE))
    assert report.units.created == ["JTJ", "ZRJ"]
    assert report.disputes.created == ["D1"]
    assert report.cases.created == ["C1", "C2"]
    assert report.changed_anything


def test_importing_the_same_register_again_changes_nothing():
    register = generate(40, 7)
    take(register)
    before = counts()
    report = take(register)
    assert counts() == before
    assert not report.changed_anything
    assert len(report.cases.unchanged) == 40
    assert not report.filings_missing
    assert not report.reports_missing


def test_what_was_exported_comes_in_again_as_nothing():
    take(generate(20, 3))
    before = counts()
    report = take(normalise(register_facts()))
    assert not report.changed_anything
    assert counts() == before


def test_every_registered_case_is_live_with_one_revision_and_one_registration():
    take(register_of(FULL, HOLLOW))
    for page in CasePage.objects.all():
        assert page.live
        assert not page.has_unpublished_changes
        assert page.live_revision_id == page.latest_revision_id
        assert page.revisions.count() == page.registrations.count() == 1
        assert page.registrations.get().revision_id == page.latest_revision_id


def test_a_changed_case_gets_a_new_revision_and_the_report_holds_what_stood_there_before():
    take(register_of(FULL, NONE))
    (complaint, summons) = FULL.received
    moved = replace(FULL, cause="行政许可", received=(replace(complaint, on=date(2020, 9, 19)), summons))
    report = take(register_of(moved, NONE))
    assert report.cases.changed == ["C1"]
    assert report.cases.unchanged == ["C2"]
    assert {(c.path, c.before, c.after) for c in report.changes["C1"]} == {
        ("cause", "行政处罚", "行政许可"),
        ("received[0].on", "2020-09-22", "2020-09-19"),
    }
    page = CasePage.objects.get(ref="C1")
    assert page.revisions.count() == page.registrations.count() == 2


def test_the_new_revision_is_attributed_to_the_import_and_to_who_imported(admin_user):
    take(register_of(FULL))
    take(register_of(replace(FULL, cause=None)), actor=admin_user, source="second.yaml")
    page = CasePage.objects.get(ref="C1")
    assert page.latest_revision.user == admin_user
    assert page.registrations.latest("id").actor == admin_user
    entry = PageLogEntry.objects.filter(page=page, action="litigation.import").latest("id")
    assert entry.user == admin_user
    assert entry.revision_id == page.latest_revision_id
    assert entry.data == {
        "source": "second.yaml",
        "changes": [{"path": "cause", "before": "行政处罚", "after": None}],
    }


def test_who_imports_units_and_disputes_stands_in_their_history(admin_user):
    take(register_of(FULL), actor=admin_user)
    assert Unit.history.latest("history_id").history_user == admin_user
    assert Dispute.history.latest("history_id").history_user == admin_user


def test_entries_that_are_repeated_or_corrected_keep_their_identity():
    take(register_of(FULL))
    before = facts_of(CasePage.objects.get(ref="C1"))
    first, second = FULL.hearings
    staff, lawyer = first.attendance
    changed = replace(
        FULL,
        received=FULL.received[::-1],
        hearings=(second, replace(first, attendance=(lawyer, replace(staff, proof=False)))),
    )
    take(register_of(changed))
    after = facts_of(CasePage.objects.get(ref="C1"))
    assert [row.uid for row in after.received] == [row.uid for row in before.received[::-1]]
    assert [row.uid for row in after.hearings] == [row.uid for row in before.hearings[::-1]]
    assert [row.uid for row in after.hearings[1].attendance] == [
        row.uid for row in before.hearings[0].attendance[::-1]
    ]


def test_a_case_with_a_draft_is_refused_and_nothing_of_the_file_is_imported():
    take(register_of(FULL))
    page = CasePage.objects.get(ref="C1")
    update_case(replace(facts_of(page), cause="草稿"), page=page, dispute=page.dispute, actor=None)
    before = counts()
    with pytest.raises(ImportRefusedError) as refusal:
        take(register_of(replace(FULL, cause="导入"), NONE))
    (problem,) = refusal.value.problems
    assert problem.path == "cases[0]"
    assert "C1" in problem.message
    assert counts() == before


def test_a_case_with_a_draft_that_the_file_repeats_as_registered_is_left_alone():
    take(register_of(FULL))
    page = CasePage.objects.get(ref="C1")
    update_case(replace(facts_of(page), cause="草稿"), page=page, dispute=page.dispute, actor=None)
    assert take(register_of(FULL)).cases.unchanged == ["C1"]


def test_a_case_made_in_the_admin_and_never_registered_is_refused():
    take(register_of(FULL))
    unit = Unit.objects.get(code="JTJ")
    draft = CasePage(unit=unit, ref="C9")
    unit.page.add_child(instance=draft)
    draft.save_revision()
    with pytest.raises(ImportRefusedError):
        take(register_of(replace(BARE, ref="C9")))


def test_every_reason_is_listed():
    take(register_of(FULL))
    too_long = f.CaseFacts(ref="X" * 101, unit="JTJ", kind=FULL.kind, instance=FULL.instance)
    huge = replace(BARE, decision=f.Decision(performance=f.Performance(within_days=10**12)))
    with pytest.raises(ImportRefusedError) as refusal:
        take(register_of(too_long, huge, replace(FULL, unit="ZRJ")))
    assert [problem.path for problem in refusal.value.problems] == ["cases[0]", "cases[1]", "cases[2]"]


def test_a_unit_with_an_impossible_name_is_a_reason():
    with pytest.raises(ImportRefusedError) as refusal:
        take(f.RegisterFacts(units=(replace(TRANSPORT, name="局" * 300),)))
    assert refusal.value.problems[0].path == "units[0]"


def test_the_day_of_acceptance_which_no_bundle_holds_is_kept():
    take(register_of(FULL))
    page = CasePage.objects.get(ref="C1")
    CasePage.objects.filter(pk=page.pk).update(accepted_on=date(2020, 9, 1))
    page.refresh_from_db()
    page.save_revision().publish()
    assert take(register_of(FULL)).cases.unchanged == ["C1"]
    take(register_of(replace(FULL, cause="别的")))
    assert CasePage.objects.get(ref="C1").accepted_on == date(2020, 9, 1)


def test_a_dry_run_reports_and_writes_nothing():
    report = take(register_of(FULL), dry_run=True)
    assert report.cases.created == ["C1"]
    assert not CasePage.objects.exists()
    assert not Unit.objects.exists()


def test_progress_is_told():
    told = []
    take(register_of(FULL, NONE, HOLLOW), progress=lambda done, total: told.append((done, total)))
    assert told == [(3, 3)]


def test_units_and_disputes_are_brought_up_to_date():
    take(register_of(FULL))
    renamed = f.RegisterFacts(
        units=(replace(TRANSPORT, name="县交通局"),),
        disputes=(replace(DISPUTE, title="改名"),),
        cases=(FULL,),
    )
    report = take(renamed)
    assert report.units.changed == ["JTJ"]
    assert report.disputes.changed == ["D1"]
    unit = Unit.objects.get(code="JTJ")
    assert unit.page.title == "县交通局"
    assert unit.history.count() == 2


class TestFilings:
    def test_a_missing_key_says_that_nobody_recorded_them_and_an_empty_one_that_there_are_none(self):
        take(
            register_of(
                replace(FULL, filings=None), replace(NONE, filings=()), replace(HOLLOW, filings=FILINGS)
            )
        )
        unknown, none, some = register_facts().cases
        assert unknown.filings is None
        assert none.filings == ()
        assert [replace(filing, uid="") for filing in some.filings] == list(FILINGS)

    def test_the_same_filing_again_is_nothing_and_a_missing_one_is_reported_and_kept(self):
        take(register_of(replace(FULL, filings=FILINGS)))
        late = f.FilingFacts(duty=FiledDuty.LOSS_ANALYSIS, on=date(2020, 12, 20))
        report = take(register_of(replace(FULL, filings=(FILINGS[1], late))))
        assert report.filings_added == 1
        assert report.filings_missing == {"C1": ["duty=appearance_registration on=2020-09-24"]}
        assert Filing.objects.count() == 3
        assert not take(register_of(replace(FULL, filings=None))).filings_missing

    def test_the_same_act_twice_is_two_acts(self):
        twice = (FILINGS[0], FILINGS[0])
        assert take(register_of(replace(FULL, filings=twice))).filings_added == 2
        assert take(register_of(replace(FULL, filings=twice))).filings_added == 0

    def test_a_filing_bears_how_it_came_and_who_brought_it(self, admin_user):
        take(register_of(replace(FULL, filings=FILINGS)), actor=admin_user)
        for filing in Filing.objects.all():
            assert filing.source == "import"
            assert filing.actor == admin_user
            assert filing.recorded_at.date() > filing.on

    def test_filings_alone_make_no_new_revision(self):
        take(register_of(replace(FULL, filings=())))
        take(register_of(replace(FULL, filings=FILINGS)))
        assert CasePage.objects.get().revisions.count() == 1

    def test_a_filing_may_leave_open_which_document_it_covers(self):
        open_filing = f.FilingFacts(duty=FiledDuty.DOCUMENT_FILING, document=Document.SUMMONS)
        take(register_of(replace(FULL, filings=(open_filing,))))
        (filing,) = register_facts().cases[0].filings
        assert replace(filing, uid="") == open_filing


class TestAnnualReports:
    REPORT = f.AnnualReport(unit="JTJ", year=2020, on=date(2020, 12, 24), recipient=Recipient.COUNTY)

    def test_without_the_key_nobody_recorded_them(self):
        take(register_of(FULL))
        assert register_facts().annual_reports is None

    def test_an_empty_list_says_that_there_are_none(self):
        take(register_of(FULL, annual_reports=()))
        facts = register_facts()
        assert facts.annual_reports == ()
        assert facts.reports_unknown == ()

    def test_units_of_which_nobody_recorded_them_are_named(self):
        take(register_of(FULL))
        take(f.RegisterFacts(units=(TRANSPORT,), annual_reports=(self.REPORT,)))
        facts = register_facts()
        assert [replace(report, uid="") for report in facts.annual_reports] == [self.REPORT]
        assert facts.reports_unknown == ("ZRJ",)

    def test_the_same_report_again_is_nothing_and_a_missing_one_is_reported_and_kept(self):
        take(register_of(FULL, annual_reports=(self.REPORT,)))
        assert take(register_of(FULL, annual_reports=(self.REPORT,))).reports_added == 0
        report = take(register_of(FULL, annual_reports=()))
        assert report.reports_missing == {"JTJ": ["unit=JTJ year=2020 on=2020-12-24 recipient=county"]}
        assert len(register_facts().annual_reports) == 1


def test_what_listens_writes_in_the_transaction_that_writes_the_record():
    heard = []

    def listen(sender, **what):
        assert connection.in_atomic_block
        heard.append((sender.__name__, {name: len(what[name]) for name in keys & set(what)}))

    keys = {"registrations", "cases", "units", "filings"}
    for signal in (cases_registered, filings_recorded):
        signal.connect(listen)
    try:
        take(register_of(replace(FULL, filings=FILINGS[:1])))
    finally:
        for signal in (cases_registered, filings_recorded):
            signal.disconnect(listen)
    assert heard == [
        ("CasePage", {"registrations": 1}),
        ("Filing", {"cases": 1, "units": 0, "filings": 1}),
        ("Filing", {"cases": 1, "units": 0, "filings": 0}),
    ]


@pytest.mark.benchmark
def test_importing_again_asks_the_same_few_questions_however_many_cases(django_assert_max_num_queries):
    take(generate(60, 5))
    with django_assert_max_num_queries(120, connection=connection):
        take(generate(60, 5))
