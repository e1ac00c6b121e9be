"""报备、报告: acts towards the justice bureau or a government (N3.5, N4.4, N5.1–N5.5). Written once, never edited."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from litigation.models.cases import CasePage
from litigation.models.fields import LineField, TermField, day, flag
from litigation.models.kept import AppendOnly
from litigation.models.units import Unit
from litigation.vocabulary import Document, FiledDuty, Recipient


class FilingSource(models.TextChoices):
    """How the act came into the register."""

    ADMIN = "admin", _("Filed in the system")
    IMPORT = "import", _("Imported")
    PAPER = "paper", _("Filed on paper, entered later")


class Filing(AppendOnly):
    """One act: about a case (``duty``), or the annual report of a unit (``year``)."""

    uid = models.UUIDField(_("identity"), default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(
        CasePage, verbose_name=_("case"), on_delete=models.PROTECT, related_name="filings", null=True
    )
    duty = TermField(FiledDuty, verbose_name=_("duty"), null=True)
    document = TermField(
        Document,
        verbose_name=pgettext_lazy("paper of a case", "document"),
        null=True,
        help_text=_("The served document that is filed."),
    )
    received_on = day(
        _("received on"),
        _("Which document of that kind; empty: every one of them (N5.3 counts from this day)."),
    )
    content_defect = flag(
        _("defect in content"),
        _("An appearance registration that names an unqualified head or leaves fields out."),
    )

    unit = models.ForeignKey(
        Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="annual_reports", null=True
    )
    year = models.PositiveSmallIntegerField(_("year reported on"), null=True)
    recipient = TermField(Recipient, verbose_name=_("recipient"), null=True)

    on = day(_("done on"), _("The day of the act: sent out, or submitted in the system (AMB-13)."))
    recorded_at = models.DateTimeField(_("recorded at"), default=timezone.now, editable=False, db_index=True)
    source = models.CharField(_("source"), max_length=10, choices=FilingSource, editable=False)
    reason = LineField(verbose_name=_("why it was entered later"), null=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("recorded by"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
    )

    class Meta:
        verbose_name = _("filing")
        verbose_name_plural = _("filings")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(case__isnull=False, duty__isnull=False, unit__isnull=True, year__isnull=True)
                | Q(case__isnull=True, duty__isnull=True, unit__isnull=False, year__isnull=False),
                name="litigation_filing_case_or_report",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_duty_display() or _('Annual report')} {self.on or ''}".strip()


class FilingsKept(AppendOnly):
    """Since when the register keeps the filings of a case, or the annual reports of a unit.

    Without such a row nobody has recorded them: they are *not known*, which is not the same as *none*.
    """

    case = models.OneToOneField(
        CasePage, verbose_name=_("case"), on_delete=models.PROTECT, related_name="filings_kept", null=True
    )
    unit = models.OneToOneField(
        Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="reports_kept", null=True
    )
    since = models.DateTimeField(_("since"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("beginning of the filings")
        verbose_name_plural = _("beginnings of the filings")
        constraints = [
            models.CheckConstraint(
                condition=Q(case__isnull=False, unit__isnull=True) | Q(case__isnull=True, unit__isnull=False),
                name="litigation_filingskept_case_or_unit",
            )
        ]

    def __str__(self) -> str:
        return str(self.since)
