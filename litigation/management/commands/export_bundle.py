"""manage.py export_bundle: writes the register, or a part of it, as litigation-bundle/1 (bundle.md)."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from litigation.bundle import to_json, to_yaml
from litigation.extract import register_facts
from litigation.management.progress import Ticker
from litigation.management.project_command import ProjectCommand
from litigation.selectors import unknown_cases, unknown_units

WRITERS = {"yaml": to_yaml, "json": to_json}


class Command(ProjectCommand):
    """Writes to standard output unless a file is named. Exit code 1 where a unit or case is not in the register."""

    help = "Export the registered cases as a record bundle (litigation-bundle/1)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--unit", action="append", metavar="CODE", help="only cases of this unit; repeatable"
        )
        parser.add_argument("--case", action="append", metavar="REF", help="only this case; repeatable")
        parser.add_argument("--format", choices=sorted(WRITERS), default="yaml")
        parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="default: standard output")

    def handle(self, *, format: str, output: Path | None, **options: Any) -> None:  # noqa: A002 - the option's name
        units, cases = options["unit"], options["case"]
        problems = [
            *(_("There is no unit %(code)s.") % {"code": code} for code in unknown_units(units or ())),
            *(_("There is no case %(ref)s.") % {"ref": ref} for ref in unknown_cases(cases or ())),
        ]
        if problems:
            raise CommandError("\n".join(problems))
        with Ticker(self.stderr) as ticker:
            ticker.say(_("reading the register"))
            register = register_facts(units=units, cases=cases)
            ticker.say(_("writing the bundle"))
            self.write_document(WRITERS[format](register), output)
