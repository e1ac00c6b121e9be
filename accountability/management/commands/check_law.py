"""manage.py check_law: whether the law folder, the wordings and the code fit together. CI runs it."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from accountability.explanations import sentences
from accountability.law_checks import all_problems
from accountability.wording_uses import sources, wording_uses
from litigation.law.loader import LawError, load_law
from litigation.law.sentences import SentenceError
from litigation.law.working_days import WorkingDays
from litigation.management.progress import Ticker
from litigation.management.project_command import ProjectCommand
from litigation.yaml_core import YamlError


class Command(ProjectCommand):
    """Exit code 0 with a summary, or 1 with every problem on standard error. It needs no database."""

    help = "Check the law folder: dates, citations, wordings in both languages, terms, clauses."
    requires_system_checks: list[str] = []

    def handle(self, **options: Any) -> None:
        with Ticker(self.stderr) as ticker:
            ticker.say(_("reading the law folder"))
            try:
                law, worded = load_law(), sentences()
            except (LawError, SentenceError, YamlError) as error:
                raise CommandError(str(error)) from error
            ticker.say(_("comparing law, wordings and code"))
            texts = sources()
            uses = list(wording_uses(texts))
            problems = all_problems(law, worded, uses, texts)
        if problems:
            count = _("Problems of the law folder: %(count)d") % {"count": len(problems)}
            raise CommandError("\n".join([count, *(f"  {problem}" for problem in problems)]))
        self.stdout.write(
            _(
                "The law folder holds %(limits)d limits, %(obligations)d obligations, %(definitions)d definitions,"
                " %(readings)d readings and %(wordings)d wordings; holidays known until %(until)s; version %(version)s."
            )
            % {
                "limits": len(law.limits),
                "obligations": len(law.obligations),
                "definitions": len(law.definitions),
                "readings": len(law.readings),
                "wordings": len(worded.keys()),
                "until": WorkingDays(law.overrides).until,
                "version": law.version,
            }
        )
