"""The notice in the law folder is the notice: every character of it, in its order (facts.md §0.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from litigation.law.loader import load_law
from litigation.law.notice_text import Notice

PRINTED = (Path(__file__).parent / "notice.txt").read_text(encoding="utf-8")


def without_space(text: str) -> str:
    return re.sub(r"\s+", "", text)


def parts(notice: Notice) -> Iterator[str]:
    """The texts in the order in which they are printed."""
    opinions = notice.opinions
    yield notice.title
    yield from (clause.text for clause in notice.cover)
    yield opinions.title
    yield opinions.preamble.text
    for section in opinions.sections:
        yield section.number + section.heading
        yield section.text or ""
        yield from ((item.number or "") + item.text for item in section.items)
    yield opinions.scope.text
    yield opinions.effect.text
    yield notice.copies


def test_joined_without_white_space_it_is_the_printed_text() -> None:
    assert without_space("".join(parts(load_law().notice))) == without_space(PRINTED)


def test_mixed_numbering_and_the_probable_misprint_are_kept() -> None:
    sections = {section.id: section for section in load_law().notice.opinions.sections}
    assert [item.number for item in sections["N6"].items] == [f"（{number}）" for number in range(1, 10)]
    assert [item.number for item in sections["N7"].items] == ["（1）", "（二）", "（三）"]
    assert sections["N5"].items[0].number == "（一）"
    assert "行政诉讼案件即应诉工作" in sections["N3"].items[5].text


def test_it_is_dated_the_first_of_september_2020_and_bears_no_number() -> None:
    notice = load_law().notice
    assert notice.dated.isoformat() == "2020-09-01"
    assert notice.number is None
    assert notice.index_number is None


def test_every_clause_that_a_duty_can_cite_has_its_text_in_the_notice() -> None:
    law = load_law()
    ids = {clause.id for clause in law.notice.clauses()}
    cited = {re.sub(r"[a-c]$", "", clause) for clause in law.obligations}
    assert cited <= ids
    assert {category.clause for category in law.categories.values()} <= ids


def test_every_category_bears_the_notice_s_own_words() -> None:
    law = load_law()
    texts = {clause.id: clause.text for clause in law.notice.clauses()}
    for category in law.categories.values():
        assert category.name.zh == texts[category.clause].rstrip("；。").removesuffix("的")


def test_every_clause_is_cited_under_one_id() -> None:
    ids = [clause.id for clause in load_law().notice.clauses()]
    assert len(set(ids)) == len(ids)
    assert ids[0] == "N0.0"
    assert ids[-2:] == ["N8.1", "N8.2"]
