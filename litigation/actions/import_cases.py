"""The cases of an import: made, changed or left alone, each by the actions that the admin uses too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from msgspec.structs import replace

from litigation import selectors
from litigation.actions.enter_cases import draw_case, enter_cases
from litigation.actions.log_import import ImportLog
from litigation.actions.register_case import register_case
from litigation.actions.update_case import DraftInTheWayError, draft_in_the_way, update_case
from litigation.batches import in_batches
from litigation.changes import changes
from litigation.facts import CaseFacts
from litigation.identity import keep_identity
from litigation.import_report import ImportReport, Problem
from litigation.models import CasePage, Dispute, Unit
from litigation.stored_facts import decode

Progress = Callable[[int, int], None]


class Stored(msgspec.Struct, frozen=True):
    """A case as the register has it; ``facts`` as registered last, None if it never was."""

    page_id: int
    unit: str
    facts: CaseFacts | None


class CaseImport:
    """The cases of one import on their way into the register."""

    def __init__(self, *, report: ImportReport, actor: Any, source: str) -> None:
        self.report = report
        self.actor = actor
        self.problems: list[Problem] = []
        #: Primary keys of the pages of all cases taken so far, by ref.
        self.pages: dict[str, int] = {}
        self.log = ImportLog(actor=actor, source=source)
        self.units = {unit.code: unit for unit in Unit.objects.select_related("page")}
        self.disputes: dict[str, Dispute] = {}

    def take(self, cases: Sequence[CaseFacts], progress: Progress | None) -> None:
        """Take every case, noting each in the report or in the problems."""
        done = 0
        for batch in in_batches(cases):
            stored = stored_cases([case.ref for case in batch])
            self.disputes = {
                d.ref: d for d in selectors.disputes_called({c.dispute for c in batch if c.dispute})
            }
            new: list[CasePage] = []
            for place, case in enumerate(batch, start=done):
                try:
                    if case.ref in stored:
                        self._compare(case, stored[case.ref])
                    else:
                        new.append(self._draw(case))
                except (ValidationError, DraftInTheWayError) as error:
                    self.problems.append(Problem(f"cases[{place}]", sentence(error)))
            if not self.problems:
                self._enter(new)
            self.log.write()
            done += len(batch)
            if progress is not None:
                progress(done, len(cases))

    def _draw(self, case: CaseFacts) -> CasePage:
        return draw_case(case, unit=self.units[case.unit], dispute=self._dispute(case), actor=self.actor)

    def _enter(self, pages: list[CasePage]) -> None:
        for page, registration in zip(pages, enter_cases(pages, actor=self.actor), strict=True):
            self.pages[page.ref] = page.pk
            self.log.add(page, registration)
            self.report.cases.note(page.ref, was_there=False, written=True)

    def _compare(self, case: CaseFacts, stored: Stored) -> None:
        self.pages[case.ref] = stored.page_id
        if stored.unit != case.unit:
            message = _("Case %(ref)s belongs to unit %(unit)s; a case cannot pass to another unit.")
            raise ValidationError(message % {"ref": case.ref, "unit": stored.unit})
        if stored.facts is None:
            raise draft_in_the_way(case.ref)
        new = keep_identity(stored.facts, replace(case, filings=None))
        if new == stored.facts:
            self.report.cases.note(case.ref, was_there=True, written=False)
        else:
            self._update(new, stored.page_id, stored.facts)

    def _update(self, case: CaseFacts, page_id: int, before: CaseFacts) -> None:
        page = CasePage.objects.get(pk=page_id)
        update_case(case, page=page, dispute=self._dispute(case), actor=self.actor)
        registration = register_case(page, actor=self.actor)
        differences = changes(before, decode(registration.schema_version, registration.encoded))
        self.log.add(page, registration, differences)
        self.report.changes[case.ref] = differences
        self.report.cases.note(case.ref, was_there=True, written=True)

    def _dispute(self, case: CaseFacts) -> Dispute | None:
        return self.disputes[case.dispute] if case.dispute else None


def stored_cases(refs: Sequence[str]) -> dict[str, Stored]:
    """What the register has of the cases called ``refs``, by ref."""
    facts = {
        case_id: decode(version, text)
        for case_id, version, text in selectors.registrations_at(cases=refs).values_list(
            "case_id", "schema_version", "encoded"
        )
    }
    pages = CasePage.objects.filter(ref__in=refs).values_list("ref", "pk", "unit__code")
    return {ref: Stored(page_id=pk, unit=unit, facts=facts.get(pk)) for ref, pk, unit in pages}


def sentence(error: Exception) -> str:
    """An error in one line."""
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
