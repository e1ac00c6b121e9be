"""The first stage: what happened, and what the law asks."""

from __future__ import annotations

from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class LitigationConfig(AppConfig):
    name = "litigation"
    verbose_name = _("Litigation record")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from litigation import signal_handlers
        from litigation.checks import pages_are_hidden

        checks.register(pages_are_hidden, checks.Tags.security)
        signal_handlers.connect(self)
