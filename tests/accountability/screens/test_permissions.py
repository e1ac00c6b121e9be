"""Who sees what on the screens: nothing of another unit, in no list, count, choice, record or refusal."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from wagtail.models import GroupPagePermission

from accountability.models import CaseAssessment, UnitAssessment
from accountability.screens.urls import urlpatterns
from litigation.models import UnitPage
from tests.accountability.screens.conftest import Reader, in_the_admin
from tests.accountability.screens.county import OF_A, OF_OTHERS, screen, words_of

pytestmark = pytest.mark.django_db

#: What each address takes. A new address fails here until somebody has thought about who may open it.
OWN = {
    "cases": (),
    "cases_results": (),
    "case": ("A1",),
    "unit": ("AJ",),
    "findings": (),
    "findings_results": (),
    "categories": (),
}
#: Of the addresses that take a record: one of another unit, and one of the same length that is not there.
FOREIGN = {"case": ("B1", "X1"), "unit": ("BJ", "XX")}
NAMES = [pattern.name for pattern in urlpatterns]


def test_every_address_of_the_screens_is_walked_by_these_tests() -> None:
    assert set(NAMES) == set(OWN)
    assert {pattern.name for pattern in urlpatterns if "<" in str(pattern.pattern)} == set(FOREIGN)


@pytest.mark.parametrize("name", NAMES)
def test_a_visitor_who_is_not_logged_in_is_sent_to_the_login(county: None, client: Client, name: str) -> None:
    response = client.get(screen(name, *OWN[name]))
    assert response.status_code == 302
    assert response.url.startswith("/admin/login/")


@pytest.mark.parametrize("name", NAMES)
def test_somebody_logged_in_without_the_admin_gets_no_screen(county: None, client: Client, name: str) -> None:
    client.force_login(User.objects.create_user("stranger"))
    response = client.get(screen(name, *OWN[name]))
    assert response.status_code == 302
    assert response.url.startswith("/admin/login/")


@pytest.mark.parametrize("name", NAMES)
def test_somebody_who_may_read_about_no_unit_is_turned_away(county: None, reader: Reader, name: str) -> None:
    client = reader()
    response = client.get(screen(name, *OWN[name]))
    assert response.status_code == 302
    assert response.url == "/admin/"
    response = client.get(screen(name, *OWN[name]), headers={"x-requested-with": "XMLHttpRequest"})
    assert response.status_code == 403


@pytest.mark.parametrize("name", NAMES)
def test_an_editor_of_a_unit_reads_no_findings_until_there_are_grants(
    county: None, client: Client, name: str
) -> None:
    """Private by default: the right to edit cases in the tree is not yet the right to read what was found."""
    editor = in_the_admin("editor")
    group = Group.objects.create(name="editors of A")
    editor.groups.add(group)
    for right in ("add_page", "change_page", "publish_page"):
        GroupPagePermission.objects.create(
            group=group, page=UnitPage.objects.get(unit__code="AJ"), permission=_permission(right)
        )
    client.force_login(editor)
    assert client.get(screen(name, *OWN[name])).status_code == 302


def _permission(codename: str) -> object:
    from django.contrib.auth.models import Permission

    return Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)


@pytest.mark.parametrize("name", NAMES)
def test_a_reader_of_one_unit_meets_nothing_of_another_on_any_screen(
    county: None, reader: Reader, name: str
) -> None:
    response = reader("AJ").get(screen(name, *OWN[name]))
    assert response.status_code == 200
    html = response.content.decode()
    assert [word for word in OF_OTHERS if word in _without_scripts(html)] == []


def _without_scripts(html: str) -> str:
    """Wagtail's own scripts and icons hold random letters; what is shown, linked to or sent along is kept."""
    from bs4 import BeautifulSoup

    page = BeautifulSoup(html, "html.parser")
    for part in page(["script", "svg", "style"]):
        part.decompose()
    return str(page)


@pytest.mark.parametrize("name", FOREIGN)
def test_a_record_of_another_unit_answers_exactly_like_one_that_is_not_there(
    county: None, reader: Reader, name: str
) -> None:
    client = reader("AJ")
    foreign, absent = (client.get(screen(name, key)) for key in FOREIGN[name])
    assert foreign.status_code == absent.status_code == 404
    assert foreign.content == absent.content
    assert sorted(foreign.headers.items()) == sorted(absent.headers.items())


@pytest.mark.parametrize("name", ["cases", "cases_results", "findings", "findings_results"])
def test_filtering_by_another_unit_answers_exactly_like_filtering_by_one_that_is_not_there(
    county: None, reader: Reader, name: str
) -> None:
    client = reader("AJ")
    foreign, absent = (client.get(screen(name, unit=code)) for code in ("BJ", "XX"))
    assert foreign.status_code == absent.status_code == 200
    assert _without_scripts(foreign.content.decode()).replace("BJ", "XX") == _without_scripts(
        absent.content.decode()
    )


@pytest.mark.parametrize(("name", "key"), [("cases", "q"), ("findings", "case")])
def test_asking_for_a_case_of_another_unit_finds_what_asking_for_none_finds(
    county: None, reader: Reader, name: str, key: str
) -> None:
    client = reader("AJ")
    foreign, absent = (client.get(screen(name, **{key: ref})) for ref in ("B1", "X1"))
    assert _without_scripts(foreign.content.decode()).replace("B1", "X1") == _without_scripts(
        absent.content.decode()
    )


@pytest.mark.parametrize("ordering", ["place", "-docket", "unit__code", "next_due"])
def test_no_order_brings_a_case_of_another_unit_into_the_list(
    county: None, reader: Reader, ordering: str
) -> None:
    html = reader("AJ").get(screen("cases", ordering=ordering, p="2")).content.decode()
    assert [word for word in OF_OTHERS if word in _without_scripts(html)] == []


def test_a_reader_of_two_units_meets_both_and_not_the_third(county: None, reader: Reader) -> None:
    client = reader("AJ", "BJ")
    for name in ("cases", "findings"):
        html = client.get(screen(name)).content.decode()
        assert all(word in html for word in ("县A局", "县B局", "101号", "909号"))
        assert not any(word in _without_scripts(html) for word in ("甲镇", "555号"))
    assert client.get(screen("case", "B1")).status_code == 200
    assert client.get(screen("case", "C1")).status_code == 404


def test_the_counts_are_those_of_the_units_read_about(county: None, reader: Reader) -> None:
    def numbers(*units: str) -> tuple[int, int, int, int]:
        client = reader(*units)
        cases = client.get(screen("cases")).context
        findings = client.get(screen("findings")).context
        categories = client.get(screen("categories")).context["categories"]
        return (
            cases["items_count"],
            sum(entry["count"] for entry in cases["lights"]),
            findings["counts"].total,
            sum(category.total.number for category in categories),
        )

    a, b, town, all_three = numbers("AJ"), numbers("BJ"), numbers("JZ"), numbers("AJ", "BJ", "JZ")
    assert a[:2] == (3, 3)
    assert b[:2] == town[:2] == (1, 1)
    assert all(number > 0 for number in a + b + town)
    assert all_three == tuple(map(sum, zip(a, b, town, strict=True)))


@pytest.mark.parametrize("name", ["cases", "findings", "categories"])
def test_the_day_of_an_assessment_of_another_unit_is_not_told(
    county: None, reader: Reader, name: str
) -> None:
    CaseAssessment.objects.filter(case__ref="B1").update(as_of="2021-07-31")
    UnitAssessment.objects.filter(unit__code="BJ").update(as_of="2021-05-31")
    words = words_of(reader("AJ").get(screen(name)).content)
    assert "2021年7月1日" in words
    assert "2021年7月31日" not in words
    assert "2021年5月31日" not in words
    assert "2021年7月31日" in words_of(reader("AJ", "BJ").get(screen(name)).content)


def test_a_superuser_reads_all(county: None, admin_client: Client) -> None:
    html = admin_client.get(screen("cases")).content.decode()
    assert all(word in html for word in (*OF_A, "县B局", "甲镇"))


def test_the_menu_offers_the_screens_only_to_those_who_may_open_them(county: None, reader: Reader) -> None:
    assert screen("findings") in reader("AJ").get("/admin/").content.decode()
    assert screen("findings") not in reader().get("/admin/").content.decode()


def test_a_superuser_who_was_deactivated_reads_nothing(county: None) -> None:
    from accountability.permissions import can_read_findings, readable_units

    user = User.objects.create_superuser("gone", is_active=False)
    assert not can_read_findings(user)
    assert not readable_units(user).exists()


def test_the_link_to_the_record_is_for_those_who_may_edit_it(
    county: None, reader: Reader, admin_client: Client
) -> None:
    edit = "/edit/"
    assert edit in admin_client.get(screen("case", "A1")).content.decode()
    assert edit not in reader("AJ").get(screen("case", "A1")).content.decode()
