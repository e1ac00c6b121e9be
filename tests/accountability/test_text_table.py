"""A Chinese character is two columns wide on a terminal."""

from __future__ import annotations

import pytest

from accountability.text_table import padded, table_lines, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("AJ", 2), ("县", 2), ("县A局", 5), ("（1）", 5), ("ａ", 2), ("1/0", 3), ("e\u0301", 1)],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


def test_padding_goes_to_the_asked_side_and_never_cuts() -> None:
    assert padded("县", 4) == "县  "
    assert padded("县", 4, right=True) == "  县"
    assert padded("县人民政府", 4) == "县人民政府"


def test_columns_stand_below_each_other() -> None:
    lines = list(table_lines([["Unit", "(1)"], ["县A局", "1"], ["甲镇人民政府", "10"]]))
    assert lines == [
        "Unit          (1)",
        "------------  ---",
        "县A局           1",
        "甲镇人民政府   10",
    ]
