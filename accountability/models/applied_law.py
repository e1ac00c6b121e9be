"""The law, the calendar and the readings that a result was told by, so that it can be told again."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accountability.models.fields import digest_column
from litigation.models.kept import AppendOnly


class AppliedLaw(AppendOnly):
    """One combination of law, calendar and readings; results point to it. Written once, when it is first applied."""

    digest = digest_column(_("digest of all of it"), unique=True)
    law_version = models.CharField(_("version of the law folder"), max_length=100)
    calendar_version = models.CharField(_("version of the holiday data"), max_length=100)
    calendar_digest = digest_column(_("digest of holiday data and overrides"))
    calendar_until = models.DateField(_("holidays known until"))
    overrides = models.JSONField(
        _("days decided otherwise"), help_text=_("Day, kind, name and source of each.")
    )
    readings_digest = digest_column(_("digest of the readings"))
    readings = models.JSONField(_("readings in force"))
    alternatives = models.JSONField(_("alternatives tried"))
    notice_from = models.DateField(_("day the notice takes effect"))
    law_at = models.DateField(
        _("law as of"), null=True, help_text=_("Empty: the law of each trigger's own day.")
    )
    first_applied_at = models.DateTimeField(_("first applied at"), default=timezone.now)

    class Meta:
        verbose_name = _("applied law")
        verbose_name_plural = _("applied laws")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.law_version} {self.readings_digest[:12]}"
