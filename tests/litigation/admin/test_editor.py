"""The editor says *none*, *not known* and *there is*, and registers in one step."""

import pytest
from django.urls import reverse

from litigation.extract import facts_of, facts_of_revision
from litigation.facts import Decision, EvidenceExtension, Sensitive
from litigation.models import CasePage, Dispute, RegisteredFacts
from litigation.permissions import can_edit_case, can_register_case
from litigation.vocabulary import Ground
from tests.litigation.admin.editor import Editor
from tests.litigation.records import BARE, FULL, HOLLOW, NONE, registered

pytestmark = pytest.mark.django_db


def drafted(page):
    return facts_of_revision(CasePage.objects.get(pk=page.pk).latest_revision)


@pytest.mark.parametrize("case", [BARE, FULL, NONE, HOLLOW], ids=["bare", "full", "none", "hollow"])
def test_saving_an_untouched_form_changes_no_fact(case, admin_client):
    page = registered(case)
    before = facts_of(page)
    Editor(admin_client, page).save()
    assert drafted(page) == before


def test_none_and_entries_together_are_refused(admin_client):
    page = registered(FULL)
    form = Editor(admin_client, page)
    form.fields["no_hearings"] = "on"
    form.refused()
    form = Editor(admin_client, page)
    form.fields["hearings-0-no_attendance"] = "on"
    form.refused()


def test_none_is_accepted_once_the_entries_are_taken_out(admin_client):
    page = registered(FULL)
    form = Editor(admin_client, page)
    form.fields.update({"no_hearings": "on", "hearings-0-DELETE": "on", "hearings-1-DELETE": "on"})
    form.save()
    assert drafted(page).hearings == ()


def test_lists_of_terms_say_none_and_not_known(admin_client):
    page = registered(NONE)
    form = Editor(admin_client, page)
    form.fields["sensitive_grounds"] = ["chain_reaction"]
    form.fields["decision_outcomes"] = []
    form.save()
    facts = drafted(page)
    assert facts.sensitive == Sensitive(grounds=(Ground.CHAIN_REACTION,))
    assert facts.decision.outcomes is None


def test_a_group_is_there_once_anything_of_it_is_given(admin_client):
    page = registered(BARE)
    form = Editor(admin_client, page)
    form.fields["evidence_extension_applied_on"] = "2020-09-30"
    form.fields["has_decision"] = "on"
    form.save()
    facts = drafted(page)
    assert facts.evidence_extension == EvidenceExtension(applied_on=facts.evidence_extension.applied_on)
    assert facts.decision == Decision()
    assert CasePage.objects.get(pk=page.pk).latest_revision.as_object().has_evidence_extension


def test_a_draft_whose_entry_does_not_say_what_it_is_is_refused(admin_client):
    form = Editor(admin_client, registered(BARE))
    form.add("received", on="2020-09-22")
    form.refused()


@pytest.mark.parametrize(
    ("field", "known", "unknown"),
    [
        ("represented_by", "ZRJ", "ZZ"),
        ("follows", "C2", "C99"),
        ("hearings-0-attendance-0-organ", "ZRJ", "ZZ"),
    ],
)
def test_a_record_that_is_named_must_be_there(admin_client, field, known, unknown):
    page = registered(FULL)
    registered(NONE)
    form = Editor(admin_client, page)
    form.fields[field] = unknown
    assert unknown in form.refused()
    form = Editor(admin_client, page)
    form.fields[field] = known
    form.save()


def test_a_draft_changes_nothing_that_is_registered(admin_client):
    page = registered(FULL)
    form = Editor(admin_client, page)
    form.fields["cause"] = "行政许可"
    form.save()
    assert page.registrations.count() == 1
    assert facts_of(CasePage.objects.get(pk=page.pk)).cause == "行政处罚"


def test_publishing_registers_who_when_and_what(admin_client, admin_user):
    page = registered(FULL)
    form = Editor(admin_client, page)
    form.fields["cause"] = "行政许可"
    form.register()
    registration = page.registrations.latest("id")
    page = CasePage.objects.get(pk=page.pk)
    assert registration.actor == admin_user
    assert registration.revision_id == page.live_revision_id == page.latest_revision_id
    assert "行政许可" in registration.encoded
    assert not page.has_unpublished_changes


def test_if_the_facts_cannot_be_kept_the_case_does_not_go_live(admin_client, monkeypatch):
    page = registered(BARE)
    form = Editor(admin_client, page)
    form.fields["cause"] = "行政许可"

    def fail(*args, **kwargs):
        raise RuntimeError("no room")

    monkeypatch.setattr(RegisteredFacts.objects.__class__, "create", fail)
    with pytest.raises(RuntimeError, match="no room"):
        form.register()
    page = CasePage.objects.get(pk=page.pk)
    assert page.cause is None
    assert page.has_unpublished_changes
    assert page.registrations.count() == 1


def test_publishing_many_at_once_registers_each(admin_client):
    pages = [registered(BARE), registered(NONE)]
    for page in pages:
        form = Editor(admin_client, page)
        form.fields["cause"] = "行政许可"
        form.save()
    ids = "&".join(f"id={page.pk}" for page in pages)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = admin_client.post(f"{address}?{ids}", {"next": "/admin/"})
    assert response.status_code == 302
    for page in pages:
        assert page.registrations.count() == 2
        assert facts_of(CasePage.objects.get(pk=page.pk)).cause == "行政许可"


def test_an_editor_chooses_among_the_disputes_of_the_unit_only(admin_client):
    page = registered(FULL)
    Dispute.objects.create(ref="D9", title="别的单位的争议")
    html = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert "某运输公司不服行政处罚" in html
    assert "别的单位的争议" not in html


def test_a_decision_on_rights_says_why_not(admin_user, django_user_model):
    page = registered(BARE)
    stranger = django_user_model.objects.create_user("stranger")
    for ask in (can_edit_case, can_register_case):
        assert ask(admin_user, page)
        refusal = ask(stranger, page)
        assert not refusal
        assert refusal.reason
