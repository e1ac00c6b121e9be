"""Which days are working days: every row of facts.md §F, its traps, the end of the data, and overrides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from litigation.law.in_force import law_in_force
from litigation.law.working_days import DayKind, Override, Provisional, WorkingDays

# facts.md §F: rest days (H) and make-up working days (W); a–b is every day from a to b.
HOLIDAYS: dict[int, tuple[str, str]] = {
    2020: ("1-1 1-24–2-2 4-4–4-6 5-1–5-5 6-25–6-27 10-1–10-8", "1-19 4-26 5-9 6-28 9-27 10-10"),
    2021: (
        "1-1–1-3 2-11–2-17 4-3–4-5 5-1–5-5 6-12–6-14 9-19–9-21 10-1–10-7",
        "2-7 2-20 4-25 5-8 9-18 9-26 10-9",
    ),
    2022: (
        "1-1–1-3 1-31–2-6 4-3–4-5 4-30–5-4 6-3–6-5 9-10–9-12 10-1–10-7 12-31",
        "1-29 1-30 4-2 4-24 5-7 10-8 10-9",
    ),
    2023: (
        "1-1–1-2 1-21–1-27 4-5 4-29–5-3 6-22–6-24 9-29–10-6 12-30–12-31",
        "1-28 1-29 4-23 5-6 6-25 10-7 10-8",
    ),
    2024: (
        "1-1 2-10–2-17 4-4–4-6 5-1–5-5 6-10 9-15–9-17 10-1–10-7",
        "2-4 2-18 4-7 4-28 5-11 9-14 9-29 10-12",
    ),
    2025: ("1-1 1-28–2-4 4-4–4-6 5-1–5-5 5-31–6-2 10-1–10-8", "1-26 2-8 4-27 9-28 10-11"),
    2026: (
        "1-1–1-3 2-15–2-23 4-4–4-6 5-1–5-5 6-19–6-21 9-25–9-27 10-1–10-7",
        "1-4 2-14 2-28 5-9 9-20 10-10",
    ),
}
DAYS = WorkingDays()
ONE = timedelta(days=1)


def days_of(year: int, text: str) -> Iterator[date]:
    for span in text.split():
        ends = [date(year, *map(int, end.split("-"))) for end in span.split("–")]
        day = ends[0]
        while day <= ends[-1]:
            yield day
            day += ONE


def every_day(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += ONE


@pytest.mark.parametrize("year", HOLIDAYS)
def test_every_day_of_a_year_is_as_the_table_has_it(year: int) -> None:
    rest, make_up = (set(days_of(year, text)) for text in HOLIDAYS[year])
    wrong = [
        day
        for day in every_day(date(year, 1, 1), date(year, 12, 31))
        if DAYS.is_working(day) is not ((day.weekday() < 5 and day not in rest) or day in make_up)
    ]
    assert wrong == []


@pytest.mark.parametrize("year", HOLIDAYS)
def test_make_up_days_are_weekend_days_on_which_people_work(year: int) -> None:
    make_up = set(days_of(year, HOLIDAYS[year][1]))
    found = {day for day in every_day(date(year, 1, 1), date(year, 12, 31)) if DAYS.is_make_up(day)}
    assert found == make_up


def test_new_year_s_eve_is_a_working_day_in_2024_and_a_rest_day_in_2025() -> None:
    assert DAYS.is_working(date(2024, 2, 9)) is True
    assert DAYS.is_working(date(2025, 1, 28)) is False


@pytest.mark.parametrize(
    "text", ["2020-10-10", "2021-02-07", "2021-02-20", "2021-09-26", "2023-10-07", "2024-09-14", "2025-04-27"]
)
def test_a_weekend_working_day_stops_a_roll(text: str) -> None:
    day = date.fromisoformat(text)
    assert day.weekday() >= 5
    assert DAYS.roll(day) == day


@pytest.mark.parametrize(
    ("day", "rolled"),
    [
        ("2020-10-07", "2020-10-09"),
        ("2020-10-11", "2020-10-12"),
        ("2021-02-12", "2021-02-18"),
        ("2023-09-29", "2023-10-07"),
    ],
)
def test_a_rest_day_rolls_to_the_first_working_day(day: str, rolled: str) -> None:
    assert DAYS.roll(date.fromisoformat(day)) == date.fromisoformat(rolled)


def test_the_data_end_with_2026_and_2027_is_unknown_and_no_weekday() -> None:
    assert DAYS.until == date(2026, 12, 31)
    for day in every_day(date(2027, 1, 1), date(2027, 12, 31)):
        assert DAYS.is_working(day) is None
    assert DAYS.roll(date(2027, 1, 4)) is None
    assert DAYS.working_day_after(date(2026, 12, 30), 1) == date(2026, 12, 31)
    assert DAYS.working_day_after(date(2026, 12, 30), 2) is None


def test_days_before_the_data_are_unknown_too() -> None:
    assert DAYS.is_working(date(2003, 12, 31)) is None
    assert DAYS.is_working(date(2004, 1, 2)) is True


def override(day: str, kind: DayKind) -> Override:
    return Override(day=date.fromisoformat(day), kind=kind, name="停止办公", source="示例文号")


def test_an_override_settles_a_day_beyond_the_data() -> None:
    rest = WorkingDays([override("2027-01-01", DayKind.REST), override("2027-01-04", DayKind.WORK)])
    assert rest.is_working(date(2027, 1, 1)) is False
    assert rest.is_working(date(2027, 1, 4)) is True
    assert rest.is_working(date(2027, 1, 2)) is None
    assert rest.until == date(2027, 1, 1)


def test_an_override_changes_a_published_day_and_nothing_else() -> None:
    closed = WorkingDays([override("2021-07-28", DayKind.REST)])
    assert closed.is_working(date(2021, 7, 28)) is False
    assert closed.roll(date(2021, 7, 28)) == date(2021, 7, 29)
    changed = [
        day
        for day in every_day(date(2021, 1, 1), date(2021, 12, 31))
        if closed.is_working(day) != DAYS.is_working(day)
    ]
    assert changed == [date(2021, 7, 28)]


def test_a_holiday_can_be_overridden_to_a_working_day() -> None:
    assert WorkingDays([override("2021-05-03", DayKind.WORK)]).is_working(date(2021, 5, 3)) is True


def test_a_whole_block_of_overrides_moves_the_end_of_the_data() -> None:
    block = [
        override(f"2027-01-{number:02}", DayKind.REST if number < 4 else DayKind.WORK)
        for number in range(1, 9)
    ]
    assert WorkingDays(block).until == date(2027, 1, 8)


def test_planning_days_know_weekends_only_beyond_the_data() -> None:
    planned = Provisional()
    assert planned.is_working(date(2027, 1, 1)) is True  # a Friday, and surely a holiday: hence provisional
    assert planned.is_working(date(2027, 1, 2)) is False
    assert planned.is_working(date(2026, 10, 1)) is False
    assert planned.until == DAYS.until


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("2020-10-07", "national_day"),
        ("2021-02-12", "spring_festival"),
        ("2021-05-04", "labour_day"),
        ("2021-04-04", "tomb_sweeping"),
        ("2021-06-12", "dragon_boat"),
        ("2022-09-10", "mid_autumn"),
        ("2021-01-02", "new_year"),
        ("2020-11-22", "weekend"),
    ],
)
def test_a_rest_day_says_which_holiday_it_is(day: str, reason: str) -> None:
    assert DAYS.rest_token(date.fromisoformat(day)) == reason


def test_an_overridden_rest_day_is_no_holiday_of_the_state() -> None:
    closed = WorkingDays([override("2021-07-28", DayKind.REST)])
    assert closed.rest_token(date(2021, 7, 28)) == "local_rest"


def test_the_law_in_force_takes_its_overrides_from_the_folder_and_from_the_caller() -> None:
    law = law_in_force(overrides=[override("2027-01-04", DayKind.WORK)])
    assert law.days.is_working(date(2027, 1, 4)) is True
    assert law_in_force().days.is_working(date(2027, 1, 4)) is None
