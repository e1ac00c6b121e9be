"""Days and moments on the command line."""

from __future__ import annotations

from argparse import ArgumentTypeError

import pytest

from litigation.management.arguments import day, moment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021-03-01", "2021-03-01T23:59:59.999999+08:00"),
        ("2021-03-01T08:30", "2021-03-01T08:30:00+08:00"),
        ("2021-03-01T00:30:00Z", "2021-03-01T08:30:00+08:00"),
        ("2021-03-01 08:30:00+08:00", "2021-03-01T08:30:00+08:00"),
    ],
)
def test_a_moment_is_local_and_a_day_alone_is_its_end(text: str, expected: str) -> None:
    assert moment(text).isoformat() == expected


@pytest.mark.parametrize("text", ["", "soon", "2021-02-30", "2021-03-01T25:00"])
def test_no_moment(text: str) -> None:
    with pytest.raises(ArgumentTypeError):
        moment(text)


def test_no_day() -> None:
    with pytest.raises(ArgumentTypeError, match="2021-02-30"):
        day("2021-02-30")
