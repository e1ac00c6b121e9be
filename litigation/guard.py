"""Closes the places where Wagtail's admin shows pages of the register to those who do not work on them (TRAPS 5)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import Http404
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail.query import PageQuerySet

from litigation.models import CasePage, Registry, UnitPage

#: The largest key a database holds; beyond it SQLite fails instead of finding nothing.
LARGEST_ID = 2**63 - 1


def outside_the_register(pages: PageQuerySet) -> PageQuerySet:
    """``pages`` without the registry and everything below it: nothing ever needs to link to a case."""
    for registry in Registry.objects.only("path", "depth"):
        pages = pages.not_descendant_of(registry, inclusive=True)
    return pages


def refuse_place_in_the_register(page_id: Any) -> None:
    """Raise Http404 for a page of the register: a chooser names the page it is asked to start from."""
    if page_id is not None and not outside_the_register(Page.objects.filter(pk=page_id)).exists():
        raise Http404


def in_the_register(pages: PageQuerySet) -> PageQuerySet:
    """Those of ``pages`` that are a registry, a unit's page or a case, wherever in the tree they stand."""
    return pages.type(Registry, UnitPage, CasePage)


def hidden_from(user: Any, pages: PageQuerySet) -> PageQuerySet:
    """Those of ``pages`` that are of the register and that Wagtail's explorer would not list for ``user``."""
    if user.is_superuser:
        return pages.none()
    listed = page_permission_policy.explorable_instances(user)
    return in_the_register(pages).exclude(pk__in=listed.values("pk"))


def pages_named(ids: Iterable[Any]) -> PageQuerySet:
    """The pages with these keys, in every spelling of a number that Django takes for one."""
    return Page.objects.filter(pk__in={key for key in map(as_key, ids) if key is not None})


def as_key(value: Any) -> int | None:
    """``value`` as the key of a row, or None where it cannot be one."""
    try:
        key = int(value)
    except (TypeError, ValueError):
        return None
    return key if 0 < key <= LARGEST_ID else None
