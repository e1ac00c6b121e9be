"""Findings and notes as the rules return them: values, before anything is stored."""

from __future__ import annotations

from datetime import date

import msgspec

from accountability.outcomes import Result
from accountability.trace import Trace
from litigation.duties.duty import Application, DutyCode
from litigation.law.sentences import Node


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """What the finding is about: a served document, a hearing, a recommendation, a year, a day."""

    document: str | None = None
    hearing_on: date | None = None
    on: date | None = None
    recommendation: str | None = None
    year: int | None = None


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One test of one subject. ``missing`` is filled exactly when the outcome is UNDETERMINED."""

    category: int
    code: str
    outcome: Result
    authority: tuple[str, ...]
    trace: Trace
    application: Application
    subject: Subject = Subject()
    kind: str = ""
    duty: DutyCode | None = None
    days_late: int | None = None
    due: date | None = None
    missing: tuple[str, ...] = ()
    uid: str = ""
    about: str = ""

    @property
    def identity(self) -> tuple[int, str, str, str, str]:
        """What makes it the same finding under another reading or on another day.

        A finding about a duty goes by the paper, recommendation or year it is about, not by the day its clock starts:
        that day may be what the readings differ on.
        """
        subject = self.subject
        if self.duty is not None:
            about = self.about or subject.recommendation or str(subject.year or "")
        else:
            about = (subject.hearing_on or subject.on or "") and str(subject.hearing_on or subject.on)
        return self.category, self.code, self.kind, self.duty or "", about


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A warning that changes no result; ``reading`` names the key under which it would."""

    category: int
    nodes: tuple[Node, ...]
    reading: str | None = None
