"""manage.py choose_reading: picks a reading of the law for the office, with its reason (rulings.md 1, 24)."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from litigation.actions.choose_reading import choose_reading
from litigation.management.arguments import user_called
from litigation.management.project_command import ProjectCommand


class Command(ProjectCommand):
    """Asks for a person and a reason: a reading is never picked silently."""

    help = "Pick a reading of the law (AMB-01 …), or notice.effective_from."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("key")
        parser.add_argument("value")
        parser.add_argument("--try", dest="alternatives", action="append", default=[], metavar="VALUE")
        parser.add_argument("--reason", required=True)
        parser.add_argument("--user", required=True, help="the user name of the person who picks it")

    def handle(self, key: str, value: str, **options: Any) -> None:
        actor = user_called(options["user"])
        try:
            changed = choose_reading(
                key, value, reason=options["reason"], actor=actor, alternatives=options["alternatives"]
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        said = _("%(key)s is now %(value)s.") if changed else _("%(key)s was %(value)s already.")
        self.stdout.write(said % {"key": key, "value": value})
