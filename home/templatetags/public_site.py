"""What the frame of every public page asks for; without a request (the page for status 500) it asks no database."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language, to_locale
from wagtail.models import Page, Site

from home.word_breaks import with_word_breaks

register = template.Library()


@register.simple_tag
def language_tag() -> str:
    """Return the page's language as HTML writes it: ``zh-Hans``, ``en``."""
    return to_locale(get_language() or "zh-hans").replace("_", "-")


@register.inclusion_tag("home/includes/main_menu.html", takes_context=True)
def main_menu(context: template.Context) -> dict[str, Any]:
    """The home page and those of its children that are in the menu."""
    request = context.get("request")
    site = Site.find_for_request(request) if request is not None else None
    pages: list[Page] = []
    if site is not None:
        pages = list(site.root_page.get_children().live().in_menu().specific(defer=True))
    return {
        "pages": pages,
        "request": request,
        "current": context.get("page"),
        "home": site and site.root_page,
    }


@register.filter
def word_breaks(title: str) -> SafeString:
    """The title with its breaks between words."""
    return with_word_breaks(title)
