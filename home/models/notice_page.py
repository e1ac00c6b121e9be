"""The notice, word for word from the law folder, with an anchor for each clause that a finding cites."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from home.metadata import Tag
from home.models.public_page import PublicPage
from home.notice_layout import cover_of, title_lines
from home.particulars import particulars_of
from litigation.law.loader import load_law
from litigation.law.notice_text import Notice


class Disclosure(models.TextChoices):
    """公开方式."""

    PROACTIVE = "proactive", _("published proactively")
    ON_REQUEST = "on_request", _("published on request")


class Validity(models.TextChoices):
    """有效性. Nobody has told us whether the notice is still in force; until somebody does, the page says so."""

    UNVERIFIED = "unverified", _("not verified")
    IN_FORCE = "in_force", _("in force")
    AMENDED = "amended", _("amended")
    EXPIRED = "expired", _("no longer in force")
    REPEALED = "repealed", _("repealed")


class NoticePage(PublicPage):
    """The text is the law folder's and cannot be edited here; only what a catalogue says about it can.

    Title, issuer, date, 文号 and 索引号 are the law folder's too. The fields below stay empty, and are then not shown,
    until the office knows them.
    """

    unified_number: models.CharField[str, str] = models.CharField(
        _("unified number"), max_length=40, blank=True
    )
    subject: models.CharField[str, str] = models.CharField(
        pgettext_lazy("of a notice", "subject"), max_length=60, blank=True
    )
    disclosure: models.CharField[str, str] = models.CharField(
        _("manner of publication"), max_length=20, choices=Disclosure.choices, blank=True
    )
    published_on: models.DateField[date | None, date | None] = models.DateField(
        _("day of publication"), null=True, blank=True
    )
    effective_on: models.DateField[date | None, date | None] = models.DateField(
        _("day of taking effect"), null=True, blank=True
    )
    validity: models.CharField[str, str] = models.CharField(
        _("validity"), max_length=20, choices=Validity.choices, default=Validity.UNVERIFIED
    )
    subject_words: models.CharField[str, str] = models.CharField(
        _("subject words"), max_length=200, blank=True, help_text=_("Separated by commas.")
    )
    summary: models.TextField[str, str] = models.TextField(_("summary"), blank=True)

    template = "home/notice_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count = 1
    is_creatable = False
    content_panels = [
        MultiFieldPanel(
            [
                FieldPanel(name)
                for name in (
                    "disclosure",
                    "validity",
                    "published_on",
                    "effective_on",
                    "unified_number",
                    "subject",
                    "subject_words",
                    "summary",
                )
            ],
            heading=_("Particulars"),
        )
    ]

    class Meta:
        verbose_name = _("page of the notice")
        verbose_name_plural = _("pages of the notice")

    @property
    def notice(self) -> Notice:
        return load_law().notice

    @property
    def menu_label(self) -> str:
        return gettext("Policy documents")

    @property
    def heading(self) -> str:
        return self.notice.title

    @property
    def description(self) -> str:
        """The summary; without one the notice's own headings, so that nobody's words are put into its mouth."""
        headings = "；".join(section.heading for section in self.notice.opinions.sections)
        return self.own_description or self.summary or f"{self.notice.opinions.title}：{headings}。"

    @property
    def keywords(self) -> str:
        return self.subject_words or gettext("administrative litigation,appearance of agency heads in court")

    def article_tags(self) -> Iterable[Tag]:
        published = self.first_published_at
        return (
            ("ColumnName", self.menu_label),
            ("ColumnType", self.menu_label),
            ("ArticleTitle", self.notice.title),
            ("PubDate", timezone.localtime(published).strftime("%Y-%m-%d %H:%M") if published else ""),
            ("ContentSource", self.notice.issuer),
            ("Author", self.notice.issuer),
        )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "notice": self.notice,
            "cover": cover_of(self.notice),
            "title_lines": title_lines(self.notice),
            "particulars": particulars_of(self),
        }
