"""What an office settles for itself, with a source or a reason, and a log: rest days, and readings of the law."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from litigation.law.working_days import DayKind
from litigation.models.fields import TermField


class CalendarOverride(models.Model):
    """A day that differs from the holiday data, or lies past it (DESIGN §5.3; facts.md F)."""

    day = models.DateField(_("day"), unique=True)
    kind = TermField(DayKind, verbose_name=_("kind"))
    name = models.CharField(pgettext_lazy("of a day or reading", "name"), max_length=255)
    source = models.TextField(
        _("source"), help_text=_("The notice that decided it, with its number and date.")
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("entered by"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("calendar override")
        verbose_name_plural = _("calendar overrides")
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day} {self.name}"


class ReadingChoice(models.Model):
    """One reading of the law that the office picked (facts.md A.3, rulings.md 1): never silent, never backdated."""

    key = models.CharField(_("key"), max_length=100, unique=True, help_text=_("Such as AMB-01."))
    value = models.CharField(_("value"), max_length=100)
    alternatives = models.JSONField(
        _("enabled alternatives"),
        default=list,
        blank=True,
        help_text=_("Tried one at a time where a breach is found."),
    )
    reason = models.TextField(_("reason"))
    since = models.DateTimeField(_("since"))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        ordering = ["key"]

    def __str__(self) -> str:
        return f"{self.key} = {self.value}"
