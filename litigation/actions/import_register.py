"""Takes a register from outside into this one, through the same actions as the admin (bundle.md; rulings.md 23)."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from litigation.actions.import_cases import CaseImport, Progress, sentence
from litigation.actions.import_filings import import_filings, import_reports
from litigation.actions.provision_disputes import provision_disputes
from litigation.actions.provision_unit import provision_unit
from litigation.facts import RegisterFacts
from litigation.import_report import ImportRefusedError, ImportReport, Problem


@transaction.atomic
def import_register(
    register: RegisterFacts,
    *,
    actor: Any,
    source: str,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Bring units, disputes, cases, filings and annual reports up to date with ``register`` and return what that did.

    Everything or nothing: ImportRefusedError lists every reason. The same register twice changes nothing the second
    time. A case that differs gets a new revision; filings are added, never changed or removed. ``actor`` is a user, or
    None for the system; ``source`` names the input in the log. ``progress`` is told cases done and cases in all.
    """
    report = ImportReport()
    problems = _units_and_disputes(register, report, actor)
    if not problems:
        cases = CaseImport(report=report, actor=actor, source=source)
        cases.take(register.cases, progress)
        problems = cases.problems
    if problems:
        raise ImportRefusedError(tuple(problems))
    import_filings(register.cases, cases.pages, report=report, actor=actor)
    import_reports(register, report=report, actor=actor)
    if dry_run:
        transaction.set_rollback(True)
    return report


def _units_and_disputes(register: RegisterFacts, report: ImportReport, actor: Any) -> list[Problem]:
    problems = []
    for place, facts in enumerate(register.units):
        try:
            _unit, was_there, written = provision_unit(facts, actor=actor, keeps_reports=False)
        except ValidationError as error:
            problems.append(Problem(f"units[{place}]", sentence(error)))
        else:
            report.units.note(facts.code, was_there=was_there, written=written)
    try:
        made, changed = provision_disputes(register.disputes, actor=actor)
    except ValidationError as error:
        problems.append(Problem("disputes", sentence(error)))
    else:
        for dispute in register.disputes:
            written = dispute.ref in made or dispute.ref in changed
            report.disputes.note(dispute.ref, was_there=dispute.ref not in made, written=written)
    return problems
