"""The file of `assess --readings`."""

from __future__ import annotations

from datetime import date

import pytest

from accountability.readings_file import Picked, ReadingsFileError, read_readings


@pytest.mark.parametrize(
    "text",
    [
        "AMB-01: working\nAMB-04: roll\n",
        "readings: {AMB-01: working, AMB-04: roll}\n",
        '{"AMB-01": "working", "AMB-04": "roll"}',
        "readings:\n  AMB-01: working\n  AMB-04: roll\nenabled: null\n",
    ],
)
def test_the_plain_and_the_full_form_say_the_same(text: str) -> None:
    assert read_readings(text, "f") == Picked(readings={"AMB-01": "working", "AMB-04": "roll"})


def test_alternatives_and_the_day_of_the_notice() -> None:
    picked = read_readings("enabled: {AMB-04: [], AMB-01: [working]}\nnotice_from: 2020-10-01\n", "f")
    assert picked == Picked(
        enabled={"AMB-04": frozenset(), "AMB-01": frozenset({"working"})}, notice_from=date(2020, 10, 1)
    )


def test_an_empty_file_chooses_nothing() -> None:
    assert read_readings("", "f") == read_readings("{}", "f") == Picked()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("AMB-01: [working]\n", "AMB-01"),
        ("AMB-01: working\nother: x\n", "other"),
        ("readings: working\n", "readings"),
        ("enabled: {AMB-01: [1]}\n", "AMB-01"),
        ("notice_from: 2020-13-01\n", "2020-13-01"),
        ("notice_from: 20201001\n", "20201001"),
        ("AMB-01: a\nAMB-01: b\n", "AMB-01"),
        ("just words", "f.yaml"),
    ],
)
def test_what_is_wrong_is_named(text: str, named: str) -> None:
    with pytest.raises(ReadingsFileError, match=named):
        read_readings(text, "f.yaml")
