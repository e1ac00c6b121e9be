"""Entering many new cases at once leaves what Wagtail's own steps would leave, case by case."""

import pytest
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, Revision

from litigation.actions.enter_cases import draw_case, enter_cases
from litigation.actions.provision_disputes import provision_disputes
from litigation.actions.provision_unit import provision_unit
from litigation.actions.register_case import register_case
from litigation.models import CasePage, Dispute, RegisteredFacts, Unit, UnitPage
from litigation.transcribe import ROWS, transcribe
from tests.litigation.records import BARE, DISPUTE, FULL, HOLLOW, LAND, NONE, TRANSPORT

pytestmark = pytest.mark.django_db

CAST = (BARE, FULL, NONE, HOLLOW)
#: What two cases never have in common: numbers, moments, random identities.
OWN = {
    "id",
    "page_ptr_id",
    "translation_key",
    "latest_revision_id",
    "live_revision_id",
    "uid",
    "page_id",
    "hearing_id",
}
MOMENTS = {
    "first_published_at",
    "last_published_at",
    "latest_revision_created_at",
    "created_at",
    "recorded_at",
}


@pytest.fixture
def unit():
    for facts in (TRANSPORT, LAND):
        provision_unit(facts, actor=None)
    provision_disputes([DISPUTE], actor=None)
    return Unit.objects.get(code="JTJ")


def dispute_of(facts):
    return Dispute.objects.get(ref=facts.dispute) if facts.dispute else None


def at_once(unit, actor):
    pages = [draw_case(facts, unit=unit, dispute=dispute_of(facts), actor=actor) for facts in CAST]
    enter_cases(pages, actor=actor)


def step_by_step(unit, actor):
    for facts in CAST:
        page = CasePage(ref=facts.ref, unit=unit, dispute=dispute_of(facts), owner=actor)
        transcribe(facts, page)
        unit.page.add_child(instance=page)
        page.save_revision(user=actor)
        register_case(page, actor=actor)


def everything():
    """All columns of all tables that a case writes to, without what is its own."""
    found = {"numchild": UnitPage.objects.get(unit__code="JTJ").numchild}
    for model in (CasePage, *ROWS.values()):
        rows = model.objects.order_by("pk").values()
        found[model.__name__] = [_plain(row) for row in rows]
    found["revisions"] = [
        {
            "content": _content(revision.content),
            "user": revision.user_id,
            "title": revision.object_str,
            "types": {revision.content_type.model, revision.base_content_type.model},
            "is_of": CasePage.objects.get(pk=revision.object_id).ref,
        }
        for revision in Revision.objects.filter(
            content_type=ContentType.objects.get_for_model(CasePage)
        ).order_by("pk")
    ]
    found["links"] = [
        (
            page.ref,
            page.live_revision_id == page.latest_revision_id == registration.revision_id,
            registration.actor_id,
        )
        for page in CasePage.objects.order_by("pk")
        for registration in page.registrations.all()
    ]
    found["moments"] = [
        all(getattr(page, moment) is not None for moment in MOMENTS & set(vars(page)))
        for page in CasePage.objects.all()
    ]
    return found


def _plain(row):
    return {name: value for name, value in row.items() if name not in OWN | MOMENTS}


def _content(content):
    """A revision's content without numbers and moments; which children have been stored by then is no fact."""
    plain = {
        name: value
        for name, value in content.items()
        if name not in OWN | MOMENTS | {"pk", "page", "hearing"}
    }
    for name, value in plain.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            plain[name] = [_content(row) for row in value]
    return plain


@pytest.mark.parametrize("named", [False, True], ids=["system", "user"])
def test_it_leaves_what_wagtails_own_steps_leave(unit, admin_user, named):
    from django.db import transaction

    actor = admin_user if named else None
    states = []
    for enter in (at_once, step_by_step):
        with transaction.atomic():
            enter(unit, actor)
            states.append(everything())
            transaction.set_rollback(True)
    assert states[0] == states[1]


def test_the_tree_stays_whole_and_grows_after_what_is_there(unit):
    step_by_step(unit, None)
    pages = [draw_case(_renamed(facts), unit=unit, dispute=dispute_of(facts), actor=None) for facts in CAST]
    enter_cases(pages, actor=None)
    unit.page.refresh_from_db()
    assert unit.page.numchild == 8
    assert [page.specific.ref for page in unit.page.get_children()] == [
        *(facts.ref for facts in CAST),
        *(f"X{facts.ref}" for facts in CAST),
    ]
    assert Page.find_problems() == ([], [], [], [], [])
    added = CasePage(unit=unit, ref="last")
    unit.page.add_child(instance=added)
    assert unit.page.get_last_child().pk == added.pk


def _renamed(facts):
    from msgspec.structs import replace

    return replace(facts, ref=f"X{facts.ref}")


def test_a_case_entered_so_can_be_edited_and_registered_again(unit):
    at_once(unit, None)
    page = CasePage.objects.get(ref="C1")
    page.cause = "行政许可"
    page.save_revision()
    register_case(page, actor=None)
    assert RegisteredFacts.objects.filter(case=page).count() == 2
    assert ContentType.objects.get_for_model(CasePage) == page.content_type
