"""Which models keep their rows for ever. No rule in here."""

from __future__ import annotations

from django.db.models.signals import pre_delete

from litigation.models.kept import refuse_deletion


def connect() -> None:
    """Called once, when the apps are ready."""
    from accountability import models

    kept = (
        models.AppliedLaw,
        models.FindingState,
        models.JudgedFiling,
        models.JudgedRecord,
        models.JudgedRegistration,
        models.StoredFinding,
    )
    for model in kept:
        pre_delete.connect(refuse_deletion, sender=model)
