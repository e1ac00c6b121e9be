"""Disputes: what holds the cases of all instances together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from litigation.batches import in_batches
from litigation.facts import DisputeFacts
from litigation.models import Dispute


@transaction.atomic
def provision_disputes(facts: Sequence[DisputeFacts], *, actor: Any) -> tuple[set[str], set[str]]:
    """Make the disputes that are not there, bring titles up to date; return the refs made and the refs changed.

    Each write has its history row. Raises ValidationError.
    """
    stored: dict[str, Dispute] = {}
    for refs in in_batches([fact.ref for fact in facts]):
        stored.update(
            (dispute.ref, dispute) for dispute in Dispute.objects.select_for_update().filter(ref__in=refs)
        )
    new = [Dispute(ref=fact.ref, title=fact.title) for fact in facts if fact.ref not in stored]
    changed = []
    for fact in facts:
        dispute = stored.get(fact.ref)
        if dispute is not None and dispute.title != fact.title:
            dispute.title = fact.title
            changed.append(dispute)
    for dispute in (*new, *changed):
        dispute.clean_fields()
    bulk_create_with_history(new, Dispute, batch_size=500, default_user=actor)
    bulk_update_with_history(changed, Dispute, ["title"], batch_size=500, default_user=actor)
    return {dispute.ref for dispute in new}, {dispute.ref for dispute in changed}
