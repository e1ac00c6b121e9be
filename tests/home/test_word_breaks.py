"""Titles break between words, and lose no character by it."""

import re

import pytest

from home.word_breaks import with_word_breaks
from litigation.law.loader import load_law

NOTICE = load_law().notice


def pieces(title: str) -> list[str]:
    return with_word_breaks(title).split("<wbr>")


def test_the_title_of_the_notice_breaks_where_paper_breaks_it():
    assert "行政机关负责人" in pieces(NOTICE.title)
    assert "泗水县人民政府办公室" in pieces(NOTICE.title)


@pytest.mark.parametrize(
    "title", [NOTICE.title, NOTICE.opinions.title, *(section.heading for section in NOTICE.opinions.sections)]
)
def test_nothing_is_lost_and_no_piece_is_too_long_for_a_telephone(title):
    assert "".join(pieces(title)) == title
    assert max(map(len, pieces(title))) <= 10
    assert not re.search(r"<wbr>$", with_word_breaks(title))


def test_markup_in_a_title_stays_text():
    assert with_word_breaks("<b>工作</b>") == "&lt;b&gt;工作<wbr>&lt;/b&gt;"
