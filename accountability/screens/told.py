"""Findings, duties and notes in words, ready for a template: nothing is worked out there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from accountability.assessment_text import language_in_use
from accountability.findings import Finding, Note, Subject
from accountability.labels import LABELS
from accountability.models import FindingState, StoredDuty
from accountability.screens.confirmed import confirmed
from accountability.screens.lights import Light, light_of, light_of_status
from accountability.screens.notice_links import Source, sources_of
from accountability.screens.steps import StepTold, reading_tried, steps_told
from accountability.screens.wording import explained, missing_facts, told, would_change, written
from litigation.duties.duty import Application, DutyCode, Event, Status
from litigation.labels import LABELS as LITIGATION_LABELS
from litigation.law.loader import load_law
from litigation.vocabulary import Document


class FindingTold(msgspec.Struct, frozen=True, kw_only=True):
    """``about`` says which document, hearing or year; ``day`` is its last day or its own day."""

    anchor: str
    category: int
    code: str
    category_name: str
    name: str
    about: str
    light: Light
    explanation: str
    change: str
    missing: list[str]
    steps: list[StepTold]
    sources: list[Source]
    application: Promise
    due: date | None
    days_late: int | None
    reading: str | None
    opened_as_of: date
    as_of: date


class DutyTold(msgspec.Struct, frozen=True, kw_only=True):
    """``strict`` and ``lenient`` are the last day under the other two readings, where they apply to the limit."""

    name: str
    about: str
    trigger: str | Promise
    trigger_on: date | None
    due: date | None
    strict: date | None
    lenient: date | None
    provisional: date | None
    done_on: date | None
    light: Light
    days_late: int | None
    defective: bool
    arithmetic: str
    sources: list[Source]
    application: Promise
    missing: list[str]


class NoteTold(msgspec.Struct, frozen=True):
    """A warning that changes no result."""

    category: int
    text: str
    reading: str | None


def findings_told(states: Iterable[FindingState], notice: str, as_of: date | None) -> list[FindingTold]:
    """Each state in words; ``notice`` is the address of the notice's public page, or nothing.

    ``as_of`` is the day as of which the states were last confirmed.
    """
    return [
        _finding_told(state, confirmed(finding, as_of), notice)
        for state in states
        if (finding := state.as_finding()) is not None
    ]


def _finding_told(state: FindingState, finding: Finding, notice: str) -> FindingTold:
    return FindingTold(
        anchor=f"finding-{state.finding_id}",
        category=finding.category,
        code=finding.code,
        category_name=category_name(finding.category),
        name=finding_name(finding.category, finding.duty),
        about=subject_told(finding.subject),
        light=light_of(finding.outcome),
        explanation=explained(finding),
        change=would_change(finding),
        missing=missing_facts(finding.missing),
        steps=steps_told(finding),
        sources=sources_of(finding.authority, notice, language_in_use()),
        application=LABELS[Application][finding.application],
        due=finding.due,
        days_late=finding.days_late,
        reading=reading_tried(finding.trace),
        opened_as_of=state.finding.opened_as_of,
        as_of=state.as_of,
    )


def category_name(number: int) -> str:
    """The category in the notice's own wording, or its translation."""
    name = load_law().categories[number].name
    return name.zh if language_in_use() == "zh" else name.en


def finding_name(category: int, duty: str | None) -> str:
    """What a finding is called: the duty it is about, else its category."""
    return str(LABELS[DutyCode][duty]) if duty else category_name(category)


def subject_of(state: FindingState) -> Subject:
    """What the finding is about as this state tells it."""
    # A state stored before migration 0002 kept no subject of its own; the finding has it.
    return msgspec.convert(state.subject or state.finding.subject, Subject)


def subject_told(subject: Subject) -> str:
    """Which document, hearing, recommendation, year or day a finding is about; nothing where it is about the case."""
    if subject.document:
        document = LITIGATION_LABELS[Document][subject.document]
        if subject.on is None:
            return str(document)
        return _("%(document)s received on %(day)s") % {"document": document, "day": written(subject.on)}
    if subject.hearing_on:
        return _("hearing of %(day)s") % {"day": written(subject.hearing_on)}
    if subject.recommendation:
        return _("judicial recommendation %(ref)s") % {"ref": subject.recommendation}
    if subject.year:
        return _("for the year %(year)s") % {"year": subject.year}
    return written(subject.on) if subject.on else ""


def duties_told(duties: Iterable[StoredDuty], notice: str, as_of: date | None) -> list[DutyTold]:
    """Each duty in words, in the order given; ``as_of`` as in ``findings_told``."""
    return [_duty_told(duty, notice, as_of) for duty in duties]


def _duty_told(duty: StoredDuty, notice: str, as_of: date | None) -> DutyTold:
    subject = Subject(recommendation=duty.recommendation or None, year=duty.year)
    return DutyTold(
        name=str(LABELS[DutyCode][duty.code]),
        about=subject_told(subject),
        trigger=_trigger(duty),
        trigger_on=duty.trigger_on,
        due=duty.due_default,
        strict=duty.due_strict,
        lenient=duty.due_lenient,
        provisional=duty.provisional_on,
        done_on=duty.done_on,
        light=light_of_status(Status(duty.status)),
        days_late=(duty.days_late_at(as_of) if as_of else duty.days_late) or None,
        defective=duty.defective,
        arithmetic=told(duty.nodes(as_of)),
        sources=sources_of(duty.authority, notice, language_in_use()),
        application=LABELS[Application][duty.application],
        missing=missing_facts(duty.missing),
    )


def _trigger(duty: StoredDuty) -> str | Promise:
    if duty.document:
        return LITIGATION_LABELS[Document][duty.document]
    return LABELS[Event][duty.event] if duty.event else ""


def notes_told(notes: Iterable[Note]) -> list[NoteTold]:
    """Each note in words."""
    return [NoteTold(note.category, told(note.nodes), note.reading) for note in notes]
