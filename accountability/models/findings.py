"""Findings that stay: what each is about, and every state it was ever in. Each state is pinned to what it judged."""

from __future__ import annotations

import msgspec
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accountability.findings import Finding, Subject
from accountability.history import Change
from accountability.models.applied_law import AppliedLaw
from accountability.models.fields import digest_column, word
from accountability.models.judged import JudgedRecord
from accountability.outcomes import Result
from accountability.stored_traces import decode_trace
from litigation.duties.duty import Application, DutyCode
from litigation.models import CasePage, Unit
from litigation.models.kept import AppendOnly


class StoredFinding(AppendOnly):
    """What is tested: a category, a code, a subject. It keeps its number however often its states change."""

    identity = digest_column(
        _("identity"), unique=True, help_text=_("Digest of case or unit and of what is tested.")
    )
    case = models.ForeignKey(
        CasePage, verbose_name=_("case"), on_delete=models.PROTECT, related_name="findings", null=True
    )
    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="findings")
    category = models.PositiveSmallIntegerField(_("category"))
    code = models.CharField(_("code"), max_length=10)
    kind = models.CharField(_("kind"), max_length=100, blank=True)
    duty = word(DutyCode, _("duty"), null=True)
    about = models.CharField(_("tells it apart"), max_length=255, blank=True)
    subject = models.JSONField(
        _("subject"), help_text=_("Document, hearing, recommendation, year or day, as first found.")
    )
    opened_at = models.DateTimeField(_("first found at"))
    opened_as_of = models.DateField(_("first found as of"))

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ["id"]
        indexes = [models.Index(fields=["unit", "category"], name="accountability_finding_unit")]

    def __str__(self) -> str:
        return f"{self.code} {self.kind or self.duty or ''}".strip()


class FindingState(AppendOnly):
    """What the test said, from one assessment to another. Only ``superseded_at`` is filled in later, by `storing`.

    ``trace`` is empty in a state that says *no longer tested*: nothing was asked. The days in ``trace`` and
    ``days_late`` are those of ``as_of``; the passing of time alone makes no new state.
    """

    finding = models.ForeignKey(
        StoredFinding, verbose_name=_("finding"), on_delete=models.PROTECT, related_name="states"
    )
    change = word(Change, _("change"))
    outcome = word(Result, _("result"))
    subject = models.JSONField(
        _("subject"),
        default=dict,
        help_text=_(
            "As told in this state: a day in it may have been corrected since the finding was opened."
        ),
    )
    due = models.DateField(_("due"), null=True)
    days_late = models.PositiveIntegerField(_("days late"), null=True)
    missing = models.JSONField(_("missing facts"))
    authority = models.JSONField(_("sources"))
    application = word(Application, _("how the notice applies"))
    uid = models.CharField(_("identity of the row"), max_length=100, blank=True)
    trace = models.TextField(_("trace"), blank=True, help_text=_("The explanation as data."))
    content = digest_column(_("digest of what it says"))
    as_of = models.DateField(_("as of"))
    recorded_at = models.DateTimeField(_("found at"), db_index=True)
    superseded_at = models.DateTimeField(_("superseded at"), null=True, editable=False)
    judged = models.ForeignKey(
        JudgedRecord, verbose_name=_("judged record"), on_delete=models.PROTECT, related_name="finding_states"
    )
    applied_law = models.ForeignKey(
        AppliedLaw, verbose_name=_("applied law"), on_delete=models.PROTECT, related_name="finding_states"
    )

    class Meta:
        verbose_name = _("state of a finding")
        verbose_name_plural = _("states of findings")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["finding"],
                condition=Q(superseded_at__isnull=True),
                name="accountability_one_current_state",
            )
        ]

    #: In the order of the fields above; see ``storing.findings``.
    COLUMNS = (
        "finding",
        "change",
        "outcome",
        "subject",
        "due",
        "days_late",
        "missing",
        "authority",
        "application",
        "uid",
        "trace",
        "content",
        "as_of",
        "recorded_at",
        "superseded_at",
        "judged",
        "applied_law",
    )

    def __str__(self) -> str:
        return f"{self.finding_id} {self.outcome} {self.as_of}"

    def as_finding(self) -> Finding | None:
        """The finding as the rule returned it, to explain or to replay; None where nothing was tested any more."""
        if not self.trace:
            return None
        about = self.finding
        return Finding(
            category=about.category,
            code=about.code,
            kind=about.kind,
            outcome=Result(self.outcome),
            authority=tuple(self.authority),
            trace=decode_trace(self.trace),
            application=Application(self.application),
            # A state stored before migration 0002 kept no subject of its own; the finding has it.
            subject=msgspec.convert(self.subject or about.subject, Subject),
            duty=DutyCode(about.duty) if about.duty else None,
            days_late=self.days_late,
            due=self.due,
            missing=tuple(self.missing),
            uid=self.uid,
            about=about.about,
        )
