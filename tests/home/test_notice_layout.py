"""The parts of the cover and the lines of the title are found, and joined they are the law folder's text."""

from msgspec.structs import replace

from home.notice_layout import cover_of, title_lines
from litigation.law.loader import load_law

NOTICE = load_law().notice


def test_every_clause_of_the_cover_has_a_place_in_its_order():
    cover = cover_of(NOTICE)
    assert (cover.recipients, *cover.body, cover.signature, cover.date) == NOTICE.cover
    assert cover.signature.text == NOTICE.issuer
    assert cover.recipients.text.endswith("：")


def test_the_issuer_has_a_line_of_its_own_in_the_title():
    assert title_lines(NOTICE)[0] == NOTICE.issuer
    assert "".join(title_lines(NOTICE)) == NOTICE.title


def test_a_title_without_the_issuer_is_one_line():
    assert title_lines(replace(NOTICE, title="关于一件事的通知")) == ("关于一件事的通知",)
