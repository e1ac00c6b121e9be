"""Each screen speaks the user's language throughout: no English under Chinese, no Chinese but data under English."""

from __future__ import annotations

import re
from typing import Any

import pytest
from wagtail.users.models import UserProfile

from accountability.actions.assess_register import assess_register
from tests.accountability.records import put
from tests.accountability.screens.county import CASES, REPORTS, main_of, screen
from tests.accountability.stored import JULY
from tests.cast import case, got, held, judged, lawyer, recommended, sent, staff

pytestmark = pytest.mark.django_db

#: References, codes and versions; keys of readings and limits, which the law folder uses as names.
NO_WORDS = re.compile(
    r"(?<![A-Za-z\d])(AMB-\d\d|S-\d\d[a-z]?|AJ|BJ|JZ|XZF|SFJ|YB|SBZX|[ABC]\d|R\d|D\d|X\d|[0-9a-f]{12,16}|7[a-h]|4a|9[a-z])(?![A-Za-z\d])"
    r"|chinesecalendar [\d.]+ \(\d+–\d+\)|Wagtail"
)
#: Of this address nothing is there.
NOTHING = {"unit": "SFJ", "category": 5}
SCREENS: list[tuple[str, tuple[str, ...], dict[str, Any]]] = [
    ("cases", (), {}),
    ("cases", (), {"q": "9999"}),
    ("cases", (), {"light": "red", "unit": "AJ"}),
    ("cases", (), {"light": "999"}),
    ("findings", (), {}),
    ("findings", (), NOTHING),
    ("findings", (), {"category": 99}),
    ("case", ("A1",), {}),
    ("case", ("B1",), {}),
    ("case", ("D1",), {}),
    ("case", ("D2",), {}),
    ("unit", ("BJ",), {}),
    ("unit", ("SFJ",), {}),
    ("categories", (), {}),
]


@pytest.fixture
def everything(db: None) -> None:
    """Cases with a finding of most kinds, one never assessed."""
    rich = case(
        "D1",
        received=[
            got("complaint", "2021-01-04"),
            got("summons", "2021-01-04"),
            got("response_notice", "2021-01-04"),
        ],
        submitted=sent("2021-02-01"),
        hearings=[held("2021-02-10", lawyer(), left_without_leave="head"), held("2021-02-20", staff())],
        decision={
            **judged("2021-03-01", "revoked", "ordered_to_perform"),
            "performance": {"within_days": 20, "refusal": [{"kind": "fine", "on": "2021-05-06"}]},
        },
        recommendations=[
            recommended("2021-03-01"),
            recommended("2021-03-02", "general", "R2", handled_on="2021-03-20"),
        ],
        conduct=[
            {"category": n, "on": "2021-02-01", "facts": "有记录", "source": "inspection"} for n in (1, 8, 9)
        ],
        sensitive={"flagged_on": "2021-01-05", "grounds": ["mass_incident"]},
        filings=[],
    )
    put(*CASES, rich, reports=REPORTS)
    assess_register(JULY)
    put(case("D2"))


def texts_of(html: bytes) -> list[str]:
    main = main_of(html)
    for part in main(["script", "style", "template", "svg"]):
        part.decompose()
    found = [" ".join(text.split()) for text in main.find_all(string=True)]
    for name in ("title", "aria-label", "placeholder"):
        found += [str(element[name]) for element in main.select(f"[{name}]")]
    return [text for text in found if text]


@pytest.mark.parametrize(("name", "arguments", "query"), SCREENS)
def test_under_chinese_no_word_stays_english(
    everything: None, admin_client: Any, name: str, arguments: tuple[str, ...], query: dict[str, Any]
) -> None:
    texts = texts_of(admin_client.get(screen(name, *arguments, **query)).content)
    assert len(texts) > 10
    assert [text for text in texts if re.search(r"[A-Za-z]{2,}", NO_WORDS.sub("", text))] == []


@pytest.mark.parametrize(("name", "arguments", "query"), SCREENS)
def test_under_chinese_no_day_is_written_with_hyphens(
    everything: None, admin_client: Any, name: str, arguments: tuple[str, ...], query: dict[str, Any]
) -> None:
    texts = texts_of(admin_client.get(screen(name, *arguments, **query)).content)
    assert [text for text in texts if re.search(r"\d{4}-\d\d", text)] == []


#: What people entered, names of units, and the notice's own words, which have no English.
DATA = re.compile(
    r"县[AB]局|县人民政府|县司法局|甲镇人民政府|乙街道办事处|县社会保险事业中心"
    r"|（2021）鲁\d+行初\d+号|行政[一-鿿]+|张甲|外单位[一-鿿]+|有记录"
)


@pytest.mark.parametrize(("name", "arguments", "query"), SCREENS)
def test_under_english_nothing_but_data_is_chinese(
    everything: None,
    admin_client: Any,
    admin_user: Any,
    name: str,
    arguments: tuple[str, ...],
    query: dict[str, Any],
) -> None:
    UserProfile.objects.create(user=admin_user, preferred_language="en")
    response = admin_client.get(screen(name, *arguments, **query))
    page = main_of(response.content)
    for quoted in page.select("[lang=zh-Hans]"):
        quoted.decompose()
    texts = texts_of(str(page).encode())
    assert [text for text in texts if re.search(r"[一-鿿]", DATA.sub("", text))] == []


def test_the_door_of_the_admin_speaks_chinese(client: Any) -> None:
    texts = texts_of(client.get("/admin/login/").content)
    assert "密码" in " ".join(texts)
    assert [text for text in texts if re.search(r"[A-Za-z]{2,}", NO_WORDS.sub("", text))] == []


@pytest.mark.parametrize(
    "address", ["/admin/", "/admin/pages/", "/admin/pages/{case}/edit/", "/admin/pages/{case}/history/"]
)
def test_the_admin_around_the_screens_names_its_lists_in_chinese(
    county: None, admin_client: Any, address: str
) -> None:
    from litigation.models import CasePage

    texts = texts_of(admin_client.get(address.format(case=CasePage.objects.get(ref="A1").pk)).content)
    found = [
        text
        for text in texts
        if re.search(r"[A-Za-z]{2,}", NO_WORDS.sub("", text)) and not re.search(r"[一-鿿]", text)
    ]
    # The root page is named by Wagtail's migrations.
    assert set(found) <= {"Root", "admin", "html"}


def test_the_editor_of_a_case_names_every_list_of_rows_in_chinese(county: None, admin_client: Any) -> None:
    from litigation.models import CasePage

    page = main_of(admin_client.get(f"/admin/pages/{CasePage.objects.get(ref='A1').pk}/edit/").content)
    headings = {heading.get_text(strip=True) for heading in page.select("[data-panel-heading-text], h2, h3")}
    assert {"收到的文书", "提交的材料", "庭审", "到庭人员"} <= headings
    assert [heading for heading in headings if re.search(r"[A-Za-z]{3,}", heading)] == []
