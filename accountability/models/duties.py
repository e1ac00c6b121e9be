"""The duties of a case or unit as last assessed, in columns so that lists can be filtered."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from msgspec.structs import replace

from accountability.models.fields import word
from accountability.stored_traces import decode_nodes, encode_nodes, encode_words
from litigation.duties.duty import Application, Duty, DutyCode, Event, Status
from litigation.law.sentences import Node
from litigation.models import CasePage, Unit
from litigation.models.fields import TermField
from litigation.vocabulary import Document

_MISSED = f"duty.{Status.MISSED}"


class StoredDuty(models.Model):
    """One duty. A projection: written anew whenever the duties of its case or unit change; history is in findings.

    ``days_late`` of a duty still not done is that of the day on which it was written: see ``days_late_at``.
    """

    case = models.ForeignKey(
        CasePage, verbose_name=_("case"), on_delete=models.PROTECT, related_name="duties", null=True
    )
    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="duties")
    place = models.PositiveSmallIntegerField(_("place in the list"))
    code = word(DutyCode, _("duty"))
    clause = models.CharField(_("clause"), max_length=20)
    rule = models.CharField(_("statutory limit"), max_length=20, blank=True)
    document = TermField(Document, verbose_name=_("triggering document"), null=True)
    event = word(Event, _("triggering event"), null=True)
    trigger_on = models.DateField(_("day 0"), null=True)
    due_strict = models.DateField(_("due (strict)"), null=True)
    due_default = models.DateField(_("due"), null=True)
    due_lenient = models.DateField(_("due (lenient)"), null=True)
    provisional_on = models.DateField(_("due, for planning"), null=True)
    done_on = models.DateField(_("done on"), null=True)
    status = word(Status, _("status"))
    days_late = models.PositiveIntegerField(_("days late"), null=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True)
    recommendation = models.CharField(_("recommendation"), max_length=100, blank=True)
    uid = models.CharField(_("identity of the row"), max_length=100, blank=True)
    defective = models.BooleanField(_("defective"))
    application = word(Application, _("how the notice applies"))
    authority = models.JSONField(_("sources"))
    missing = models.JSONField(_("missing facts"))
    derivation = models.TextField(_("arithmetic"), help_text=_("As data."))

    class Meta:
        verbose_name = _("duty")
        verbose_name_plural = _("duties")
        ordering = ["case_id", "place"]
        indexes = [
            models.Index(fields=["status", "due_default"], name="accountability_duty_status"),
            models.Index(fields=["unit", "status", "due_default"], name="accountability_duty_unit"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "place"],
                condition=models.Q(case__isnull=False),
                name="accountability_duty_of_case",
            ),
            models.UniqueConstraint(
                fields=["unit", "place"],
                condition=models.Q(case__isnull=True),
                name="accountability_duty_of_unit",
            ),
        ]

    #: In the order of the fields above; see ``values_of``.
    COLUMNS = (
        "case",
        "unit",
        "place",
        "code",
        "clause",
        "rule",
        "document",
        "event",
        "trigger_on",
        "due_strict",
        "due_default",
        "due_lenient",
        "provisional_on",
        "done_on",
        "status",
        "days_late",
        "year",
        "recommendation",
        "uid",
        "defective",
        "application",
        "authority",
        "missing",
        "derivation",
    )

    def __str__(self) -> str:
        return f"{self.get_code_display()} {self.due_default or ''}".strip()

    @classmethod
    def values_of(cls, duty: Duty, *, case_id: int | None, unit_id: int, place: int) -> tuple[Any, ...]:
        """The values of ``COLUMNS`` for ``duty``."""
        return (
            case_id,
            unit_id,
            place,
            duty.code.value,
            duty.clause,
            duty.rule or "",
            duty.trigger.document and duty.trigger.document.value,
            duty.trigger.event and duty.trigger.event.value,
            duty.trigger.on,
            duty.due.strict,
            duty.due.default,
            duty.due.lenient,
            duty.provisional,
            duty.done_on,
            duty.status.value,
            duty.days_late,
            duty.year,
            duty.recommendation or "",
            duty.uid,
            duty.defective,
            duty.application.value,
            encode_words(duty.authority),
            encode_words(duty.missing),
            encode_nodes(duty.derivation),
        )

    def days_late_at(self, day: date) -> int | None:
        """Days past the last day; one that is still not done is later every day, which no assessment need write down."""
        if self.status == Status.MISSED and self.due_default is not None:
            return (day - self.due_default).days
        return self.days_late

    def nodes(self, day: date | None = None) -> tuple[Node, ...]:
        """The arithmetic, to put into words: as of ``day``, else as of the day on which it last changed."""
        told = decode_nodes(self.derivation)
        if day is None or self.status != Status.MISSED:
            return told
        passed = {"as_of": day, "days": self.days_late_at(day)}
        return tuple(
            replace(node, params={**node.params, **passed}) if node.key == _MISSED else node for node in told
        )
