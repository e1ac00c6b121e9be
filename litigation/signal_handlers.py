"""Which action follows which signal. No rule in here."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate, pre_delete
from wagtail.signals import page_published, pre_page_move


def connect(config: AppConfig) -> None:
    """Called once, when the apps are ready."""
    from litigation import models
    from litigation.models.kept import refuse_deletion
    from litigation.models.unroutable import refuse_move

    kept = (
        models.Unit,
        models.Official,
        models.Dispute,
        models.Registry,
        models.UnitPage,
        models.CasePage,
        models.Filing,
        models.FilingsKept,
        models.RegisteredFacts,
    )
    with_history = (
        models.Unit,
        models.Official,
        models.Dispute,
        models.CalendarOverride,
        models.ReadingChoice,
    )
    for model in (*kept, *(model.history.model for model in with_history)):
        pre_delete.connect(refuse_deletion, sender=model)
    for page in (models.Registry, models.UnitPage, models.CasePage):
        pre_page_move.connect(refuse_move, sender=page)
    page_published.connect(_record_registration, sender=models.CasePage)
    post_migrate.connect(_provision_registry, sender=config)


def _record_registration(instance: Any, revision: Any, **kwargs: Any) -> None:
    from litigation.actions.record_registration import record_registration

    record_registration(instance, revision)


def _provision_registry(using: str, **kwargs: Any) -> None:
    from django.contrib.contenttypes.models import ContentType

    from litigation.actions.provision_registry import provision_registry
    from litigation.models import Registry

    # A migration of another app alone, or back to zero, leaves no table to write to.
    if Registry._meta.db_table in connections[using].introspection.table_names():
        # After a flush the content types have other numbers than those in memory.
        ContentType.objects.clear_cache()
        provision_registry()
