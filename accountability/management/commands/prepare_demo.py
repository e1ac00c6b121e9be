"""manage.py prepare_demo: the demo register, assessed. `make run` calls it at every start; from the second on it is quick."""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from accountability.actions.assess_register import assess_register
from accountability.actions.load_demo import load_demo
from accountability.actions.store_assessment import DayRefusedError
from accountability.assessment_text import AssessmentText, language_in_use
from litigation.bundle import BundleErrors
from litigation.import_report import ImportRefusedError
from litigation.management.progress import Ticker
from litigation.management.project_command import ProjectCommand


class Command(ProjectCommand):
    """Safe to repeat: what is in the register already is left as it is."""

    help = (
        "Fill the register with demo data and assess it as of today. For development; refuses in production."
    )

    def handle(self, **options: Any) -> None:
        if settings.ENVIRONMENT not in ("development", "test"):
            raise CommandError(_("The demo register does not belong into a production database."))
        # Both report every page they touch at this level; the lines below say it once.
        for name in ("wagtail", "django_tasks"):
            logging.getLogger(name).setLevel(logging.WARNING)
        with Ticker(self.stdout) as ticker:
            ticker.say(_("loading the demo register"))
            try:
                added = load_demo(progress=ticker.count)
            except (BundleErrors, ImportRefusedError) as error:
                words = error.render(language_in_use()) if isinstance(error, BundleErrors) else str(error)
                raise CommandError(words) from error
            self.stdout.write(
                _("Demo data added: %(files)s") % {"files": ", ".join(added) or _("nothing new")}
            )
            counting = _("assessing cases")
            try:
                assessed = assess_register(
                    timezone.localdate(),
                    progress=lambda done, total: ticker.count(counting, done, total),
                )
            except DayRefusedError as refusal:
                # The clock of this machine went back; what is stored stands.
                self.stderr.write(str(refusal))
                return
        text = AssessmentText(assessed.assessment, assessed.register, language_in_use())
        self.stdout.write("\n".join(text.table()))
