"""manage.py assess: every duty, its deadline, and the nine tests, as a table or as litigation-assessment/1 (bundle.md)."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accountability.actions.assess_register import (
    Assessed,
    RegisterInMotionError,
    UnknownCodesError,
    assess_register,
)
from accountability.actions.retest import UntestableError, retest_due
from accountability.actions.store_assessment import DayRefusedError, Stored
from accountability.assessment_document import as_document, to_json
from accountability.assessment_text import AssessmentText, language_in_use
from accountability.history import Change
from accountability.labels import choices
from accountability.readings_file import ReadingsFileError, read_readings
from litigation.law.in_force import NoLawError
from litigation.law.loader import LawError
from litigation.law.readings import UnknownReadingError
from litigation.management.arguments import day, moment
from litigation.management.progress import Ticker
from litigation.management.project_command import WRONG_USAGE, ProjectCommand, bytes_of

REFUSALS = (
    UnknownCodesError,
    UnknownReadingError,
    ReadingsFileError,
    LawError,
    DayRefusedError,
    RegisterInMotionError,
    UntestableError,
)


class Command(ProjectCommand):
    """Exit code 0; 1 where the input is wrong (a unit, case, reading or file, each named); 2 for wrong usage."""

    help = "Assess the register: every duty with its deadline, and the nine tests of the notice."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--as-of", type=day, metavar="DAY", help="what had happened by then; default: today"
        )
        parser.add_argument(
            "--recorded-at", type=moment, metavar="TIME", help="the register as it stood then; default: now"
        )
        parser.add_argument(
            "--law-at",
            type=day,
            metavar="DAY",
            help="the law of that day; default: of each trigger's own day",
        )
        parser.add_argument(
            "--readings",
            type=Path,
            metavar="FILE",
            help="readings that take the place of those the office chose",
        )
        parser.add_argument("--format", choices=("table", "json"), default="table")
        parser.add_argument(
            "--unit", action="append", dest="units", metavar="CODE", help="show only this unit"
        )
        parser.add_argument(
            "--case", action="append", dest="cases", metavar="REF", help="show only this case"
        )
        parser.add_argument(
            "--explain",
            action="store_true",
            help="below the table, every finding in words; json always has them",
        )
        parser.add_argument("--store", action="store_true", help="keep the result of the whole register")
        parser.add_argument(
            "--due",
            action="store_true",
            help="keep what is new: visit only the cases whose day has come, and what was recorded since (every night)",
        )
        parser.add_argument("--language", choices=[code for code, _name in settings.LANGUAGES])

    def handle(self, *, language: str | None, **options: Any) -> None:
        with translation.override(language or translation.get_language() or settings.LANGUAGE_CODE):
            try:
                self._assess(**options)
            except NoLawError as error:
                raise CommandError(_no_law(error)) from error
            except REFUSALS as error:
                raise CommandError(str(error)) from error

    def _assess(
        self,
        *,
        as_of: date | None,
        recorded_at: datetime | None,
        law_at: date | None,
        readings: Path | None,
        format: str,  # noqa: A002 - the option's name
        units: list[str] | None,
        cases: list[str] | None,
        explain: bool,
        store: bool,
        due: bool,
        **options: Any,
    ) -> None:
        if due:
            if store or explain or format != "table" or any((recorded_at, law_at, readings, units, cases)):
                raise CommandError(_("--due goes with --as-of only."), returncode=WRONG_USAGE)
            self._visit(as_of or timezone.localdate())
            return
        if store and any((recorded_at, law_at, readings, units, cases)):
            raise CommandError(
                _(
                    "--store keeps the whole register as it stands; it goes with --as-of, --format and --explain only."
                ),
                returncode=WRONG_USAGE,
            )
        picked = None if readings is None else read_readings(bytes_of(readings), str(readings))
        with Ticker(self.stderr) as ticker:
            ticker.say(_("reading the register"))
            counting, storing = _("assessing cases"), _("storing the result")

            def progress(done: int, total: int) -> None:
                if done == total and store:
                    ticker.say(storing)
                else:
                    ticker.count(counting, done, total)

            assessed = assess_register(
                as_of or timezone.localdate(),
                recorded_at=recorded_at,
                law_at=law_at,
                picked=picked,
                units=units,
                cases=cases,
                store=store,
                progress=progress,
            )
            self._report(assessed)
            if format == "json":
                at = recorded_at.isoformat() if recorded_at else None
                self.write_document(
                    to_json(as_document(assessed.assessment, recorded_at=at, units=units, cases=cases))
                )
                return
        text = AssessmentText(
            assessed.assessment, assessed.register, language_in_use(), units=units, cases=cases
        )
        lines = [*text.table(), *(text.explanations() if explain else ())]
        self.write_document("\n".join(lines) + "\n")

    def _visit(self, as_of: date) -> None:
        with Ticker(self.stderr) as ticker:
            ticker.say(_("looking for cases whose day has come"))
            counting = _("assessing cases")
            stored = retest_due(as_of, lambda done, total: ticker.count(counting, done, total))
        self.stdout.write(
            _("Visited %(tested)d cases; everything stands as of %(day)s.")
            % {"tested": stored.tested, "day": as_of.isoformat()}
        )
        self._say_stored(stored)

    def _report(self, assessed: Assessed) -> None:
        if assessed.stored is not None:
            self._say_stored(assessed.stored)

    def _say_stored(self, stored: Stored) -> None:
        labels = dict(choices(Change))
        changes = ", ".join(
            f"{labels[change]} {stored.changes[change]}" for change in Change if stored.changes.get(change)
        )
        self.stderr.write(
            _("Stored: %(results)d results changed; findings: %(changes)s")
            % {"results": stored.results, "changes": changes or _("as before")}
        )
        if stored.overtaken:
            names = ", ".join(stored.overtaken)
            self.stderr.write(_("Changed meanwhile, to be assessed again: %(names)s") % {"names": names})


def _no_law(error: NoLawError) -> str:
    name = error.name.zh if language_in_use() == "zh" else error.name.en
    return _(
        "On %(day)s the law folder has no value for “%(name)s” (%(key)s); its values begin on %(since)s. Choose a later day"
        " with --law-at, or enter the value of that day, with its source, in litigation/law/parameters/."
    ) % {"day": error.day, "name": name, "key": error.key, "since": error.since}
