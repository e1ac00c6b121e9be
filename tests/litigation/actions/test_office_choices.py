"""Readings and rest days are picked by a person, with a reason or a source, and each pick is kept."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from accountability.office_law import office_law
from litigation.actions.choose_reading import choose_reading
from litigation.actions.override_day import override_day
from litigation.law.working_days import DayKind
from litigation.models import CalendarOverride, ReadingChoice

pytestmark = pytest.mark.django_db
NEW_YEAR = date(2027, 1, 4)


@pytest.fixture
def person() -> object:
    return get_user_model().objects.create_user("jia", password="x" * 12)


def test_a_reading_is_in_force_once_picked_and_names_who_and_why(person: object) -> None:
    assert choose_reading("AMB-01", "working", reason="县政府会议纪要", actor=person)
    picked = ReadingChoice.objects.get()
    assert (picked.value, picked.reason) == ("working", "县政府会议纪要")
    assert picked.history.get().history_user == person
    assert office_law().in_force.readings["AMB-01"] == "working"


def test_picking_the_same_again_changes_nothing(person: object) -> None:
    choose_reading("AMB-01", "working", reason="纪要", actor=person)
    assert not choose_reading("AMB-01", "working", reason="纪要", actor=person)
    assert ReadingChoice.objects.get().history.count() == 1


@pytest.mark.parametrize(("key", "value"), [("AMB-99", "x"), ("AMB-01", "weekly"), ("AMB-12", "received")])
def test_a_reading_nobody_has_or_no_fact_can_test_is_refused(key: str, value: str, person: object) -> None:
    with pytest.raises(ValidationError, match=key):
        choose_reading(key, value, reason="纪要", actor=person)
    assert not ReadingChoice.objects.exists()


def test_a_reading_without_a_reason_is_refused(person: object) -> None:
    with pytest.raises(ValidationError):
        choose_reading("AMB-01", "working", reason=" ", actor=person)


def test_an_override_with_its_source_supplies_a_day_the_data_lack(person: object) -> None:
    assert office_law().in_force.days.is_working(NEW_YEAR) is None
    assert override_day(NEW_YEAR, DayKind.WORK, name="上班", source="国办发明电〔2026〕0号", actor=person)
    assert office_law().in_force.days.is_working(NEW_YEAR) is True
    assert CalendarOverride.objects.get().history.get().history_user == person


def test_an_override_without_a_source_is_refused(person: object) -> None:
    with pytest.raises(ValidationError, match="2027-01-04"):
        override_day(NEW_YEAR, DayKind.REST, name="放假", source="", actor=person)


def test_both_are_there_as_commands(person: object) -> None:
    out = StringIO()
    call_command("choose_reading", "AMB-04", "roll", "--reason", "纪要", "--user", "jia", stdout=out)
    call_command(
        "override_day",
        "2027-01-01",
        "rest",
        "--name",
        "元旦",
        "--source",
        "通知",
        "--user",
        "jia",
        stdout=out,
    )
    assert ReadingChoice.objects.get().key == "AMB-04"
    assert CalendarOverride.objects.get().kind == "rest"
    with pytest.raises(CommandError, match="nobody"):
        call_command("choose_reading", "AMB-04", "roll", "--reason", "纪要", "--user", "nobody")
