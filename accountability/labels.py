"""What the words of duties and findings are called on screen. English msgids; the catalogue holds the Chinese terms."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accountability.history import Change
from accountability.outcomes import Result
from litigation.duties.duty import Application, DutyCode, Event, Status

LABELS: Mapping[type[StrEnum], Mapping[str, Promise]] = {
    Result: {
        # With a context, as everywhere below: Wagtail has a button of that name.
        Result.CLEAR: pgettext_lazy("result of a test", "Clear"),
        Result.BREACH: _("Breach"),
        Result.READING_DEPENDENT: _("Breach (reading-dependent)"),
        Result.LEAD: _("Lead"),
        Result.UNDETERMINED: _("Undetermined"),
        Result.NOT_APPLICABLE: _("Not applicable"),
    },
    Change: {
        Change.OPENED: _("Opened"),
        Change.CHANGED: pgettext_lazy("what became of a finding", "Changed"),
        Change.CLEARED: _("Cleared"),
        Change.GONE: _("No longer tested"),
        Change.REOPENED: _("Opened again"),
    },
    DutyCode: {
        DutyCode.DEFENCE: _("Statement of defence"),
        DutyCode.EVIDENCE: _("Evidence"),
        DutyCode.LEGAL_BASIS: _("Legal basis"),
        DutyCode.APPEARANCE_REGISTRATION: _("Appearance registration"),
        DutyCode.DOCUMENT_FILING: _("Filing of served documents"),
        DutyCode.APPEAL_REVIEW: _("Appeal review"),
        DutyCode.LOSS_ANALYSIS: _("Loss analysis report"),
        DutyCode.RISK_REPORT: _("Risk report"),
        DutyCode.ANNUAL_REPORT: _("Annual report"),
        DutyCode.ARCHIVE_FILING: _("Archive filing"),
        DutyCode.RECOMMENDATION_REPLY: _("Reply to a judicial recommendation"),
        DutyCode.RECOMMENDATION_COPY: _("Copy of the reply to the justice bureau"),
        DutyCode.PERFORMANCE: _("Performance of the decision"),
        DutyCode.APPEAL: _("Right to appeal"),
        DutyCode.EXTENSION_APPLICATION: _("Application for more time for evidence"),
    },
    Status: {
        Status.MET: _("Met"),
        Status.LATE: _("Late"),
        Status.MISSED: _("Missed"),
        Status.OPEN: _("Open"),
        Status.LAPSED: _("Lapsed"),
        Status.UNDETERMINED: _("Undetermined"),
    },
    Event: {
        Event.EFFECTIVE: _("Decision in effect"),
        Event.OBSTACLE_REMOVED: _("Obstacle removed"),
        Event.RECOMMENDATION: _("Recommendation received"),
        Event.HANDLED: _("Recommendation handled"),
        Event.FLAGGED: _("Flagged as major or sensitive"),
        Event.CLOSED: _("Case closed"),
        Event.FIXED_DATE: _("Fixed date"),
    },
    Application: {
        Application.DIRECT: _("Applies directly"),
        Application.BY_REFERENCE: _("Applies by reference"),
    },
}


def choices(terms: type[StrEnum]) -> list[tuple[str, Promise]]:
    """The words of one vocabulary with their labels, in the order of the vocabulary."""
    labels = LABELS[terms]
    return [(term.value, labels[term]) for term in terms]
