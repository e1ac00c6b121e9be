"""What was recorded and is still to be tested: written with the record itself, gone with the result that takes it in."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from litigation.models import CasePage, Unit


class PendingTest(models.Model):
    """A case, a unit, or with neither: the law, which touches whatever was counted by it.

    A row per record, not per case: only what was there when the register was read is taken off. No evidence, a queue; what
    became of it is in the results and in the states of findings.
    """

    case = models.ForeignKey(
        CasePage, verbose_name=_("case"), on_delete=models.PROTECT, related_name="+", null=True
    )
    unit = models.ForeignKey(
        Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="+", null=True
    )
    everything = models.BooleanField(_("everything"), default=False)
    requested_at = models.DateTimeField(_("requested at"), default=timezone.now)

    class Meta:
        verbose_name = _("pending test")
        verbose_name_plural = _("pending tests")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(case__isnull=True) | Q(unit__isnull=True), name="accountability_pending_one"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id or ''}/{self.unit_id or ''}"
