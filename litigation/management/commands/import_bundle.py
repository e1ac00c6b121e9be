"""manage.py import_bundle FILE… [--dry-run]: takes litigation-bundle/1 files into the register (bundle.md)."""

from __future__ import annotations

import logging
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from litigation.actions.import_register import import_register
from litigation.actions.provision_command_line_user import provision_command_line_user
from litigation.bundle import BundleErrors, read
from litigation.import_report import ImportRefusedError
from litigation.import_report_text import report_lines
from litigation.management.arguments import user_called
from litigation.management.progress import Ticker
from litigation.management.project_command import WRONG_INPUT, ProjectCommand, bytes_of
from litigation.selectors import known_to_bundles


class Command(ProjectCommand):
    """All files or none: exit code 0; 1 if any of them is wrong, with every error; 2 for wrong usage."""

    help = "Import record bundles (litigation-bundle/1, YAML or JSON). Importing the same file twice changes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="report what would change, and change nothing"
        )
        parser.add_argument(
            "--user",
            metavar="NAME",
            help="who imports; default: command-line-ACCOUNT, a user without any right",
        )

    def handle(
        self, *, files: list[Path], dry_run: bool, user: str | None, verbosity: int, **options: Any
    ) -> None:
        texts = [(path, bytes_of(path)) for path in files]
        # Wagtail reports every page it makes at this level; the report below says it once.
        logging.getLogger("wagtail").setLevel(logging.WARNING)
        lines: list[str] = []
        with Ticker(self.stderr, silent=verbosity == 0) as ticker, transaction.atomic():
            actor = user_called(user) if user else provision_command_line_user()
            errors = [
                error
                for path, text in texts
                for error in _import(path, text, actor, verbosity > 1, ticker, lines)
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


def _import(
    path: Path, text: bytes, actor: Any, all_changes: bool, ticker: Ticker, lines: list[str]
) -> list[str]:
    """Import one file, add its report to ``lines``, and return the errors, if there are any."""
    ticker.say(_("reading %(file)s") % {"file": path.name})
    importing = _("importing %(file)s, cases") % {"file": path.name}
    try:
        register = read(text, source=str(path), known=known_to_bundles())
        ticker.count(importing, 0, len(register.cases))
        report = import_register(
            register,
            actor=actor,
            source=path.name,
            progress=lambda done, total: ticker.count(importing, done, total),
        )
    except BundleErrors as errors:
        return [errors.render("zh" if (get_language() or "zh").startswith("zh") else "en")]
    except ImportRefusedError as refusal:
        return [f"{path}:", *(f"  {problem}" for problem in refusal.problems)]
    lines += report_lines(report, source=str(path), all_changes=all_changes)
    return []
