"""What was once a record stays: nothing is deleted, moved, copied, withdrawn or written over."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from wagtail.models import Page

from home.models import HomePage
from litigation.actions.choose_reading import choose_reading
from litigation.actions.import_register import import_register
from litigation.actions.override_day import override_day
from litigation.law.working_days import DayKind
from litigation.models import (
    CalendarOverride,
    CasePage,
    Dispute,
    Filing,
    FilingsKept,
    KeptForeverError,
    Official,
    ReadingChoice,
    RegisteredFacts,
    Registry,
    Unit,
    UnitPage,
)
from litigation.permission_testers import RegisterPagePermissionTester
from tests.litigation.records import BARE, FILINGS, FULL, register_of, registered

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    from msgspec.structs import replace

    page = registered(replace(FULL, filings=FILINGS))
    Official.objects.create(unit=page.unit, name="甲")
    return page


@pytest.mark.parametrize(
    "model", [Unit, Official, Dispute, Registry, UnitPage, CasePage, Filing, FilingsKept, RegisteredFacts]
)
def test_nothing_of_the_register_is_deleted_alone_or_with_others(case, model):
    count = model.objects.count()
    assert count
    with pytest.raises(KeptForeverError):
        model.objects.first().delete()
    with pytest.raises((KeptForeverError, ProtectedError)), transaction.atomic():
        model.objects.all().delete()
    assert model.objects.count() == count


def test_a_case_that_was_never_registered_is_not_deleted_either(case):
    CasePage.objects.filter(pk=case.pk).update(live=False)
    draft = CasePage(unit=case.unit, ref="X1")
    case.unit.page.add_child(instance=draft)
    for page in (draft, Page.objects.get(pk=draft.pk), case.unit.page, Registry.objects.get()):
        with pytest.raises(KeptForeverError), transaction.atomic():
            page.delete()
    assert CasePage.objects.filter(pk=draft.pk).exists()


@pytest.mark.parametrize("rows", [Filing, FilingsKept, RegisteredFacts])
def test_filings_and_registrations_are_never_changed(case, rows):
    row = rows.objects.first()
    with pytest.raises(KeptForeverError):
        row.save()
    with pytest.raises(KeptForeverError):
        rows.objects.update(pk=row.pk)
    with pytest.raises(KeptForeverError):
        rows.objects.bulk_update([row], ["id"])


def test_what_is_written_once_is_not_written_over_by_a_conflict(case):
    row = Filing.objects.first()
    with pytest.raises(KeptForeverError):
        Filing.objects.bulk_create([row], update_conflicts=True, unique_fields=["uid"], update_fields=["on"])


def test_the_code_of_a_unit_never_changes(case):
    unit = case.unit
    code, unit.code = unit.code, "ANOTHER"
    with pytest.raises(KeptForeverError, match=unit.name):
        unit.save()
    unit.code, unit.name = code, "县交通运输局（新）"
    unit.save()
    assert Unit.objects.get(pk=unit.pk).code == code


def test_the_history_of_a_unit_an_override_or_a_reading_is_never_deleted(case):
    override_day(date(2021, 3, 3), DayKind.REST, name="停电", source="县政府通告", actor=None)
    choose_reading("AMB-01", "working", reason="市中院复函", actor=None)
    for model in (Unit, Official, Dispute, CalendarOverride, ReadingChoice):
        rows = model.history
        assert rows.exists()
        with pytest.raises(KeptForeverError), transaction.atomic():
            rows.first().delete()
        with pytest.raises(KeptForeverError), transaction.atomic():
            rows.all().delete()


def test_a_revision_of_a_case_is_never_written_over(case):
    count = case.revisions.count()
    with pytest.raises(PermissionDenied):
        case.save_revision(overwrite_revision=case.latest_revision)
    assert case.revisions.count() == count


def test_a_registered_revision_cannot_be_deleted(case):
    with pytest.raises(ProtectedError):
        case.latest_revision.delete()
    call_command("purge_revisions", days=0, pages=True)
    assert case.revisions.exists()


@pytest.mark.parametrize("act", ["unpublish", "move", "copy", "create_alias", "copy_for_translation"])
def test_a_page_of_the_register_is_not_moved_copied_or_withdrawn(case, act):
    for page in (case, case.unit.page, Registry.objects.get()):
        with pytest.raises(KeptForeverError):
            getattr(page, act)()


@pytest.mark.parametrize("field", ["go_live_at", "expire_at"])
def test_the_clock_neither_registers_nor_withdraws_a_case(case, field):
    setattr(case, field, timezone.now() + timedelta(days=1))
    with pytest.raises(ValidationError):
        case.save_revision()
    with pytest.raises(PermissionDenied):
        registered(BARE).save_revision(approved_go_live_at=timezone.now())


def test_the_editor_offers_no_schedule_no_privacy_and_no_comments(case):
    form = CasePage.get_edit_handler().get_form_class()
    assert not {"go_live_at", "expire_at", "slug", "title"} & set(form.base_fields)
    assert "comments" not in form.formsets


@pytest.mark.parametrize("who", ["admin_user", "editor"])
def test_the_admin_offers_none_of_it_to_anybody(case, who, request, django_user_model):
    user = request.getfixturevalue("admin_user") if who == "admin_user" else _editor(case, django_user_model)
    for page in (case, case.unit.page, Registry.objects.get(), HomePage.objects.get()):
        # As Wagtail asks: also on the plain page of a listing.
        for asked in (page, Page.objects.get(pk=page.pk)):
            tester = asked.permissions_for_user(user)
            assert isinstance(tester, RegisterPagePermissionTester)
            assert not tester.can_delete()
            assert not tester.can_unpublish()
            assert not tester.can_move()
            assert not tester.can_move_to(Registry.objects.get())
            assert not tester.can_copy()
            assert not tester.can_copy_to(Registry.objects.get())
            assert not tester.can_set_view_restrictions()
            assert not tester.can_unschedule()
    assert case.permissions_for_user(user).can_edit()
    assert case.permissions_for_user(user).can_publish()
    assert not case.unit.page.permissions_for_user(user).can_edit()
    assert case.unit.page.permissions_for_user(user).can_add_subpage()


def _editor(case, django_user_model):
    from django.contrib.auth.models import Group, Permission
    from wagtail.models import GroupPagePermission

    group = Group.objects.create(name="editors of one unit")
    for codename in ("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page"):
        permission = Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=case.unit.page, permission=permission)
    user = django_user_model.objects.create_user("editor", password="x")
    user.groups.add(group)
    return user


@pytest.mark.parametrize("act", ["delete", "unpublish", "copy", "move", "privacy"])
def test_the_views_refuse_an_administrator(case, admin_client, act):
    for page in (case, case.unit.page, Registry.objects.get()):
        response = admin_client.post(f"/admin/pages/{page.pk}/{act}/", follow=False)
        assert response.status_code in (302, 403)
    case.refresh_from_db()
    assert case.live
    assert CasePage.objects.count() == 1


def test_pages_of_the_register_stand_where_they_belong_and_nowhere_else():
    assert CasePage.allowed_parent_page_models() == [UnitPage]
    assert CasePage.allowed_subpage_models() == []
    assert UnitPage.allowed_parent_page_models() == [Registry]
    assert UnitPage.allowed_subpage_models() == [CasePage]
    assert Registry.allowed_subpage_models() == [UnitPage]
    assert not {CasePage, UnitPage, Registry} & set(HomePage.allowed_subpage_models())
    assert not Registry.can_create_at(Page.get_first_root_node())


def test_a_case_cannot_pass_to_another_unit(case):
    from msgspec.structs import replace

    from litigation.import_report import ImportRefusedError

    with pytest.raises(ImportRefusedError) as refusal:
        import_register(register_of(replace(FULL, unit="ZRJ")), actor=None, source="test")
    (problem,) = refusal.value.problems
    assert problem.path == "cases[0]"
    assert "JTJ" in problem.message
