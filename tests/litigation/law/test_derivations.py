"""A count in words: each part of the sentence is true of the count, in both languages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from litigation.law.in_force import law_in_force
from litigation.law.loader import FOLDER
from litigation.law.periods import DayCount
from litigation.law.sentences import Language, Node, SentenceError, Sentences, load_sentences
from litigation.law.working_days import DayKind, Override

SENTENCES = load_sentences(FOLDER / "wordings")


def day(text: str) -> date:
    return date.fromisoformat(text)


def words(count: DayCount, language: Language = "zh") -> str:
    return SENTENCES.render_all(count.derivation, language)


def test_the_example_of_the_holidays_of_2020_in_our_wording() -> None:
    count = law_in_force().counter.calendar_days(day("2020-09-22"), 15)
    assert "次日起算15日" in words(count)
    assert "至10-07" in words(count)
    assert words(count).endswith("遇国庆节顺延至10-09")
    assert "15 days" in words(count, "en")
    assert words(count, "en").endswith("rolled past National Day to 10-09")


def test_a_count_that_ends_on_a_working_day_says_nothing_of_rolling() -> None:
    count = law_in_force().counter.notice_days(day("2020-09-22"), 2)
    assert "09-24" in words(count)
    assert "顺延" not in words(count)
    assert "roll" not in words(count, "en")


def test_a_make_up_day_is_named_as_what_stops_the_roll() -> None:
    count = law_in_force().counter.calendar_days(day("2020-09-25"), 15)
    assert "10-10为调休上班日，不顺延" in words(count)
    assert "10-10 is a make-up working day" in words(count, "en")


def test_a_weekend_is_no_holiday() -> None:
    count = law_in_force().counter.notice_days(day("2020-11-20"), 2)
    assert words(count).endswith("至11-22，遇周末顺延至11-23")


def test_working_days_are_called_working_days() -> None:
    count = law_in_force().counter.working_days(day("2024-02-02"), 10)
    assert "10个工作日" in words(count)
    assert "02-21" in words(count)
    assert "10 working days" in words(count, "en")


def test_months_are_called_months() -> None:
    count = law_in_force().counter.months(day("2024-03-01"), 2)
    assert "2个月" in words(count)
    assert "至05-01，遇劳动节顺延至05-06" in words(count)


def test_a_day_of_another_year_shows_its_year() -> None:
    count = law_in_force().counter.notice_days(day("2020-12-22"), 10)
    assert "2021-01-01" in words(count)
    assert "2021-01-04" in words(count)


def test_a_fixed_date_says_that_it_does_not_roll_only_where_it_does_not() -> None:
    fixed = law_in_force().counter.fixed(day("2022-12-31"))
    assert "不顺延" in words(fixed)
    rolled = law_in_force(chosen={"AMB-04": "roll"}).counter.fixed(day("2022-12-31"))
    assert "顺延至2023-01-03" in words(rolled)
    assert "不顺延" not in words(rolled)
    assert "not roll" not in words(rolled, "en")


def test_a_count_past_the_data_says_until_when_they_go() -> None:
    count = law_in_force().counter.notice_days(day("2026-12-30"), 2)
    assert "2026-12-31" in words(count)
    assert "2026-12-31" in words(count, "en")


def test_under_the_reading_that_counts_the_day_of_receipt_the_words_say_so() -> None:
    count = law_in_force(chosen={"AMB-02": "included"}).counter.notice_days(day("2020-09-22"), 2)
    assert count.default == day("2020-09-23")
    assert "当日" in words(count)


def test_a_closure_by_override_is_not_called_a_weekend_or_a_holiday() -> None:
    closed = Override(day=day("2020-12-07"), kind=DayKind.REST, name="停止办公", source="示例")
    count = law_in_force(overrides=[closed]).counter.calendar_days(day("2020-11-22"), 15)
    assert count.default == day("2020-12-08")
    assert "遇放假调整顺延至12-08" in words(count)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_sentence_keeps_a_brace(language: Language) -> None:
    counter = law_in_force().counter
    for count in (
        counter.notice_days(day("2026-12-30"), 2),
        counter.calendar_days(day("2020-09-22"), 15),
        counter.working_days(day("2026-12-30"), 10),
        counter.months(day("2024-03-01"), 2),
        counter.fixed(day("2022-12-31")),
        counter.set_day(day("2020-10-01")),
    ):
        assert "{" not in words(count, language)
        assert "None" not in words(count, language)


def test_a_missing_value_is_said_to_be_missing() -> None:
    one = Sentences(
        {"k": {"zh": "理由：{ground:term}", "en": "reason: {ground:term}; {on}"}},
        {"unknown": {"zh": "未记载", "en": "not recorded"}},
    )
    assert one.render(Node("k", {"ground": None, "on": None}), "zh") == "理由：未记载"
    assert one.render(Node("k", {"ground": None, "on": None}), "en") == "reason: not recorded; not recorded"


def test_wordings_that_name_different_facts_in_their_languages_are_refused(tmp_path: Path) -> None:
    folder = tmp_path
    (folder / "a.yaml").write_text('k:\n  zh: "{due}"\n  en: "{done}"\n', encoding="utf-8")
    with pytest.raises(SentenceError, match=r"a\.yaml:1: k: zh and en name different facts"):
        load_sentences(folder)


def test_a_wording_in_one_language_is_refused_with_its_line(tmp_path: Path) -> None:
    folder = tmp_path
    (folder / "a.yaml").write_text("j:\n  zh: 一\n  en: one\nk:\n  zh: 二\n", encoding="utf-8")
    with pytest.raises(SentenceError, match=r"a\.yaml:4: k: needs exactly zh and en"):
        load_sentences(folder)


def test_a_key_worded_twice_in_two_files_is_refused(tmp_path: Path) -> None:
    folder = tmp_path
    for name in ("a", "b"):
        (folder / f"{name}.yaml").write_text("k:\n  zh: 一\n  en: one\n", encoding="utf-8")
    with pytest.raises(SentenceError, match="worded twice"):
        load_sentences(folder)
