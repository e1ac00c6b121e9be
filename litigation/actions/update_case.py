"""New facts on a registered case, as a draft."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import LogContext
from wagtail.models import Revision

from litigation.facts import CaseFacts
from litigation.models import CasePage, Dispute
from litigation.transcribe import check, transcribe


class DraftInTheWayError(ValueError):
    """Somebody has a draft of this case that is not registered yet; it is not silently thrown away (rulings.md 23)."""


@transaction.atomic
def update_case(facts: CaseFacts, *, page: CasePage, dispute: Dispute | None, actor: Any) -> Revision:
    """Save ``facts`` as a new revision of ``page`` and return it. Raises DraftInTheWayError, ValidationError."""
    page = CasePage.objects.select_for_update(of=("self",)).get(pk=page.pk)
    if page.has_unpublished_changes or not page.live:
        raise draft_in_the_way(page.ref)
    page.dispute = dispute
    transcribe(facts, page)
    check(page)
    with LogContext(user=actor):
        revision: Revision = page.save_revision(user=actor, clean=False)
    return revision


def draft_in_the_way(ref: str) -> DraftInTheWayError:
    """The refusal, naming the case and what to do."""
    message = _("Case %(ref)s has a draft that is not registered. Register it or take it back, then repeat.")
    return DraftInTheWayError(message % {"ref": ref})
