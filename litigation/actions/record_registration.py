"""Keeps the facts of a case whenever a revision of it goes live, whoever published it and however."""

from __future__ import annotations

from django.db import transaction
from wagtail.log_actions import get_active_log_context
from wagtail.models import Revision

from litigation import signals
from litigation.extract import facts_of_revision
from litigation.models import CasePage, RegisteredFacts
from litigation.stored_facts import VERSION, encode


@transaction.atomic
def record_registration(page: CasePage, revision: Revision) -> RegisteredFacts:
    """Return the registration of ``page`` as ``revision`` has it; nothing is written if it is the latest already."""
    latest: RegisteredFacts | None = page.registrations.order_by("-recorded_at", "-id").first()
    if latest is not None and latest.revision_id == revision.pk:
        return latest
    actor = get_active_log_context().user or revision.user
    registration: RegisteredFacts = RegisteredFacts.objects.create(
        case=page,
        revision=revision,
        schema_version=VERSION,
        encoded=encode(facts_of_revision(revision, page)),
        actor=actor,
    )
    signals.cases_registered.send(sender=CasePage, registrations={page.pk: registration.pk})
    return registration
