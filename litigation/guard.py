"""Closes the places where Wagtail's admin shows pages of the register to those who do not work on them (TRAPS 5)."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from wagtail.models import Page
from wagtail.query import PageQuerySet

from litigation.models import Registry


def outside_the_register(pages: PageQuerySet) -> PageQuerySet:
    """``pages`` without the registry and everything below it: nothing ever needs to link to a case."""
    for registry in Registry.objects.only("path", "depth"):
        pages = pages.not_descendant_of(registry, inclusive=True)
    return pages


def refuse_place_in_the_register(page_id: Any) -> None:
    """Raise Http404 for a page of the register: a chooser names the page it is asked to start from."""
    if page_id is not None and not outside_the_register(Page.objects.filter(pk=page_id)).exists():
        raise Http404
