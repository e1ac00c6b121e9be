"""Attributes new revisions to an import in Wagtail's log, many at a time."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import msgspec
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import PageLogEntry

from litigation.changes import Change
from litigation.models import CasePage, RegisteredFacts

ACTION = "litigation.import"


class ImportLog:
    """Entries of one import; they share a UUID, as Wagtail wants it of what one act of a person did."""

    def __init__(self, *, actor: Any, source: str) -> None:
        self.actor = actor
        self.source = source
        self.uuid = uuid4()
        self.entries: list[PageLogEntry] = []

    def add(
        self, page: CasePage, registration: RegisteredFacts, differences: tuple[Change, ...] = ()
    ) -> None:
        """Note that ``registration`` of ``page`` came from the import, and what it replaced."""
        self.entries.append(
            PageLogEntry(
                page=page,
                content_type=ContentType.objects.get_for_model(CasePage),
                label=str(page),
                action=ACTION,
                timestamp=timezone.now(),
                uuid=self.uuid,
                user=self.actor,
                revision_id=registration.revision_id,
                content_changed=True,
                data={"source": self.source, "changes": msgspec.to_builtins(differences)},
            )
        )

    def write(self) -> None:
        """Write what has gathered."""
        PageLogEntry.objects.bulk_create(self.entries)
        self.entries = []
