"""The current result of each case and each unit: what lists show and filter by."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from accountability.findings import Note
from accountability.models.applied_law import AppliedLaw
from accountability.models.fields import AttendanceColumns, digest_column, word
from accountability.models.judged import JudgedRecord
from accountability.outcomes import Result
from accountability.stored_traces import decode_notes
from litigation.models import CasePage, Unit

CATEGORIES = range(1, 10)


class AssessmentColumns(AttendanceColumns):
    """Attendance, and what the result was told from. Brought up to date by each stored assessment."""

    as_of = models.DateField(_("as of"), db_index=True)
    holds_until = models.DateField(
        _("to be tested again on"),
        null=True,
        db_index=True,
        help_text=_("The first day on which time alone may change the result; empty: never."),
    )
    recorded_at = models.DateTimeField(_("assessed at"))
    applied_law = models.ForeignKey(
        AppliedLaw, verbose_name=_("applied law"), on_delete=models.PROTECT, related_name="+"
    )
    judged = models.ForeignKey(
        JudgedRecord, verbose_name=_("judged record"), on_delete=models.PROTECT, related_name="+"
    )
    content = digest_column(_("digest of the result"))

    class Meta:
        abstract = True


class CaseAssessment(AssessmentColumns):
    """The nine results of a case. Their history is that of its findings."""

    case = models.OneToOneField(
        CasePage, verbose_name=_("case"), on_delete=models.PROTECT, related_name="assessment"
    )
    loss = models.BooleanField(_("lost"), null=True, help_text=_("Empty where a missing fact decides."))
    effective_on = models.DateField(_("in effect on"), null=True)
    category_1 = word(Result, _("category 1"))
    category_2 = word(Result, _("category 2"))
    category_3 = word(Result, _("category 3"))
    category_4 = word(Result, _("category 4"))
    category_5 = word(Result, _("category 5"))
    category_6 = word(Result, _("category 6"))
    category_7 = word(Result, _("category 7"))
    category_8 = word(Result, _("category 8"))
    category_9 = word(Result, _("category 9"))
    notes = models.TextField(_("notes"), help_text=_("Warnings that change no result, as data."))
    counted_from = models.DateField(
        _("days counted from"),
        null=True,
        help_text=_("A rest day outside these two days changes nothing in the result."),
    )
    counted_to = models.DateField(_("days counted to"), null=True)

    class Meta:
        verbose_name = _("result of a case")
        verbose_name_plural = _("results of cases")
        ordering = ["case_id"]

    def __str__(self) -> str:
        return f"{self.case_id} {self.as_of}"

    @property
    def categories(self) -> dict[int, Result]:
        """The result by category."""
        return {number: Result(getattr(self, f"category_{number}")) for number in CATEGORIES}

    def as_notes(self) -> tuple[Note, ...]:
        """The warnings, to put into words."""
        return decode_notes(self.notes)


class UnitAssessment(AssessmentColumns):
    """The counts of a unit: its own findings and those of its cases (rulings.md 20)."""

    unit = models.OneToOneField(
        Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="assessment"
    )
    counts = models.JSONField(_("findings by category and result"))

    class Meta:
        verbose_name = _("result of a unit")
        verbose_name_plural = _("results of units")
        ordering = ["unit_id"]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.as_of}"

    def count(self, category: int, result: Result) -> int:
        """How many findings of ``category`` say ``result``."""
        return int(self.counts[str(category)][str(result)])
