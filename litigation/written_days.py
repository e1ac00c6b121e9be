"""A day as people write it: YYYY-MM-DD and nothing else. No Django."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)


def day_of(text: object) -> date | None:
    """The day that ``text`` writes as YYYY-MM-DD, or None."""
    if not isinstance(text, str) or not _DAY.match(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
