"""What every public page has in common: an address that stays, a place in the menu, and tags in its head."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from home.metadata import Head, Tag, canonical_address, head_of
from home.permission_testers import StandingPagePermissionTester

#: Public pages ask a browser for nothing but to show them.
PERMISSIONS_POLICY = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"


class PublicPage(Page):
    """A page below the Site's root that the program makes and people edit; it is never removed, moved or copied."""

    #: Nothing public is for some visitors only: what may not be seen is not put here at all.
    private_page_options: list[str] = []
    #: No slug: findings and circulars cite addresses. No clock: ``publish_scheduled`` asks nobody (TRAPS 16).
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("seo_title"), FieldPanel("search_description")], heading=_("For search engines")
        ),
        FieldPanel("show_in_menus"),
    ]
    settings_panels: list[Any] = []

    class Meta:
        abstract = True

    def permissions_for_user(self, user: object) -> StandingPagePermissionTester:
        return StandingPagePermissionTester(user, self)

    @property
    def menu_label(self) -> str:
        """The few words by which menu and breadcrumb name the page."""
        return str(self.title)

    @property
    def heading(self) -> str:
        """The text of the page's one h1."""
        return str(self.title)

    @property
    def own_description(self) -> str:
        """What somebody has entered for search engines; mostly empty."""
        return str(self.search_description).strip()

    @property
    def description(self) -> str:
        """One or two sentences for search engines, never empty."""
        return self.own_description or self.heading

    @property
    def keywords(self) -> str:
        """Words for search engines, separated by commas; may be empty."""
        return ""

    def article_tags(self) -> Iterable[Tag]:
        """Tags of columns and articles that come after those of the site; empty ones are left out."""
        return ()

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """The canonical address, under which the page's head wants to be cited too."""
        return [{**entry, "location": canonical_address(self)} for entry in super().get_sitemap_urls(request)]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        head: Head = head_of(self, request)
        return {**context, "head": head}

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().serve(request, *args, **kwargs)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        return response
