"""Days as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from litigation.written_days import day_of


@pytest.mark.parametrize("text", ["2021-2-3", "20210203", "2021-W05-3", "2021-02-30", "", None, 20210203])
def test_no_day(text: object) -> None:
    assert day_of(text) is None


def test_a_day() -> None:
    assert day_of("2021-02-28") == date(2021, 2, 28)
