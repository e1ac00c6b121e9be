"""The page types that the public may be shown in lists: sitemap and API. What is not named here does not exist for them."""

from django.apps import apps
from wagtail.query import PageQuerySet

PUBLIC_PAGE_TYPES = ("home.HomePage", "home.NoticePage")


def public_only(pages: PageQuerySet) -> PageQuerySet:
    """Those of `pages` that are of a public type itself, whatever place in the tree they have."""
    return pages.exact_type(*[apps.get_model(name) for name in PUBLIC_PAGE_TYPES])
