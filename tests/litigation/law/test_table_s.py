"""Table S of facts.md B.4, row by row, against the limits that the law folder has."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from litigation.law.citations import Grade
from litigation.law.in_force import NoLawError, law_in_force
from litigation.law.loader import load_law

# facts.md B.4: code, amount, unit, first day (None: the table prints none), last day, words of the authority.
CALENDAR, WORKING, MONTHS = "calendar_days", "working_days", "months"
TABLE_S = [
    ("S-01", 15, CALENDAR, "2015-05-01", None, ("行政诉讼法", "六十七")),
    ("S-02", 15, CALENDAR, "2018-02-08", None, ("三十四", "三十六")),
    ("S-03", 15, CALENDAR, "2018-02-08", None, ("三十四",)),
    ("S-04", 15, CALENDAR, "2018-02-08", None, ("第十条",)),
    ("S-05", None, CALENDAR, "2018-02-08", None, ("一百零四",)),
    ("S-06", 15, CALENDAR, "1990-10-01", None, ("行政诉讼法",)),
    ("S-07", 10, CALENDAR, "1990-10-01", None, ("行政诉讼法",)),
    ("S-08", 15, CALENDAR, "2018-02-08", None, ("一百零八",)),
    ("S-09", 6, MONTHS, "2018-02-08", None, ("一百一十",)),
    ("S-10", 15, CALENDAR, "2018-02-08", None, ("一百一十一",)),
    ("S-11", 10, CALENDAR, None, None, ("民事诉讼法", "第一百零一条")),
    ("S-12", 10, CALENDAR, "1999-10-01", "2023-12-31", ("行政复议法", "二十三")),
    ("S-13", 10, WORKING, "2024-01-01", None, ("四十八", "八十八")),
    ("S-14", 5, WORKING, "2024-01-01", None, ("五十四", "八十八")),
    ("S-15", 10, WORKING, "2024-01-01", None, ("五十八", "八十八")),
    ("S-16", 60, CALENDAR, None, None, ()),
    ("S-17", 60, CALENDAR, "2007-08-01", None, ("实施条例", "四十九")),
    ("S-18", 10, CALENDAR, "2008-05-01", None, ("劳动争议调解仲裁法", "三十")),
    ("S-19", 45, CALENDAR, "2008-05-01", None, ("四十三",)),
    ("S-20", 15, CALENDAR, "2008-05-01", None, ("五十条",)),
    ("S-21", 30, CALENDAR, "2008-05-01", None, ("四十九",)),
    ("S-22", 2, MONTHS, "2018-03-02", None, ("二十一",)),
    ("S-23", 60, CALENDAR, "2018-02-08", None, ("一百四十九",)),
    ("S-24", 2, MONTHS, "2023-11-16", None, ("法释〔2023〕11号", "第八条")),
    ("S-25", 15, CALENDAR, None, None, ("一百五十五", "一百六十一")),
    ("S-26", 3, CALENDAR, None, None, ("七十一",)),
]
ROWS = {row[0]: row for row in TABLE_S}
REGISTER_BEGINS = date(2020, 1, 1)
TODAY = date(2026, 11, 22)


def test_there_are_exactly_the_twenty_six_rows() -> None:
    assert sorted(load_law().limits) == [f"S-{number:02}" for number in range(1, 27)]
    assert sorted(ROWS) == sorted(load_law().limits)


@pytest.mark.parametrize("code", ROWS)
def test_a_row_has_its_amount_and_unit_on_every_day_of_its_life(code: str) -> None:
    _, amount, unit, start, end, words = ROWS[code]
    first = max(date.fromisoformat(start), REGISTER_BEGINS) if start else REGISTER_BEGINS
    last = date.fromisoformat(end) if end else TODAY
    law = law_in_force()
    for day in (first, first + timedelta(days=1), last):
        value = law.limit(code, day)
        assert value is not None, f"{code} is not in force on {day}"
        assert (value.amount, value.unit) == (amount, unit)
        assert all(word in value.citation.zh for word in words), value.citation.zh


@pytest.mark.parametrize("code", [row[0] for row in TABLE_S if row[3]])
def test_a_row_starts_on_its_first_day_and_not_before(code: str) -> None:
    first = date.fromisoformat(str(ROWS[code][3]))
    law = law_in_force()
    assert law.limit(code, first) is not None
    before = law.limit(code, first - timedelta(days=1))
    if code == "S-01":
        assert before is not None
        assert (before.amount, before.grade) == (10, Grade.M)  # “10日 before, M”
    else:
        assert before is None


def test_only_the_old_reconsideration_reply_has_ended() -> None:
    ended = [code for code, limit in load_law().limits.items() if limit.values[-1].end is not None]
    assert ended == ["S-12"]
    law = law_in_force()
    assert law.limit("S-12", date(2023, 12, 31)) is not None
    assert law.limit("S-12", date(2024, 1, 1)) is None


def test_the_court_fixes_the_day_for_evidence_in_summary_procedure_within_fifteen_days() -> None:
    value = law_in_force().limit("S-05", date(2020, 9, 1))
    assert value is not None
    assert value.amount is None
    assert value.cap == 15


@pytest.mark.parametrize(
    ("day", "article"), [(date(2021, 12, 31), "第八十三条"), (date(2022, 1, 1), "第八十六条")]
)
def test_the_article_on_missed_periods_is_cited_by_the_text_of_the_day(day: date, article: str) -> None:
    value = law_in_force().limit("S-11", day)
    assert value is not None
    assert article in value.citation.zh


@pytest.mark.parametrize(
    ("day", "article"), [(date(2023, 12, 31), "实施条例第五十七条"), (date(2024, 1, 1), "第七十六条")]
)
def test_the_reconsideration_opinion_is_cited_by_the_text_of_the_day(day: date, article: str) -> None:
    value = law_in_force().limit("S-16", day)
    assert value is not None
    assert article in value.citation.zh


@pytest.mark.parametrize(
    ("code", "acts"),
    [
        ("S-01", ("defence", "evidence", "legal_basis")),
        ("S-08", ("defence",)),
        ("S-10", ("defence",)),
        ("S-12", ("defence", "evidence", "legal_basis")),
        ("S-13", ("defence", "evidence", "legal_basis")),
        ("S-14", ("defence", "evidence", "legal_basis")),
        ("S-18", ("defence",)),
    ],
)
def test_each_limit_to_answer_says_which_items_it_binds(code: str, acts: tuple[str, ...]) -> None:
    assert load_law().limits[code].acts == acts


def test_law_at_replaces_each_trigger_s_own_day() -> None:
    law = law_in_force(law_at=date(2024, 6, 1))
    assert law.limit("S-12", date(2021, 1, 1)) is None
    assert law.limit("S-13", date(2021, 1, 1)) is not None


@pytest.mark.parametrize(("code", "since"), [("S-01", date(1990, 10, 1)), ("S-13", date(2024, 1, 1))])
def test_a_limit_that_only_begins_after_the_day_of_the_law_is_missing_and_not_none(
    code: str, since: date
) -> None:
    asked = date(1980, 1, 1)
    with pytest.raises(NoLawError) as missing:
        law_in_force(law_at=asked).limit(code, date(2024, 6, 1))
    assert (missing.value.key, missing.value.day, missing.value.since) == (code, asked, since)
    assert missing.value.name == load_law().limits[code].name


def test_a_limit_not_in_force_on_the_trigger_s_own_day_is_none_whatever_day_the_law_is_of() -> None:
    assert law_in_force().limit("S-13", date(2021, 1, 1)) is None
    assert law_in_force(law_at=date(1980, 1, 1)).limit("S-13", date(2021, 1, 1)) is None


def test_a_number_that_only_begins_after_the_day_of_the_law_is_missing_and_not_none() -> None:
    law = law_in_force(law_at=date(2010, 1, 1))
    with pytest.raises(NoLawError, match=r"summons_notice_days.*2010-01-01.*2018-02-08"):
        law.number("summons_notice_days", date(2021, 4, 7))
    assert law.number("summons_notice_days", date(2011, 4, 7)) is None
    assert law_in_force().number("summons_notice_days", date(2011, 4, 7)) is None


def test_every_text_is_written_in_both_languages() -> None:
    law = load_law()
    for limit in law.limits.values():
        for text in (limit.name, *(value.citation for value in limit.values)):
            assert text.zh.strip()
            assert text.en.strip()
            assert text.en.isascii() or "—" in text.en, text.en
