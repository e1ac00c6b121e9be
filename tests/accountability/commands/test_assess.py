"""manage.py assess: what it prints, what it exits with, and what its options replace."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accountability.models import CaseAssessment
from litigation.facts import CaseFacts
from tests.accountability.records import filed_late, lawyers_only, lost, put, unfiled
from tests.accountability.running import Ended, run
from tests.cast import got, reconsideration, report

pytestmark = pytest.mark.django_db

JSON = ("--format", "json")


def results(ended: Ended, ref: str = "C1") -> dict[str, str]:
    """The nine results of one case."""
    assert ended.code == 0, ended.err
    (case,) = (case for case in ended.document()["cases"] if case["ref"] == ref)
    found: dict[str, str] = case["categories"]
    return found


# -- Right after migrate -----------------------------------------------------------------------------------------


def test_an_empty_register_has_no_cases_and_no_units() -> None:
    ended = run("assess", *JSON)
    assert (ended.code, ended.err) == (0, "")
    document = ended.document()
    assert (document["cases"], document["units"]) == ([], [])
    assert document["as_of"] == timezone.localdate().isoformat()
    assert "recorded_at" not in document


def test_an_empty_register_has_a_table() -> None:
    ended = run("assess")
    assert (ended.code, ended.err) == (0, "")
    assert "(9)" in ended.out


# -- What is shown -----------------------------------------------------------------------------------------------


def test_units_and_cases_choose_what_is_shown_and_never_what_is_counted() -> None:
    put(unfiled("C1", "AJ"), unfiled("C2", "AJ"), unfiled("C3", "BJ"))
    whole = run("assess", "--as-of", "2021-06-30", *JSON).document()
    for chosen, cases, units in (
        (("--unit", "AJ"), ["C1", "C2"], ["AJ"]),
        (("--unit", "AJ", "--unit", "BJ"), ["C1", "C2", "C3"], ["AJ", "BJ"]),
        (("--case", "C2"), ["C2"], ["AJ"]),
        (("--case", "C2", "--case", "C3"), ["C2", "C3"], ["AJ", "BJ"]),
        (("--unit", "SFJ"), [], ["SFJ"]),
        (("--unit", "BJ", "--case", "C1"), [], []),
    ):
        document = run("assess", "--as-of", "2021-06-30", *JSON, *chosen).document()
        assert document["cases"] == [case for case in whole["cases"] if case["ref"] in cases], chosen
        assert document["units"] == [unit for unit in whole["units"] if unit["code"] in units], chosen


def test_unknown_units_and_cases_are_each_named() -> None:
    put(unfiled())
    ended = run(
        "assess", *JSON, "--unit", "AJ", "--unit", "ZZ", "--unit", "YY", "--case", "C8", "--case", "C9"
    )
    assert (ended.code, ended.out) == (1, "")
    assert all(name in ended.err for name in ("ZZ", "YY", "C8", "C9"))
    assert "AJ" not in ended.err


def test_the_columns_of_the_table_stand_below_each_other() -> None:
    put(unfiled(), lawyers_only("C2", "XZF"), reports=[report("AJ", 2020, "2021-01-05")])
    lines = run("assess", "--as-of", "2021-06-30").out.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("---"))
    rows = [lines[start - 1], *lines[start + 1 : lines.index("", start)]]
    assert len(rows) == 1 + 7 + 1
    # The last column ends at one place, however many of the characters before it are wide.
    assert len({columns(row) for row in rows}) == 1


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def test_a_cell_counts_breaches_reading_dependent_undetermined_and_leads() -> None:
    put(unfiled(), lawyers_only("C2"))
    (row,) = (
        line for line in run("assess", "--as-of", "2021-06-30").out.splitlines() if line.startswith("AJ ")
    )
    cells = row.split()
    # Category 3: one breach. Category 7: the two complaints, and the annual report nobody has recorded.
    assert cells[4] == "1/0/0/0"
    assert cells[8] == "2/0/1/0"
    assert cells[-1] == "0/1"


@pytest.mark.parametrize(("language", "word"), [("zh-hans", "未备案"), ("en", "complaint was received")])
def test_every_finding_is_explained_in_the_language_asked_for(language: str, word: str) -> None:
    put(unfiled(filings=[]))
    plain = run("assess", "--as-of", "2021-06-30", "--language", language)
    explained = run("assess", "--as-of", "2021-06-30", "--language", language, "--explain")
    assert (explained.code, explained.err) == (0, "")
    assert explained.out.startswith(plain.out)
    document = run("assess", "--as-of", "2021-06-30", *JSON).document()
    (finding,) = document["cases"][0]["findings"]
    assert finding["explanation"]["zh" if language.startswith("zh") else "en"] in explained.out


# -- What is replaced --------------------------------------------------------------------------------------------


def test_recorded_at_takes_the_register_as_it_stood() -> None:
    put(unfiled())
    before = timezone.now()
    put(filed_late(on="2021-03-02"))
    now = run("assess", "--as-of", "2021-06-30", *JSON)
    then = run("assess", "--as-of", "2021-06-30", "--recorded-at", before.isoformat(), *JSON)
    assert (results(now)["7"], results(then)["7"]) == ("clear", "breach")
    assert "recorded_at" not in now.document()
    assert then.document()["recorded_at"] == timezone.localtime(before).isoformat()


def test_before_the_first_registration_there_was_nothing() -> None:
    put(unfiled())
    ended = run("assess", "--recorded-at", "2020-01-01", *JSON)
    assert ended.document()["cases"] == []
    assert run("assess", "--recorded-at", "2020-01-01", "--case", "C1").code == 1


def test_a_case_assessed_by_the_law_of_another_day() -> None:
    put(
        reconsideration(received=[got("reconsideration_application", "2023-06-01")], submitted=[], filings=[])
    )
    own = run("assess", "--as-of", "2023-06-30", *JSON).document()["cases"][0]["duties"]
    other = run("assess", "--as-of", "2023-06-30", "--law-at", "2024-06-01", *JSON).document()["cases"][0][
        "duties"
    ]
    assert {duty["rule"] for duty in own} != {duty["rule"] for duty in other}


@pytest.mark.parametrize(
    "text",
    [
        "AMB-01: working\n",
        "readings: {AMB-01: working}\n",
        '{"readings": {"AMB-01": "working"}, "enabled": {"AMB-04": []}}',
    ],
)
def test_readings_from_a_file_take_the_place_of_the_offices_own(text: str, tmp_path: Path) -> None:
    # Served on a Friday: two days end on Sunday and roll to Monday; two working days end on Tuesday.
    put(unfiled(received=[{"document": "complaint", "on": "2021-03-05"}]))
    path = tmp_path / "readings.yaml"
    path.write_text(text, encoding="utf-8")
    usual = run("assess", "--as-of", "2021-03-09", *JSON)
    replaced = run("assess", "--as-of", "2021-03-09", "--readings", path, *JSON)
    assert (results(usual)["7"], results(replaced)["7"]) == ("reading_dependent", "clear")
    assert replaced.document()["law"]["readings"]["AMB-01"] == "working"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("AMB-99: x\n", "AMB-99"),
        ("AMB-01: sometimes\n", "sometimes"),
        ("readings: {AMB-01: 3}\n", "AMB-01"),
        ("enabled: {AMB-04: roll}\n", "AMB-04"),
        ("enabled: {AMB-04: [never]}\n", "never"),
        ("wrong: {}\n", "wrong"),
        ("notice_from: tomorrow\n", "tomorrow"),
        ("- AMB-01\n", "readings.yaml"),
        ("{AMB-01: [", "readings.yaml"),
    ],
)
def test_a_wrong_choice_of_readings_is_named(text: str, named: str, tmp_path: Path) -> None:
    path = tmp_path / "readings.yaml"
    path.write_text(text, encoding="utf-8")
    ended = run("assess", "--readings", path, *JSON)
    assert (ended.code, ended.out) == (1, "")
    assert named in ended.err


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    ended = run("assess", "--readings", tmp_path / "none.yaml", *JSON)
    assert (ended.code, ended.out) == (1, "")
    assert "none.yaml" in ended.err


# -- Storing -----------------------------------------------------------------------------------------------------


def test_the_result_is_kept_only_where_that_is_asked_for() -> None:
    put(unfiled())
    run("assess", "--as-of", "2021-06-30", *JSON)
    assert not CaseAssessment.objects.exists()
    ended = run("assess", "--as-of", "2021-06-30", "--store", *JSON)
    assert ended.document()["cases"][0]["ref"] == "C1"
    assert CaseAssessment.objects.get().category_7 == "breach"


@pytest.mark.parametrize(
    "other",
    [("--unit", "AJ"), ("--case", "C1"), ("--recorded-at", "2021-01-01"), ("--law-at", "2021-01-01")],
)
def test_a_part_or_another_view_of_the_register_is_never_kept(other: tuple[str, str]) -> None:
    put(unfiled())
    assert run("assess", "--store", *other).code == 2
    assert not CaseAssessment.objects.exists()


def test_a_day_to_come_is_not_kept() -> None:
    ended = run("assess", "--store", "--as-of", "2099-01-01")
    assert ended.code == 1
    assert "2099-01-01" in ended.err


# -- Queries -----------------------------------------------------------------------------------------------------


def queries() -> int:
    with CaptureQueriesContext(connection) as captured:
        assert run("assess", "--as-of", "2021-06-30", *JSON).code == 0
    return len(captured)


def test_the_number_of_queries_does_not_grow_with_the_register() -> None:
    reports = [report("AJ", 2020, "2020-12-28")]
    put(unfiled("C1"), reports=reports)
    few = queries()
    put(*(filed_late(f"C{number}") for number in range(2, 12)), reports=reports)
    assert queries() == few
    assert few <= 10


def test_every_heading_of_an_explanation_names_its_category_or_its_duty() -> None:
    put(lawyers_only())
    text = run("assess", "--as-of", "2021-06-30", "--explain").out
    assert "(3) 行政机关负责人不出庭应诉也不委托相应的工作人员出庭 — 触发" in text
    assert "(7d) 文书备案 — 触发" in text
    assert ") — " not in text


# -- The law of another day --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "word"), [("zh-hans", "败诉结果"), ("en", "outcomes that are a loss")])
def test_a_day_the_law_folder_does_not_reach_is_told_with_what_is_missing_and_what_to_do(
    language: str, word: str
) -> None:
    put(lost())
    ended = run("assess", "--as-of", "2021-06-30", "--law-at", "2019-05-01", "--language", language)
    assert (ended.code, ended.out) == (1, "")
    for part in (word, "2019-05-01", "2020-01-01", "--law-at", "litigation/law/parameters/"):
        assert part in ended.err, part
    assert run("assess", "--as-of", "2021-06-30", "--law-at", "2020-01-01").code == 0


@pytest.mark.parametrize(
    ("case", "law_at", "name", "key", "since"),
    [
        (unfiled, "1980-01-01", "一审答辩、举证期限", "S-01", "1990-10-01"),
        (lawyers_only, "2010-01-01", "传票送达最少提前日数", "summons_notice_days", "2018-02-08"),
    ],
)
def test_where_no_limit_is_known_nobody_is_clear_and_no_record_is_to_blame(
    case: Callable[[], CaseFacts], law_at: str, name: str, key: str, since: str
) -> None:
    put(case())
    ended = run("assess", "--as-of", "2021-06-30", "--law-at", law_at)
    assert (ended.code, ended.out) == (1, "")
    for part in (law_at, name, key, since, "--law-at", "litigation/law/parameters/"):
        assert part in ended.err, part
