"""manage.py export_bundle: writes the register, or a part of it, as litigation-bundle/1 (bundle.md)."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from litigation.bundle import to_json, to_yaml
from litigation.extract import register_facts
from litigation.selectors import unknown_codes

WRITERS = {"yaml": to_yaml, "json": to_json}
WRONG_USAGE = 2


class Command(BaseCommand):
    """Writes to standard output unless a file is named."""

    help = "Export the registered cases as a record bundle (litigation-bundle/1)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--unit", action="append", metavar="CODE", help="only cases of this unit; repeatable"
        )
        parser.add_argument("--case", action="append", metavar="REF", help="only this case; repeatable")
        parser.add_argument("--format", choices=sorted(WRITERS), default="yaml")
        parser.add_argument("-o", "--output", type=Path, metavar="FILE")

    def handle(self, *, format: str, output: Path | None, **options: Any) -> None:  # noqa: A002 - the option's name
        missing = unknown_codes(units=options["unit"] or (), cases=options["case"] or ())
        if missing:
            raise CommandError(
                _("Unknown: %(names)s") % {"names": ", ".join(missing)}, returncode=WRONG_USAGE
            )
        text = WRITERS[format](register_facts(units=options["unit"], cases=options["case"]))
        if output is None:
            self.stdout.write(text, ending="")
        else:
            try:
                output.write_text(text, encoding="utf-8")
            except OSError as error:
                raise CommandError(f"{output}: {error.strerror}", returncode=WRONG_USAGE) from error
