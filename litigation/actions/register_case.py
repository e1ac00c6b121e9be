"""Registers a case: its latest draft goes live, its facts are kept, and its duties start to count."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import LogContext

from litigation.models import CasePage, RegisteredFacts


class NothingToRegisterError(ValueError):
    """The case has no draft."""


@transaction.atomic
def register_case(page: CasePage, *, actor: Any) -> RegisteredFacts:
    """Publish the latest revision of ``page`` and return its registration. Repeated, it returns the same one.

    ``actor`` is a user, or None for the system. Raises NothingToRegisterError for a case that was never saved as draft.
    """
    locked = CasePage.objects.select_for_update(of=("self",)).get(pk=page.pk)
    revision = locked.latest_revision
    if revision is None:
        raise NothingToRegisterError(
            _("Case %(ref)s has no draft that could be registered.") % {"ref": page.ref}
        )
    if locked.live_revision_id != revision.pk:
        with LogContext(user=actor):
            locked.publish(revision, user=actor, skip_permission_checks=True)
    registration: RegisteredFacts = locked.registrations.get(revision=revision)
    return registration
