"""Reads of the public pages that other stages ask for."""

from __future__ import annotations

from django.http import HttpRequest

from home.models import NoticePage


def notice_address(request: HttpRequest) -> str:
    """The address of the page of the notice, or nothing where it is not published."""
    page = NoticePage.objects.live().first()
    return str(page.get_url(request) or "") if page else ""
