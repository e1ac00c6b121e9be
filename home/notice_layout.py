"""Which part of the notice goes where on the sheet: the law folder has its clauses in order, paper has places for them."""

from __future__ import annotations

import msgspec

from litigation.law.notice_text import Clause, Notice


class CoverLayout(msgspec.Struct, frozen=True, kw_only=True):
    """The covering 通知: 主送 flush left, its text, then 署名 and 成文日期 on the right (GB/T 9704-2012, 7.3)."""

    recipients: Clause
    body: tuple[Clause, ...]
    signature: Clause
    date: Clause


def cover_of(notice: Notice) -> CoverLayout:
    """Return the cover's clauses by their places, in the order in which they are printed."""
    recipients, *body, signature, date = notice.cover
    return CoverLayout(recipients=recipients, body=tuple(body), signature=signature, date=date)


def title_lines(notice: Notice) -> tuple[str, ...]:
    """Return the title as paper sets it: the issuer on a line of its own. Joined, the lines are the title."""
    if notice.title.startswith(notice.issuer) and notice.title != notice.issuer:
        return notice.issuer, notice.title.removeprefix(notice.issuer)
    return (notice.title,)
