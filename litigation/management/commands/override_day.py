"""manage.py override_day: settles whether one day is a rest day or a working day, with its source (rulings.md 25)."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from litigation.actions.override_day import override_day
from litigation.law.working_days import DayKind
from litigation.management.arguments import day, user_called
from litigation.management.project_command import ProjectCommand


class Command(ProjectCommand):
    """One day at a time, as the document that decides it is read."""

    help = "Enter a rest day or a make-up working day that the holiday data lack."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("day", type=day)
        parser.add_argument("kind", choices=[kind.value for kind in DayKind])
        parser.add_argument("--name", required=True)
        parser.add_argument("--source", required=True, help="the document, with number and date")
        parser.add_argument("--user", required=True, help="the user name of the person who enters it")

    def handle(self, day: date, kind: str, **options: Any) -> None:
        actor = user_called(options["user"])
        try:
            changed = override_day(
                day, DayKind(kind), name=options["name"], source=options["source"], actor=actor
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        said = _("%(key)s is now %(value)s.") if changed else _("%(key)s was %(value)s already.")
        self.stdout.write(said % {"key": day.isoformat(), "value": kind})
