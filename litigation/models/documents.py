"""What was served on the respondent, and what it handed in (N3.2, N4.4, N5.3)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey

from litigation.models.fields import TermField, day, stated
from litigation.models.rows import CaseRow
from litigation.vocabulary import Document, Item


class Received(CaseRow):
    """A document served on the respondent."""

    page = ParentalKey("litigation.CasePage", related_name="received")
    document = TermField(Document, verbose_name=pgettext_lazy("paper of a case", "document"))
    on = day(_("received on"), _("Day 0 of every limit that this document starts; it is not counted."))
    forwarded_on = day(
        _("forwarded on"),
        _(
            "County government cases: the day the handling unit received it. The notice's own limits run from here, "
            "statutory ones from the service."
        ),
    )
    hearing_on = day(_("hearing on"), _("The day of the hearing that a summons names."))
    evidence_by = day(
        _("evidence by"),
        _("Summary procedure: the day the court fixed for evidence (法释〔2018〕1号 art 104)."),
    )

    class Meta(CaseRow.Meta):
        verbose_name = _("document served")
        verbose_name_plural = _("documents served")

    def __str__(self) -> str:
        return self.get_document_display()


class Submitted(CaseRow):
    """Something the respondent handed to the tribunal."""

    page = ParentalKey("litigation.CasePage", related_name="submitted")
    item = TermField(Item, verbose_name=_("material"))
    on = day(
        _("submitted on"),
        _("The day it was handed in, posted or e-filed; posting before the limit ends is in time."),
    )

    class Meta(CaseRow.Meta):
        verbose_name = _("material submitted")
        verbose_name_plural = _("materials submitted")

    def __str__(self) -> str:
        return self.get_item_display()


class EvidenceExtensionFields(models.Model):
    """延期提供证据 (法释〔2018〕1号 art 34), flat on the case page."""

    has_evidence_extension = stated(
        _("an extension of time for evidence was applied for"), _("Ticked by itself once a day is given.")
    )
    evidence_extension_applied_on = day(
        _("applied on"), _("In writing, within the limit for the evidence itself.")
    )
    evidence_extension_granted_on = day(_("granted on"))
    evidence_extension_obstacle_removed_on = day(
        _("obstacle removed on"), _("The evidence is due fifteen days after this day.")
    )

    class Meta:
        abstract = True
