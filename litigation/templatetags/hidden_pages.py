"""For templates that put right what Wagtail's own would show of the register."""

from __future__ import annotations

from typing import Any

from django import template

from litigation import guard

register = template.Library()


@register.filter
def without_hidden_pages(page_types: Any, user: Any) -> list[Any]:
    """Rows of the report on page types; the last edited page is left out where it is hidden from ``user``."""
    rows = list(page_types)
    ids = [row.last_edited_page_id for row in rows]
    hidden = set(guard.hidden_from(user, guard.pages_named(ids)).values_list("pk", flat=True))
    for row in rows:
        if row.last_edited_page_id in hidden:
            row.last_edited_page = None
    return rows
