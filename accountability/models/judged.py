"""What a result rests on: the registrations and filings that were judged. None of them can be taken away afterwards."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accountability.models.fields import digest_column
from litigation.models import CasePage, Filing, RegisteredFacts, Unit
from litigation.models.kept import AppendOnly


class JudgedRecord(AppendOnly):
    """The record of one case (with the cases it hangs together with) or of one unit, as far as it was judged.

    A case's result also depends on the cases it follows, those that follow it, and the one whose head appears for it.
    """

    case = models.ForeignKey(
        CasePage, verbose_name=_("case"), on_delete=models.PROTECT, related_name="judged_records", null=True
    )
    unit = models.ForeignKey(
        Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="judged_records", null=True
    )
    digest = digest_column(_("digest of the registrations and filings"), unique=True)
    registrations: models.ManyToManyField[RegisteredFacts, JudgedRegistration] = models.ManyToManyField(
        RegisteredFacts,
        verbose_name=_("registrations judged"),
        through="JudgedRegistration",
        related_name="judged_in",
    )
    filings: models.ManyToManyField[Filing, JudgedFiling] = models.ManyToManyField(
        Filing, verbose_name=_("filings judged"), through="JudgedFiling", related_name="judged_in"
    )
    recorded_at = models.DateTimeField(_("first judged at"), default=timezone.now)

    class Meta:
        verbose_name = _("judged record")
        verbose_name_plural = _("judged records")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(case__isnull=False, unit__isnull=True) | Q(case__isnull=True, unit__isnull=False),
                name="accountability_judged_case_or_unit",
            )
        ]

    def __str__(self) -> str:
        return self.digest[:12]


class JudgedRegistration(AppendOnly):
    """One registration (and through it one revision) that was judged."""

    record = models.ForeignKey(
        JudgedRecord,
        verbose_name=_("judged record"),
        on_delete=models.PROTECT,
        related_name="registration_links",
    )
    registration = models.ForeignKey(
        RegisteredFacts, verbose_name=_("registration"), on_delete=models.PROTECT, related_name="judged_links"
    )

    class Meta:
        verbose_name = _("judged registration")
        verbose_name_plural = _("judged registrations")
        constraints = [
            models.UniqueConstraint(
                fields=["record", "registration"], name="accountability_judged_registration"
            )
        ]

    def __str__(self) -> str:
        return f"{self.record_id} {self.registration_id}"


class JudgedFiling(AppendOnly):
    """One filing that was judged."""

    record = models.ForeignKey(
        JudgedRecord, verbose_name=_("judged record"), on_delete=models.PROTECT, related_name="filing_links"
    )
    filing = models.ForeignKey(
        Filing, verbose_name=_("filing"), on_delete=models.PROTECT, related_name="judged_links"
    )

    class Meta:
        verbose_name = _("judged filing")
        verbose_name_plural = _("judged filings")
        constraints = [
            models.UniqueConstraint(fields=["record", "filing"], name="accountability_judged_filing")
        ]

    def __str__(self) -> str:
        return f"{self.record_id} {self.filing_id}"
