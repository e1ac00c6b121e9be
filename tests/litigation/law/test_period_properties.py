"""What holds of every count, whatever its start and length (facts.md §0.3(2))."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litigation.law.in_force import law_in_force
from litigation.law.periods import Counter, DayCount, add_months
from litigation.law.working_days import ONE_DAY, DayKind, Override

MODERATE = settings(max_examples=150, deadline=None)
STARTS = st.dates(date(2020, 1, 1), date(2026, 9, 30))
AMOUNTS = st.sampled_from((2, 3, 5, 10, 15, 30))
CALENDARS = st.lists(
    st.builds(
        Override,
        day=st.dates(date(2020, 1, 1), date(2026, 12, 31)),
        kind=st.sampled_from(DayKind),
        name=st.just("调整"),
        source=st.just("示例"),
    ),
    max_size=30,
)
COUNTER = law_in_force().counter
STYLES: dict[str, Callable[[Counter, date, int], DayCount]] = {
    "notice": lambda counter, start, amount: counter.notice_days(start, amount),
    "statute": lambda counter, start, amount: counter.calendar_days(start, amount),
    "working": lambda counter, start, amount: counter.working_days(start, amount),
    "months": lambda counter, start, amount: counter.months(start, amount),
    "fixed": lambda counter, start, _: counter.fixed(start),
    "set": lambda counter, start, _: counter.set_day(start),
}


def known(day: date | None) -> date:
    assert day is not None
    return day


@MODERATE
@given(STARTS, AMOUNTS, CALENDARS)
def test_strict_comes_not_after_default_and_default_not_after_lenient(
    start: date, amount: int, overrides: list[Override]
) -> None:
    count = law_in_force(overrides=overrides).counter.notice_days(start, amount)
    if not count.beyond:
        assert known(count.strict) <= known(count.default) <= known(count.lenient)


@MODERATE
@given(STARTS, AMOUNTS)
def test_a_default_day_is_a_working_day_with_nothing_but_rest_between_it_and_the_raw_day(
    start: date, amount: int
) -> None:
    count = COUNTER.notice_days(start, amount)
    default, strict = known(count.default), known(count.strict)
    assert COUNTER.days.is_working(default)
    assert not any(
        COUNTER.days.is_working(strict + timedelta(days=n)) for n in range((default - strict).days)
    )


@MODERATE
@given(STARTS, AMOUNTS)
def test_between_day_0_and_the_lenient_day_lie_exactly_that_many_working_days(
    start: date, amount: int
) -> None:
    lenient = known(COUNTER.notice_days(start, amount).lenient)
    between = (start + timedelta(days=n) for n in range(1, (lenient - start).days + 1))
    assert sum(COUNTER.days.is_working(day) is True for day in between) == amount
    assert COUNTER.days.is_working(lenient)


@pytest.mark.parametrize("style", STYLES)
@MODERATE
@given(start=STARTS, amount=AMOUNTS, overrides=CALENDARS)
def test_a_later_trigger_never_falls_due_earlier(
    style: str, start: date, amount: int, overrides: list[Override]
) -> None:
    counter = law_in_force(overrides=overrides).counter
    count, after = STYLES[style](counter, start, amount), STYLES[style](counter, start + ONE_DAY, amount)
    for first, second in (
        (count.strict, after.strict),
        (count.default, after.default),
        (count.lenient, after.lenient),
    ):
        assert (first is None) == (second is None) or count.beyond or after.beyond
        if first and second:
            assert first <= second


@pytest.mark.parametrize("style", STYLES)
@MODERATE
@given(start=st.dates(date(2026, 10, 1), date(2027, 12, 31)), amount=AMOUNTS)
def test_a_day_is_unknown_only_where_the_data_end(style: str, start: date, amount: int) -> None:
    count = STYLES[style](COUNTER, start, amount)
    if count.default is None:
        assert count.beyond
        assert known(count.provisional) > COUNTER.days.until
    elif count.lenient is None and count.strict is not None:
        assert count.beyond
    if count.provisional is not None:
        assert count.beyond


@MODERATE
@given(
    STARTS,
    AMOUNTS,
    st.sampled_from(
        ["AMB-01=working", "AMB-02=included", "AMB-03=no_roll", "AMB-04=roll", "AMB-05=exclusive"]
    ),
)
def test_the_order_of_the_three_holds_under_every_reading_of_days(
    start: date, amount: int, reading: str
) -> None:
    key, _, value = reading.partition("=")
    counter = law_in_force(chosen={key: value}).counter
    for count in (counter.notice_days(start, amount), counter.fixed(start)):
        assert known(count.strict) <= known(count.default) <= known(count.lenient)


@MODERATE
@given(STARTS, st.integers(1, 24))
def test_months_keep_the_day_of_the_month_unless_the_month_is_too_short(start: date, months: int) -> None:
    end = add_months(start, months)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == start.day or (end.day < start.day and (end + ONE_DAY).day == 1)


@MODERATE
@given(STARTS, AMOUNTS)
def test_a_count_says_how_it_came_about_and_ends_on_its_due_day(start: date, amount: int) -> None:
    for count in (COUNTER.notice_days(start, amount), COUNTER.calendar_days(start, amount)):
        days = [
            value for node in count.derivation for value in node.params.values() if isinstance(value, date)
        ]
        assert days[-1] == count.default
