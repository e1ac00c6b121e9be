"""The foot of the pages: shown when the office has filled it in, never made up."""

import pytest
from django.core.exceptions import ValidationError

from home.models import SiteIdentity
from tests.home.parsed import meta_tags, visited

pytestmark = pytest.mark.django_db

REPORT = "https://zfwzgl.www.gov.cn/exposure/jiucuo.html"
FILLED = {
    "organiser": "县人民政府办公室",
    "operator": "县司法局",
    "contact": "电话一",
    "site_code": "3708310001",
    "icp_number": "鲁ICP备1号",
    "police_number": "鲁公网安备1号",
    "police_code": "37083102000001",
    "agency_mark": "https://bszs.conac.cn/sitename?method=show&id=1",
}


def test_an_empty_identity_shows_nothing_and_links_nowhere(client):
    footer = visited(client, "/").footer
    assert footer.find_all(["a", "li"]) == []


def test_each_entry_that_is_filled_in_is_shown(client):
    SiteIdentity.objects.update(**FILLED)
    document = visited(client, "/notice/")
    text = document.footer.get_text()
    assert all(FILLED[name] in text for name in FILLED if name not in ("police_code", "agency_mark"))
    assert [link["href"] for link in document.footer.find_all("a")] == [
        "https://beian.miit.gov.cn/",
        "http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=37083102000001",
        FILLED["agency_mark"],
        f"{REPORT}?site_code=3708310001&url=http%3A%2F%2Ftestserver%2Fnotice%2F",
    ]
    assert meta_tags(document)["SiteIDCode"] == "3708310001"


def test_a_police_number_without_record_code_is_text(client):
    SiteIdentity.objects.update(police_number="鲁公网安备1号")
    footer = visited(client, "/").footer
    assert "鲁公网安备1号" in footer.get_text()
    assert footer.find("a") is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("site_code", "123"),
        ("site_code", "37083100０1"),
        ("police_code", "37-08"),
        ("agency_mark", "https://example.cn/"),
        ("agency_mark", "javascript:alert(1)"),
    ],
)
def test_what_cannot_be_right_is_refused(field, value):
    identity = SiteIdentity.objects.get()
    setattr(identity, field, value)
    with pytest.raises(ValidationError) as refusal:
        identity.full_clean()
    assert set(refusal.value.message_dict) == {field}


def test_all_of_it_is_right_together():
    identity = SiteIdentity.objects.get()
    for field, value in FILLED.items():
        setattr(identity, field, value)
    identity.full_clean()


def test_it_is_edited_in_the_admin(admin_client):
    identity = SiteIdentity.objects.get()
    address = f"/admin/settings/home/siteidentity/{identity.site_id}/"
    assert admin_client.get(address).status_code == 200
    assert admin_client.post(address, {**FILLED, "organiser": "县政府"}).status_code == 302
    identity.refresh_from_db()
    assert (identity.organiser, identity.site_code) == ("县政府", "3708310001")
