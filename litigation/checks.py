"""What a site must have set up before the register may be opened in it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

MIDDLEWARE = "litigation.middleware.HiddenPagesMiddleware"


def pages_are_hidden(**kwargs: Any) -> list[CheckMessage]:
    """An error unless the middleware is there, and last: without it the admin tells every unit's case titles."""
    if settings.MIDDLEWARE and settings.MIDDLEWARE[-1] == MIDDLEWARE:
        return []
    return [
        Error(
            f"{MIDDLEWARE} is not the last of MIDDLEWARE: Wagtail's admin shows units each other's cases.",
            hint="Put it at the end of MIDDLEWARE in the settings.",
            id="litigation.E001",
        )
    ]
