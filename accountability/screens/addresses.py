"""Addresses of lists narrowed to something, for links from elsewhere."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode


def findings_url(**narrowed: Any) -> str:
    """The list of findings, narrowed by its filters: ``findings_url(case="C1", category=4)``."""
    return f"{reverse('supervision:findings')}?{urlencode(narrowed)}"
