"""The last stage: what the public sees."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig, apps
from django.db import connections
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Public site")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from accountability.screens.notice_links import find_notice_by
        from home.selectors import notice_address

        post_migrate.connect(provision, sender=self)
        find_notice_by(notice_address)


def provision(using: str, **kwargs: Any) -> None:
    """After every ``migrate`` (and flush): the site exists, with its home page as root and the notice below it."""
    from django.contrib.contenttypes.models import ContentType

    from home.actions.provision_site import provision_site

    # A migration of another app alone, or back to zero, leaves no table to write to.
    tables = {model._meta.db_table for model in apps.get_app_config("home").get_models()}
    if tables <= set(connections[using].introspection.table_names()):
        # After a flush the content types have other numbers than those in memory.
        ContentType.objects.clear_cache()
        provision_site()
