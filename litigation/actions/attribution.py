"""Tells django-simple-history who acts: outside a request nothing else would."""

from __future__ import annotations

from typing import Any

from django.db import models


def attribute(record: models.Model, actor: Any) -> None:
    """Make ``actor`` the author of the history row that the next save of ``record`` writes; None leaves the request's."""
    if actor is not None:
        vars(record)["_history_user"] = actor
