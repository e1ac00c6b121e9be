"""manage.py import_bundle FILE… [--dry-run]: takes litigation-bundle/1 files into the register (bundle.md)."""

from __future__ import annotations

import logging
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from litigation.actions.import_register import import_register
from litigation.bundle import BundleErrors, read
from litigation.import_report import ImportRefusedError
from litigation.import_report_text import report_lines
from litigation.selectors import known_to_bundles

WRONG_INPUT = 1
WRONG_USAGE = 2


class Command(BaseCommand):
    """All files or none: exit code 0; 1 if any of them is wrong, with every error; 2 for wrong usage."""

    help = "Import record bundles (litigation-bundle/1, YAML or JSON). Importing the same file twice changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="report what would change, and change nothing"
        )
        parser.add_argument("--user", metavar="NAME", help="who imports; default: the system itself")

    def handle(
        self, *, files: list[Path], dry_run: bool, user: str | None, verbosity: int, **options: Any
    ) -> None:
        actor = _user(user) if user else None
        texts = [(path, _bytes(path)) for path in files]
        # Wagtail reports every page it makes at this level; the report below says it once.
        logging.getLogger("wagtail").setLevel(logging.WARNING)
        lines: list[str] = []
        with transaction.atomic():
            errors = [
                error for path, text in texts for error in self._import(path, text, actor, verbosity, lines)
            ]
            if errors or dry_run:
                transaction.set_rollback(True)
        if errors:
            self.stderr.write("\n".join([*errors, _("Nothing was imported.")]))
            raise SystemExit(WRONG_INPUT)
        # Only now: a reader that closes the pipe must not undo what was imported.
        for line in lines:
            self.stdout.write(line)
        if dry_run:
            self.stdout.write(_("Nothing was written: this was a dry run."))

    def _import(self, path: Path, text: bytes, actor: Any, verbosity: int, lines: list[str]) -> list[str]:
        """Import one file, add its report to ``lines``, and return the errors, if there are any."""
        try:
            register = read(text, source=str(path), known=known_to_bundles())
            report = import_register(
                register, actor=actor, source=path.name, progress=self._progress if verbosity > 0 else None
            )
        except BundleErrors as errors:
            return [errors.render("zh" if (get_language() or "zh").startswith("zh") else "en")]
        except ImportRefusedError as refusal:
            return [f"{path}:", *(f"  {problem}" for problem in refusal.problems)]
        lines += report_lines(report, source=str(path), all_changes=verbosity > 1)
        return []

    def _progress(self, done: int, total: int) -> None:
        if done % 500 == 0 and self.stderr.isatty():
            self.stderr.write(f"{done}/{total}")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}", returncode=WRONG_USAGE) from error


def _user(name: str) -> Any:
    try:
        return get_user_model()._default_manager.get_by_natural_key(name)
    except get_user_model().DoesNotExist:
        raise CommandError(
            _("There is no user called %(name)s.") % {"name": name}, returncode=WRONG_USAGE
        ) from None
