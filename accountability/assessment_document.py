"""litigation-assessment/1: the document that goes out. The same assessment gives the same bytes (bundle.md)."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from accountability.evaluate import Assessment, CaseResult, UnitResult
from accountability.explanations import explain, explain_duty, explain_note
from accountability.findings import Finding, Note, Subject
from litigation.duties.attendance import Attendance
from litigation.duties.duty import Duty

FORMAT = "litigation-assessment/1"
Document = dict[str, Any]


def as_document(
    assessment: Assessment,
    *,
    recorded_at: str | None = None,
    units: Collection[str] | None = None,
    cases: Collection[str] | None = None,
) -> Document:
    """The document; ``units`` and ``cases`` choose what is shown, never what is counted."""
    chosen = [
        case
        for case in assessment.cases
        if (units is None or case.unit in units) and (cases is None or case.ref in cases)
    ]
    codes = {case.unit for case in chosen} if cases is not None else units
    document: Document = {"format": FORMAT, "as_of": assessment.as_of.isoformat(), "law": _law(assessment)}
    if recorded_at is not None:
        document["recorded_at"] = recorded_at
    document["cases"] = [_case(case) for case in chosen]
    document["units"] = [_unit(unit) for unit in assessment.units if codes is None or unit.code in codes]
    return document


def to_json(document: Mapping[str, Any]) -> str:
    """The bytes of the document as text, ending with a line feed."""
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _law(assessment: Assessment) -> Document:
    law = assessment.law
    return {
        "readings": dict(sorted(law.readings.chosen.items())),
        "calendar_until": law.days.until.isoformat(),
        "version": law.law.version,
    }


def _case(case: CaseResult) -> Document:
    document: Document = {
        "ref": case.ref,
        "unit": case.unit,
        "attendance": _attendance(case.attendance),
        "loss": case.loss,
        "effective_on": _day(case.effective_on),
        "categories": {str(number): str(result) for number, result in sorted(case.categories.items())},
        "duties": [_duty(duty) for duty in case.duties],
        "findings": [_finding(finding) for finding in case.findings],
    }
    if case.notes:
        document["notes"] = [_note(note) for note in case.notes]
    return document


def _unit(unit: UnitResult) -> Document:
    return {
        "code": unit.code,
        "attendance": _attendance(unit.attendance),
        "categories": {
            str(number): {str(outcome): count for outcome, count in counts.items()}
            for number, counts in sorted(unit.counts.items())
        },
        "duties": [_duty(duty) for duty in unit.duties],
        "findings": [_finding(finding) for finding in unit.findings],
    }


def _attendance(attendance: Attendance) -> Document:
    return {
        "due": attendance.due,
        "appeared": attendance.appeared,
        "excused": attendance.excused,
        "renewed_due": attendance.renewed_due,
        "renewed_honoured": attendance.renewed_honoured,
        "principal": attendance.principal,
    }


def _duty(duty: Duty) -> Document:
    trigger = duty.trigger
    about = {"document": str(trigger.document)} if trigger.document else {"event": str(trigger.event)}
    document: Document = {
        "code": str(duty.code),
        "clause": duty.clause,
        "rule": duty.rule,
        "trigger": about | {"on": _day(trigger.on)},
        "due": {
            "strict": _day(duty.due.strict),
            "default": _day(duty.due.default),
            "lenient": _day(duty.due.lenient),
        },
        "done_on": _day(duty.done_on),
        "status": str(duty.status),
        "days_late": duty.days_late,
    }
    if duty.year is not None:
        document["year"] = duty.year
    if duty.recommendation is not None:
        document["recommendation"] = duty.recommendation
    document["application"] = str(duty.application)
    if duty.derivation:
        document["explanation"] = {"zh": explain_duty(duty, "zh"), "en": explain_duty(duty, "en")}
    if duty.provisional is not None:
        document["provisional_due"] = duty.provisional.isoformat()
    return document


def _finding(finding: Finding) -> Document:
    document: Document = {
        "category": finding.category,
        "code": finding.code,
        "outcome": str(finding.outcome),
    }
    if finding.duty is not None:
        document |= {"duty": str(finding.duty), "days_late": finding.days_late}
    if finding.missing:
        document["missing"] = list(finding.missing)
    document["authority"] = list(finding.authority)
    document["explanation"] = {"zh": explain(finding, "zh"), "en": explain(finding, "en")}
    document["application"] = str(finding.application)
    if subject := _subject(finding.subject):
        document["subject"] = subject
    return document


def _subject(subject: Subject) -> Document:
    document: Document = {
        "document": subject.document,
        "hearing_on": _day(subject.hearing_on),
        "on": _day(subject.on),
        "recommendation": subject.recommendation,
        "year": subject.year,
    }
    return {key: value for key, value in document.items() if value is not None}


def _note(note: Note) -> Document:
    document: Document = {"category": note.category}
    if note.reading is not None:
        document["reading"] = note.reading
    document["explanation"] = {"zh": explain_note(note, "zh"), "en": explain_note(note, "en")}
    return document


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
