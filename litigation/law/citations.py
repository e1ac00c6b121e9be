"""Where a value comes from: the words of the citation in both languages, and how well the source was read."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Grade(StrEnum):
    """Source grades of facts.md §0.1. M and I are said wherever the value is used."""

    A = "A"  # 条文逐字核对（非官方文本）
    B = "B"  # 政府、法院网页摘录
    C = "C"  # 第三方转载
    M = "M"  # 一般法律知识，未核对原文
    I = "I"  # noqa: E741 — the grade's own letter. 本系统的理解

    @property
    def must_be_said(self) -> bool:
        """Whether an explanation that rests on the value has to say its grade."""
        return self in {Grade.M, Grade.I}


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One piece of text, Chinese and English."""

    zh: str
    en: str

    def __post_init__(self) -> None:
        if not self.zh.strip() or not self.en.strip():
            raise ValueError("zh and en must both be written")


class Statute(Text, frozen=True, forbid_unknown_fields=True):
    """A citation with its grade, for lists of statutes that carry no dated value.

    ``kinds``: the kinds of finding it belongs to; empty, to every finding of its category.
    """

    grade: Grade
    kinds: tuple[str, ...] = ()
    start: str | None = msgspec.field(default=None, name="from")
    end: str | None = msgspec.field(default=None, name="to")

    def holds_on(self, day: str) -> bool:
        """Whether it was in force on ``day`` (ISO); one without days always was."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)
