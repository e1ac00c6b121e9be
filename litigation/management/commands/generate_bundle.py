"""manage.py generate_bundle: writes a synthetic register to standard output. It needs no database."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand

from litigation.bundle import to_json, to_yaml
from litigation.bundle.generate import generate

WRITERS = {"yaml": to_yaml, "json": to_json}


class Command(BaseCommand):
    """The same number and seed give the same bytes."""

    help = "Write a synthetic record bundle for trials and benchmarks. No person and no case in it is real."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--cases", type=_count, required=True, metavar="N")
        parser.add_argument("--seed", type=int, default=1, metavar="S")
        parser.add_argument("--format", choices=sorted(WRITERS), default="yaml")

    def handle(self, *, cases: int, seed: int, format: str, **options: Any) -> None:  # noqa: A002 - the option's name
        self.stdout.write(WRITERS[format](generate(cases, seed)), ending="")


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ArgumentTypeError(f"{text} is less than 0")
    return number
