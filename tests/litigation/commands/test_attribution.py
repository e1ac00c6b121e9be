"""Every write of a command is attributed: to the person it names, else to the account that ran it."""

from __future__ import annotations

import getpass
from pathlib import Path

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from wagtail.models import PageLogEntry, Revision

from litigation.bundle import to_yaml
from litigation.bundle.generate import generate
from litigation.models import CalendarOverride, CasePage, Filing, ReadingChoice, RegisteredFacts, Unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def bundle(tmp_path: Path) -> str:
    path = tmp_path / "bundle.yaml"
    path.write_text(to_yaml(generate(4, 2)), encoding="utf-8")
    return str(path)


def authors() -> set[str]:
    """The names under which everything in the register was written."""
    cases = ContentType.objects.get_for_model(CasePage)
    users = (
        RegisteredFacts.objects.values_list("actor__username", flat=True),
        Revision.objects.filter(content_type=cases).values_list("user__username", flat=True),
        Filing.objects.values_list("actor__username", flat=True),
        PageLogEntry.objects.filter(content_type=cases).values_list("user__username", flat=True),
        Unit.history.values_list("history_user__username", flat=True),
    )
    assert all(users), "there is something of each kind"
    return {name for names in users for name in names}


def test_an_import_is_attributed_to_the_person_named(bundle: str, admin_user: object) -> None:
    call_command("import_bundle", bundle, "--user", "admin")
    assert authors() == {"admin"}


def test_an_import_without_a_name_is_attributed_to_the_account_that_ran_it(bundle: str) -> None:
    call_command("import_bundle", bundle)
    assert authors() == {f"command-line-{getpass.getuser()}"}


def test_that_account_is_a_name_and_nothing_more(bundle: str) -> None:
    call_command("import_bundle", bundle)
    call_command("import_bundle", bundle)
    user = get_user_model().objects.get()
    assert not user.is_active
    assert not user.is_superuser
    assert not user.has_usable_password()
    assert authenticate(username=user.get_username(), password="!") is None
    assert user.get_all_permissions() == set()


def test_an_account_without_a_name_is_its_number(bundle: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise OSError("No username set in the environment")

    monkeypatch.setattr(getpass, "getuser", nameless)
    monkeypatch.setattr("os.getuid", lambda: 12345)
    call_command("import_bundle", bundle)
    assert authors() == {"command-line-12345"}


def test_a_dry_run_leaves_no_user_behind(bundle: str) -> None:
    call_command("import_bundle", bundle, "--dry-run")
    assert not get_user_model().objects.exists()


def test_a_reading_and_a_day_are_attributed_and_cannot_be_set_by_nobody(admin_user: object) -> None:
    reading = ("choose_reading", "AMB-01", "working", "--reason", "纪要")
    day = ("override_day", "2027-01-04", "work", "--name", "上班", "--source", "国办发明电〔2026〕0号")
    for command in (reading, day):
        with pytest.raises(CommandError, match="--user"):
            call_command(*command)
        call_command(*command, "--user", "admin")
    assert ReadingChoice.objects.get().history.get().history_user == admin_user
    assert CalendarOverride.objects.get().history.get().history_user == admin_user
    assert CalendarOverride.objects.get().created_by == admin_user
