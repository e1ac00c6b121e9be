"""An assessment on a terminal: units by category, then, where asked for, each finding in words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accountability.evaluate import CATEGORIES, Assessment, CaseResult, UnitResult
from accountability.explanations import explain, explain_note
from accountability.findings import Finding
from accountability.labels import LABELS
from accountability.outcomes import Result
from accountability.text_table import table_lines
from litigation.duties.duty import DutyCode
from litigation.facts import RegisterFacts
from litigation.law.in_force import LawInForce
from litigation.law.sentences import Language

#: The counts of a cell, in this order.
SHOWN = (Result.BREACH, Result.READING_DEPENDENT, Result.UNDETERMINED, Result.LEAD)
#: No ambiguous character: `·` is one column wide here and two there.
NONE = "-"


def language_in_use() -> Language:
    """Which of the two languages of explanations goes with the active language of the interface."""
    return "zh" if (get_language() or "zh").startswith("zh") else "en"


class AssessmentText:
    """``units`` and ``cases`` choose what is shown, never what is counted."""

    def __init__(
        self,
        assessment: Assessment,
        register: RegisterFacts,
        language: Language,
        *,
        units: Collection[str] | None = None,
        cases: Collection[str] | None = None,
    ) -> None:
        self._assessment = assessment
        self._language = language
        self._names = {unit.code: unit.name for unit in register.units}
        self._dockets = {case.ref: case.docket for case in register.cases}
        self._cases = [
            case
            for case in assessment.cases
            if (units is None or case.unit in units) and (cases is None or case.ref in cases)
        ]
        codes = {case.unit for case in self._cases} if cases is not None else units
        self._units = [unit for unit in assessment.units if codes is None or unit.code in codes]

    def table(self) -> Iterator[str]:
        """The heading, one row per unit, the sum, the legend."""
        yield from _heading(self._assessment.as_of, self._assessment.law)
        yield ""
        yield from table_lines(
            [self._head(), *(self._row(unit) for unit in self._units), self._sum()], left=2
        )
        yield ""
        yield from self._legend()

    def explanations(self) -> Iterator[str]:
        """Each finding of the units and cases shown in words, and the notes."""
        for unit in self._units:
            own = [case for case in self._cases if case.unit == unit.code]
            if unit.findings or any(case.findings or case.notes for case in own):
                yield ""
                yield f"{unit.code} {self._names.get(unit.code, '')}".rstrip()
                yield from self._findings(unit.findings)
                for case in own:
                    yield from self._case(case)

    def _head(self) -> list[str]:
        return [
            _("Unit"),
            _("Name of the unit"),
            *(f"({category})" for category in CATEGORIES),
            _("Appeared"),
        ]

    def _row(self, unit: UnitResult) -> list[str]:
        cells = [_cell(unit.counts[category]) for category in CATEGORIES]
        return [
            unit.code,
            self._names.get(unit.code, ""),
            *cells,
            f"{unit.attendance.appeared}/{unit.attendance.due}",
        ]

    def _sum(self) -> list[str]:
        cells = [
            _cell({outcome: sum(unit.counts[category][outcome] for unit in self._units) for outcome in SHOWN})
            for category in CATEGORIES
        ]
        appeared = sum(unit.attendance.appeared for unit in self._units)
        due = sum(unit.attendance.due for unit in self._units)
        return [_("Total"), "", *cells, f"{appeared}/{due}"]

    def _legend(self) -> Iterator[str]:
        names = " / ".join(str(LABELS[Result][outcome]) for outcome in SHOWN)
        yield _("Each cell counts findings: %(names)s. %(none)s: none.") % {"names": names, "none": NONE}
        yield _("Appeared: cases in which the head appeared / in which the head was due.")
        for category in CATEGORIES:
            yield f"({category}) {self._category(category)}"
        yield _("Every finding is a lead for the competent body, never a penalty.")

    def _category(self, number: int) -> str:
        name = self._assessment.law.category(number).name
        return name.zh if self._language == "zh" else name.en

    def _case(self, case: CaseResult) -> Iterator[str]:
        if case.findings or case.notes:
            yield f"  {case.ref} {self._dockets.get(case.ref) or ''}".rstrip()
            yield from self._findings(case.findings)
            for note in case.notes:
                yield f"    ({note.category}) {_('Note')}: {explain_note(note, self._language)}"

    def _findings(self, findings: Collection[Finding]) -> Iterator[str]:
        for finding in findings:
            name = LABELS[DutyCode][finding.duty] if finding.duty else self._category(finding.category)
            yield f"    ({finding.code}) {name} — {LABELS[Result][finding.outcome]}"
            yield f"      {explain(finding, self._language)}"


def _heading(as_of: date, law: LawInForce) -> Iterator[str]:
    yield _("As of %(day)s; holidays known until %(until)s; law %(version)s") % {
        "day": as_of,
        "until": law.days.until,
        "version": law.law.version,
    }
    others = [
        f"{key}={value}"
        for key, value in law.readings.chosen.items()
        if law.law.readings[key].default != value
    ]
    if others:
        yield _("Readings other than the default: %(readings)s") % {"readings": ", ".join(others)}
    if law.law_at is not None:
        yield _("By the law of %(day)s") % {"day": law.law_at}


def _cell(counts: Mapping[Result, int]) -> str:
    numbers = [counts[outcome] for outcome in SHOWN]
    return "/".join(map(str, numbers)) if any(numbers) else NONE
