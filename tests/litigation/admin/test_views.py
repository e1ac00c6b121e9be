"""Wagtail's own views of a case open without an error."""

import pytest

from litigation.actions.register_case import register_case
from litigation.models import CasePage, Registry
from tests.litigation.records import FULL, registered

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address",
    [
        "/admin/",
        "/admin/pages/",
        "/admin/pages/{registry}/",
        "/admin/pages/{unit}/",
        "/admin/pages/{case}/edit/",
        "/admin/pages/{case}/history/",
        "/admin/pages/{case}/usage/",
        "/admin/pages/{case}/revisions/compare/{first}...{last}/",
        "/admin/pages/{case}/revisions/compare/earliest...live/",
        "/admin/pages/{case}/revisions/{first}/revert/",
        "/admin/pages/usage/litigation/casepage/",
        "/admin/pages/search/?q=行政",
        "/admin/reports/aging-pages/",
        "/admin/reports/site-history/",
        "/admin/pages/add/litigation/casepage/{unit}/",
    ],
)
def test_a_view_opens(address, admin_client):
    page = registered(FULL)
    first = page.latest_revision_id
    page.cause = "行政许可"
    page.hearings.get_object_list()[0].attendance.get_object_list()[0].name = "丁"
    page.save_revision()
    register_case(page, actor=None)
    page = CasePage.objects.get(pk=page.pk)
    numbers = {
        "case": page.pk,
        "unit": page.unit.page.pk,
        "registry": Registry.objects.get().pk,
        "first": first,
        "last": page.latest_revision_id,
    }
    assert admin_client.get(address.format(**numbers)).status_code == 200
