"""争议: what holds the cases of all instances and all co-respondents together (facts.md C.2)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from litigation.models.fields import CODE_LENGTH, LineField
from litigation.models.kept import Kept
from litigation.models.units import valid_code


class Dispute(Kept):
    """One dispute, however many dockets it has."""

    ref = models.CharField(_("reference"), max_length=CODE_LENGTH, unique=True, validators=[valid_code])
    title = LineField(verbose_name=_("title"), null=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("dispute")
        verbose_name_plural = _("disputes")
        ordering = ["ref"]

    def __str__(self) -> str:
        return f"{self.ref} {self.title}" if self.title else self.ref
