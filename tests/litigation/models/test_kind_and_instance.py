"""The editor refuses what no case can be: at the field, in words, and before anything is kept."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from litigation.actions.import_register import import_register
from litigation.import_report import ImportRefusedError
from litigation.models import CasePage, UnitPage
from litigation.vocabulary import COURT_KINDS, CaseKind, Instance
from tests.cast import case, register

pytestmark = pytest.mark.django_db


def page_of(*cases: object) -> CasePage:
    import_register(register(*(cases or (case("C1"),))), actor=None, source="test")  # type: ignore[arg-type]
    return CasePage.objects.get(ref="C1")


def test_a_court_case_has_an_instance_and_no_other_case_has_one() -> None:
    page = page_of()
    for page.kind in CaseKind:
        for page.instance in Instance:
            if (page.kind in COURT_KINDS) != (page.instance == Instance.NONE):
                page.full_clean()
                continue
            with pytest.raises(ValidationError) as refused:
                page.full_clean()
            assert list(refused.value.message_dict) == ["instance"]


def test_a_case_s_own_unit_cannot_represent_it() -> None:
    page = page_of()
    page.represented_by = "AJ"
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert list(refused.value.message_dict) == ["represented_by"]
    page.represented_by = "BJ"
    page.full_clean()


def test_the_form_of_a_new_case_knows_its_unit(admin_client: Client) -> None:
    page_of()
    parent = UnitPage.objects.get(unit__code="AJ")
    address = reverse("wagtailadmin_pages:add", args=["litigation", "casepage", parent.pk])
    form = admin_client.get(address).context["form"]
    assert form.instance.unit.code == "AJ"


@pytest.mark.parametrize(
    "wrong", [{"instance": "none"}, {"kind": "arbitration"}, {"represented_by": "AJ"}], ids=str
)
def test_facts_that_no_bundle_checked_are_refused_as_well(wrong: dict[str, str]) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        page_of(case("C1", **wrong))
    (problem,) = refused.value.problems
    assert problem.path == "cases[0]"
    assert not CasePage.objects.exists()
