"""An entry of a case keeps its identity through everything an editor does (TRAPS 4)."""

import uuid

import pytest

from litigation.actions.register_case import register_case
from litigation.extract import facts_of, facts_of_revision
from litigation.models import CasePage, Unit
from tests.litigation.admin.editor import Editor
from tests.litigation.records import BARE, FULL, HOLLOW, registered

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(admin_client):
    """Opens the editor of a case."""

    def open_editor(page):
        return Editor(admin_client, page)

    return open_editor


def identities(facts):
    """Every identity in a case, by what the entry is."""
    found = {}
    for name in ("plaintiffs", "received", "submitted", "hearings", "recommendations", "conduct"):
        found[name] = [row.uid for row in getattr(facts, name) or ()]
    for hearing in facts.hearings or ():
        found[f"attendance of {hearing.on}"] = [row.uid for row in hearing.attendance or ()]
    if facts.decision:
        found["services"] = [row.uid for row in facts.decision.services or ()]
        found["appeals"] = [row.uid for row in facts.decision.appeals or ()]
        if facts.decision.performance:
            found["suspensions"] = [row.uid for row in facts.decision.performance.suspensions or ()]
            found["refusal"] = [row.uid for row in facts.decision.performance.refusal or ()]
    return found


def drafted(page):
    return facts_of_revision(CasePage.objects.get(pk=page.pk).latest_revision)


def live(page):
    return facts_of(CasePage.objects.get(pk=page.pk))


def test_three_drafts_and_a_registration_of_an_untouched_form_change_nothing(editor):
    page = registered(FULL)
    before = live(page)
    form = editor(page)
    for _ in range(3):
        form.save()
        assert drafted(page) == before
    form.register()
    assert live(page) == before
    assert page.registrations.count() == 2


def test_entries_added_in_a_draft_keep_their_identity_through_drafts_registration_and_reordering(editor):
    page = registered(BARE)
    form = editor(page)
    form.add("received", document="complaint", on="2020-09-22")
    form.add("received", document="summons", on="2020-09-23")
    attendance = form.add_hearing("2020-10-28")
    form.add(attendance, role="head", name="甲")
    form.add(attendance, role="staff", name="乙")
    form.save()
    first = identities(drafted(page))
    assert len({uid for uids in first.values() for uid in uids}) == 5

    for _ in range(3):
        form.save()
        assert identities(drafted(page)) == first
    form.register()
    assert identities(live(page)) == first

    form.fields["received-0-ORDER"], form.fields["received-1-ORDER"] = "2", "1"
    prefix = "hearings-0-attendance"
    form.fields[f"{prefix}-0-ORDER"], form.fields[f"{prefix}-1-ORDER"] = "2", "1"
    form.save()
    turned = identities(drafted(page))
    assert turned["received"] == first["received"][::-1]
    assert turned["attendance of 2020-10-28"] == first["attendance of 2020-10-28"][::-1]
    form.register()
    assert identities(live(page)) == turned


def test_a_second_draft_may_change_and_add_beside_entries_that_were_never_registered(editor):
    page = registered(BARE)
    form = editor(page)
    attendance = form.add_hearing("2020-10-28")
    form.add(attendance, role="head", name="甲")
    form.save()
    first = identities(drafted(page))

    form.fields["hearings-0-on"] = "2020-10-29"
    form.fields["hearings-0-attendance-0-name"] = "丙"
    form.add("hearings-0-attendance", role="lawyer")
    form.save()
    second = identities(drafted(page))
    assert second["hearings"] == first["hearings"]
    assert second["attendance of 2020-10-29"][:1] == first["attendance of 2020-10-28"]
    assert len(set(second["attendance of 2020-10-29"])) == 2
    (hearing,) = drafted(page).hearings
    assert [person.name for person in hearing.attendance] == ["丙", None]


def test_an_entry_taken_out_of_a_draft_is_gone_and_the_others_stay(editor):
    page = registered(BARE)
    form = editor(page)
    for document in ("complaint", "summons", "judgment"):
        form.add("received", document=document)
    form.save()
    first = identities(drafted(page))["received"]
    form.fields["received-1-DELETE"] = "on"
    form.save()
    assert identities(drafted(page))["received"] == [first[0], first[2]]
    form.register()
    assert identities(live(page))["received"] == [first[0], first[2]]


def test_reverting_to_an_old_revision_brings_its_identities_back(editor):
    page = registered(FULL)
    before = live(page)
    old = CasePage.objects.get(pk=page.pk).latest_revision_id
    form = editor(page)
    form.fields["received-0-DELETE"] = "on"
    form.fields["hearings-0-DELETE"] = "on"
    form.fields["hearings-1-attendance-0-DELETE"] = "on"
    form.register()
    assert live(page) != before

    form.open(revision_id=old)
    form.save()
    assert drafted(page) == before
    form.register()
    assert live(page) == before


def test_reverting_to_a_revision_whose_entries_were_taken_out_since_brings_them_back(editor):
    page = registered(FULL)
    form = editor(page)
    form.register()
    before, old = live(page), CasePage.objects.get(pk=page.pk).live_revision_id
    for taken_out in ("received-0", "hearings-0", "hearings-1-attendance-0", "services-0"):
        form.fields[f"{taken_out}-DELETE"] = "on"
    form.register()
    form.open(revision_id=old)
    form.register()
    assert live(page) == before


def test_reverting_to_a_draft_that_was_never_registered_brings_its_identities_back(editor):
    page = registered(BARE)
    form = editor(page)
    attendance = form.add_hearing("2020-10-28")
    form.add(attendance, role="head", name="甲")
    form.save()
    draft = drafted(page)
    revision = CasePage.objects.get(pk=page.pk).latest_revision_id
    form.fields["hearings-0-on"] = "2020-10-30"
    form.register()
    changed = live(page)
    assert changed.hearings[0].uid == draft.hearings[0].uid

    form.open(revision_id=revision)
    form.register()
    assert live(page) == draft


@pytest.mark.parametrize("where", ["received-0-uid", "hearings-0-uid", "hearings-0-attendance-0-uid"])
def test_an_identity_that_does_not_stand_in_the_loaded_revision_is_refused(editor, where):
    form = editor(registered(FULL))
    form.fields[where] = str(uuid.uuid4())
    form.refused()


def test_an_identity_of_another_row_of_another_list_or_of_another_case_is_refused(editor):
    page, other = registered(FULL), registered(HOLLOW)
    facts = live(page)
    for foreign in (
        facts.received[1].uid,
        facts.submitted[0].uid,
        live(other).hearings[0].uid,
    ):
        form = editor(page)
        form.fields["received-0-uid"] = foreign
        form.refused()


def test_a_new_row_cannot_take_an_identity(editor):
    page = registered(FULL)
    form = editor(page)
    form.add("received", document="ruling", uid=live(page).received[0].uid)
    form.refused()


def test_a_row_without_an_identity_is_new_where_it_is_new_and_itself_where_it_is_stored(editor):
    page = registered(FULL)
    before = identities(live(page))
    form = editor(page)
    form.fields["received-0-uid"] = ""
    form.save()
    assert identities(drafted(page)) == before


def test_the_template_for_new_rows_holds_no_identity(admin_client):
    page = registered(FULL)
    html = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert 'name="received-__prefix__-uid"' in html
    start = html.index('name="received-__prefix__-uid"')
    assert "value=" not in html[start : html.index(">", start)]


def test_a_case_made_in_the_admin_gets_a_reference_of_its_unit_and_identities_that_stay(admin_client):
    registered(BARE)
    unit_page = Unit.objects.get(code="JTJ").page
    address = f"/admin/pages/add/litigation/casepage/{unit_page.pk}/"
    from bs4 import BeautifulSoup

    from tests.litigation.admin.editor import fields_of

    html = admin_client.get(address).content
    fields = fields_of(BeautifulSoup(html, "html.parser").find(id="page-edit-form"))
    fields |= {"received-TOTAL_FORMS": "1", "received-0-document": "complaint", "received-0-ORDER": "1"}
    fields |= {"received-0-id": "", "received-0-uid": "", "received-0-DELETE": ""}
    response = admin_client.post(address, {**fields, "action-publish": "action-publish"})
    assert response.status_code == 302

    page = CasePage.objects.exclude(ref="C0").get()
    assert page.ref.startswith("JTJ-")
    assert page.live
    assert page.unit.code == "JTJ"
    registration = page.registrations.get()
    assert registration.actor.is_superuser
    before = live(page)
    assert before.received[0].uid
    form = Editor(admin_client, page)
    form.save()
    assert drafted(page) == before
    register_case(page, actor=None)
    assert live(page) == before
