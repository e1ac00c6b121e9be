"""Who may appear for a unit. A case copies rank and name as text, so a change of post changes no old record."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from litigation.models.fields import LineField, TermField, day
from litigation.models.kept import Kept
from litigation.models.units import Unit
from litigation.vocabulary import Rank


class Official(Kept):
    """One person in one post (N4.1; 法释〔2020〕3号 art 2). A new post is a new row."""

    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="officials")
    name = models.CharField(pgettext_lazy("of a person", "name"), max_length=255)
    post = LineField(verbose_name=_("post"), null=True)
    rank = TermField(Rank, verbose_name=_("rank"), null=True)
    portfolio = LineField(
        verbose_name=_("portfolio"),
        null=True,
        help_text=_("The fields of work the official is in charge of (N4.1)."),
    )
    held_from = day(_("in the post from"))
    held_until = day(_("in the post until"))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("official")
        verbose_name_plural = _("officials")
        ordering = ["unit", "name"]

    def __str__(self) -> str:
        return self.name
