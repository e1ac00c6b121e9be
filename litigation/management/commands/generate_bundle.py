"""manage.py generate_bundle: writes a synthetic register to standard output. It needs no database."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from litigation.bundle import to_json, to_yaml
from litigation.bundle.generate import generate
from litigation.management.arguments import count, number
from litigation.management.progress import Ticker
from litigation.management.project_command import ProjectCommand

WRITERS = {"yaml": to_yaml, "json": to_json}


class Command(ProjectCommand):
    """The same number and seed give the same bytes."""

    help = "Write a synthetic record bundle for trials and benchmarks. No person and no case in it is real."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--cases", type=count, required=True, metavar="N")
        parser.add_argument("--seed", type=number, default=1, metavar="S")
        parser.add_argument("--format", choices=sorted(WRITERS), default="yaml")
        parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="default: standard output")

    def handle(self, *, cases: int, seed: int, format: str, output: Path | None, **options: Any) -> None:  # noqa: A002 - the option's name
        with Ticker(self.stderr) as ticker:
            ticker.say(_("inventing cases"))
            register = generate(cases, seed)
            ticker.say(_("writing the bundle"))
            self.write_document(WRITERS[format](register), output)
