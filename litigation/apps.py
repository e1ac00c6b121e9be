"""The first stage: what happened, and what the law asks."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LitigationConfig(AppConfig):
    name = "litigation"
    verbose_name = _("Litigation record")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from litigation import signal_handlers

        signal_handlers.connect(self)
