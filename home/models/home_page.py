"""The home page: what the site publishes, and the way to it."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from home.models.notice_page import NoticePage
from home.models.public_page import PublicPage


class HomePage(PublicPage):
    """The root page of the one Site. It is edited, never removed, moved or copied."""

    headline: models.CharField[str, str] = models.CharField(
        _("headline"), max_length=60, blank=True, help_text=_("Empty: the words that come with the program.")
    )
    introduction: models.TextField[str, str] = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_(
            "What the site publishes, in two or three sentences. Empty: the words that come with the program."
        ),
    )

    template = "home/home_page.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["home.NoticePage"]
    max_count = 1
    is_creatable = False
    content_panels = [*Page.content_panels, FieldPanel("headline"), FieldPanel("introduction")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @property
    def menu_label(self) -> str:
        return gettext("Home")

    @property
    def heading(self) -> str:
        return self.headline or gettext("Responding to administrative litigation: information for the public")

    @property
    def lead(self) -> str:
        """The introduction, in the office's words or in ours."""
        return self.introduction or gettext(
            "This site publishes the rules on responding to administrative litigation and on the appearance of agency "
            "heads in court. Personal data and matters still being handled are not published."
        )

    @property
    def description(self) -> str:
        return self.own_description or self.lead

    @property
    def keywords(self) -> str:
        return gettext("administrative litigation,appearance of agency heads in court,open government")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, "notice_page": NoticePage.objects.live().child_of(self).first()}
