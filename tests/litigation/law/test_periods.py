"""Every row of arithmetic in scenarios.md, and what each reading makes of a count (facts.md §F)."""

from __future__ import annotations

from datetime import date

import pytest

from litigation.law.in_force import LawInForce, law_in_force
from litigation.law.periods import DayCount, add_months
from litigation.law.working_days import DayKind, Override

# scenarios.md, limits of the notice: day 0, days, strict, default, lenient.
NOTICE_ROWS = [
    pytest.param("2020-09-22", 2, "2020-09-24", "2020-09-24", "2020-09-24", id="SC-01 N4.4 N5.3"),
    pytest.param("2020-11-20", 2, "2020-11-22", "2020-11-23", "2020-11-24", id="SC-01 N5.3 judgment"),
    pytest.param("2020-12-04", 2, "2020-12-06", "2020-12-07", "2020-12-08", id="SC-02 N5.3 judgment, SC-03b"),
    pytest.param("2020-12-22", 10, "2021-01-01", "2021-01-04", "2021-01-06", id="SC-02 N5.5"),
    pytest.param("2021-02-26", 2, "2021-02-28", "2021-03-01", "2021-03-02", id="SC-04 N4.4 N5.3"),
    pytest.param("2021-02-05", 2, "2021-02-07", "2021-02-07", "2021-02-08", id="SC-07 make-up Sunday"),
    pytest.param("2021-02-10", 2, "2021-02-12", "2021-02-18", "2021-02-19", id="SC-07 N5.3 ruling"),
    pytest.param("2021-04-20", 2, "2021-04-22", "2021-04-22", "2021-04-22", id="SC-08 N5.3"),
    pytest.param("2021-04-20", 3, "2021-04-23", "2021-04-23", "2021-04-23", id="SC-08 N5.4"),
    pytest.param("2021-07-30", 2, "2021-08-01", "2021-08-02", "2021-08-03", id="SC-08 N5.3 second"),
    pytest.param("2021-07-30", 10, "2021-08-09", "2021-08-09", "2021-08-13", id="SC-08 N5.5"),
    pytest.param("2023-09-26", 2, "2023-09-28", "2023-09-28", "2023-09-28", id="SC-10 N5.3"),
    pytest.param("2023-09-26", 3, "2023-09-29", "2023-10-07", "2023-10-07", id="SC-10 N5.4 make-up Saturday"),
    pytest.param("2023-11-27", 2, "2023-11-29", "2023-11-29", "2023-11-29", id="SC-10 N4.4 second"),
    pytest.param("2024-01-05", 2, "2024-01-07", "2024-01-08", "2024-01-09", id="SC-10 N5.3 second"),
    pytest.param("2021-03-19", 30, "2021-04-18", "2021-04-19", "2021-04-30", id="SC-12 N5.7b"),
    pytest.param("2021-01-18", 30, "2021-02-17", "2021-02-18", "2021-03-04", id="SC-12b N5.7b"),
    pytest.param("2025-04-25", 2, "2025-04-27", "2025-04-27", "2025-04-28", id="SC-16 make-up Sunday"),
    pytest.param("2022-06-10", 2, "2022-06-12", "2022-06-13", "2022-06-14", id="SC-18 N5.3"),
    pytest.param("2022-06-10", 10, "2022-06-20", "2022-06-20", "2022-06-24", id="SC-18 N5.5"),
]
# Statutory limits in days: day 0, days, due.
STATUTE_ROWS = [
    pytest.param("2020-09-22", 15, "2020-10-09", id="SC-01 S-01"),
    pytest.param("2020-09-23", 15, "2020-10-09", id="SC-01 boundary 23"),
    pytest.param("2020-09-24", 15, "2020-10-09", id="SC-01 boundary 24"),
    pytest.param("2020-09-25", 15, "2020-10-10", id="SC-01 boundary 25, make-up Saturday"),
    pytest.param("2020-09-26", 15, "2020-10-12", id="SC-01 boundary 26"),
    pytest.param("2020-11-20", 15, "2020-12-07", id="SC-01 appeal period"),
    pytest.param("2020-12-04", 15, "2020-12-21", id="SC-02 appeal period"),
    pytest.param("2021-02-05", 15, "2021-02-20", id="SC-07 S-01, make-up Saturday"),
    pytest.param("2021-04-20", 15, "2021-05-06", id="SC-08 S-06"),
    pytest.param("2023-09-26", 15, "2023-10-11", id="SC-10 S-06"),
    pytest.param("2021-03-01", 30, "2021-03-31", id="SC-12 limit in the document"),
    pytest.param("2021-03-01", 60, "2021-04-30", id="SC-12d S-23"),
    pytest.param("2023-12-22", 10, "2024-01-02", id="SC-14a S-12"),
    pytest.param("2023-12-29", 10, "2024-01-08", id="SC-14e S-12"),
    pytest.param("2025-04-25", 10, "2025-05-06", id="SC-16 S-18"),
    pytest.param("2022-06-10", 60, "2022-08-09", id="SC-18 performance"),
]
WORKING_ROWS = [
    pytest.param("2024-01-02", 10, "2024-01-16", id="SC-14b S-13"),
    pytest.param("2024-02-02", 10, "2024-02-21", id="SC-14c S-13 over the Spring Festival"),
    pytest.param("2024-02-02", 5, "2024-02-08", id="SC-14d S-14"),
    pytest.param("2023-12-29", 10, "2024-01-15", id="SC-14e under AMB-25"),
]
# Fixed dates: the day, and where it would roll.
FIXED_ROWS = [
    pytest.param("2022-12-31", "2023-01-03", id="SC-13 town for 2022"),
    pytest.param("2023-12-31", "2024-01-02", id="SC-13 town for 2023"),
    pytest.param("2021-12-31", "2021-12-31", id="SC-13 town for 2021"),
    pytest.param("2020-12-31", "2020-12-31", id="SC-13 first report"),
    pytest.param("2021-01-10", "2021-01-11", id="SC-13 county for 2020"),
    pytest.param("2026-01-10", "2026-01-12", id="SC-13 county for 2025"),
]


def day(text: str) -> date:
    return date.fromisoformat(text)


def with_reading(key: str, value: str) -> LawInForce:
    return law_in_force(chosen={key: value})


def three(count: DayCount) -> tuple[date | None, date | None, date | None]:
    return count.strict, count.default, count.lenient


@pytest.mark.parametrize(("start", "amount", "strict", "default", "lenient"), NOTICE_ROWS)
def test_a_limit_of_the_notice_has_three_readings(
    start: str, amount: int, strict: str, default: str, lenient: str
) -> None:
    count = law_in_force().counter.notice_days(day(start), amount)
    assert three(count) == (day(strict), day(default), day(lenient))


@pytest.mark.parametrize(("start", "amount", "due"), STATUTE_ROWS)
def test_a_statutory_limit_in_days_has_one_and_rolls(start: str, amount: int, due: str) -> None:
    assert three(law_in_force().counter.calendar_days(day(start), amount)) == (None, day(due), None)


@pytest.mark.parametrize(("start", "amount", "due"), WORKING_ROWS)
def test_a_statutory_limit_in_working_days_has_default_and_lenient_on_one_day(
    start: str, amount: int, due: str
) -> None:
    assert three(law_in_force().counter.working_days(day(start), amount)) == (None, day(due), day(due))


@pytest.mark.parametrize(("fixed", "rolled"), FIXED_ROWS)
def test_a_fixed_date_stays_and_its_lenient_reading_rolls(fixed: str, rolled: str) -> None:
    assert three(law_in_force().counter.fixed(day(fixed))) == (day(fixed), day(fixed), day(rolled))


@pytest.mark.parametrize(("fixed", "rolled"), FIXED_ROWS)
def test_amb_04_rolls_a_fixed_date(fixed: str, rolled: str) -> None:
    assert with_reading("AMB-04", "roll").counter.fixed(day(fixed)).default == day(rolled)


def test_two_months_from_the_first_of_march_2024_end_after_the_may_holidays() -> None:
    assert law_in_force().counter.months(day("2024-03-01"), 2).default == day("2024-05-06")  # SC-12e


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2021-12-31", 2, "2022-02-28"),
        ("2023-12-31", 2, "2024-02-29"),
        ("2021-08-31", 6, "2022-02-28"),
        ("2021-11-30", 3, "2022-02-28"),
        ("2022-01-15", 2, "2022-03-15"),
        ("2022-11-01", 2, "2023-01-01"),
        ("2020-02-29", 12, "2021-02-28"),
        ("2022-12-31", 12, "2023-12-31"),
    ],
)
def test_months_end_on_the_same_day_or_on_the_last_of_a_shorter_month(
    start: str, months: int, end: str
) -> None:
    assert add_months(day(start), months) == day(end)


@pytest.mark.parametrize(
    ("key", "value", "default"),
    [
        ("AMB-01", "working", "2020-11-24"),
        ("AMB-02", "included", "2020-11-23"),
        ("AMB-03", "no_roll", "2020-11-22"),
    ],
)
def test_a_reading_of_days_moves_the_day_in_force_of_the_notice_s_limits(
    key: str, value: str, default: str
) -> None:
    assert with_reading(key, value).counter.notice_days(day("2020-11-20"), 2).default == day(default)


def test_counting_the_day_of_receipt_makes_every_reading_one_day_shorter() -> None:
    count = with_reading("AMB-02", "included").counter.notice_days(day("2020-11-17"), 2)
    assert three(count) == (day("2020-11-18"),) * 3


@pytest.mark.parametrize(
    ("key", "value"), [("AMB-01", "working"), ("AMB-02", "included"), ("AMB-03", "no_roll")]
)
def test_no_reading_of_days_touches_a_statutory_limit(key: str, value: str) -> None:
    for start, amount in (("2020-09-22", 15), ("2020-11-20", 15), ("2023-12-22", 10)):
        plain = law_in_force().counter.calendar_days(day(start), amount)
        other = with_reading(key, value).counter
        assert three(other.calendar_days(day(start), amount)) == three(plain)
        assert three(other.working_days(day(start), amount)) == three(
            law_in_force().counter.working_days(day(start), amount)
        )


def test_a_day_set_by_a_tribunal_stays_where_it_is_even_on_a_rest_day() -> None:
    """rulings.md 12: a fixed due_on does not roll."""
    assert law_in_force().counter.set_day(day("2020-10-01")).default == day("2020-10-01")


def test_past_the_data_strict_is_known_and_the_rest_waits() -> None:
    """rulings.md 25."""
    count = law_in_force().counter.notice_days(day("2026-12-30"), 2)
    assert three(count) == (day("2027-01-01"), None, None)
    assert count.beyond
    assert count.provisional == day("2027-01-01")


def test_where_only_the_lenient_day_lies_past_the_data_only_it_is_unknown() -> None:
    count = law_in_force().counter.notice_days(day("2026-12-25"), 5)
    assert three(count) == (day("2026-12-30"), day("2026-12-30"), None)
    assert count.beyond


def test_a_statutory_limit_past_the_data_waits_and_may_be_planned() -> None:
    count = law_in_force().counter.calendar_days(day("2026-12-25"), 15)
    assert three(count) == (None, None, None)
    assert count.beyond
    assert count.provisional == day("2027-01-11")


def test_the_county_s_report_for_2026_has_its_strict_day() -> None:
    count = law_in_force().counter.fixed(day("2027-01-10"))
    assert (count.strict, count.lenient, count.beyond) == (day("2027-01-10"), None, True)


def test_an_override_with_its_source_settles_the_day() -> None:
    rest = [
        Override(day=day(f"2027-01-{n:02}"), kind=DayKind.REST, name="元旦", source="示例") for n in (1, 2, 3)
    ]
    work = [
        Override(day=day(f"2027-01-{n:02}"), kind=DayKind.WORK, name="上班", source="示例") for n in (4, 5)
    ]
    count = law_in_force(overrides=[*rest, *work]).counter.notice_days(day("2026-12-30"), 2)
    assert three(count) == (day("2027-01-01"), day("2027-01-04"), day("2027-01-04"))
    assert not count.beyond
    assert count.provisional is None


def test_a_local_closure_rolls_a_statutory_limit() -> None:
    closed = Override(day=day("2020-12-07"), kind=DayKind.REST, name="停止办公", source="示例")
    assert law_in_force(overrides=[closed]).counter.calendar_days(day("2020-11-20"), 15).default == day(
        "2020-12-08"
    )
