"""案号 in one spelling (facts.md C.4): the year of a court's docket number stands in full-width brackets."""

from __future__ import annotations

import re

_YEAR = re.compile(r"[（(](\d{4})[）)]", re.ASCII)


def one_spelling(docket: str) -> str:
    """``(2021)鲁0831行初12号`` as ``（2021）鲁0831行初12号``; anything that opens with no year stays as it is."""
    return _YEAR.sub(r"（\1）", docket, count=1) if _YEAR.match(docket) else docket
