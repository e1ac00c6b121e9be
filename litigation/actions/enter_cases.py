"""New cases, many at once: made and registered in one step, by a few statements for all of them.

What stands in the database afterwards is what Wagtail's own ``add_child``, ``save_revision`` and ``publish`` would have
written, one case at a time and thirty times slower; a test compares the two. Because rows are written in bulk, only
``signals.cases_registered`` tells of them, not the signals that Django and Wagtail send for single objects.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import Page, Revision

from litigation import signals
from litigation.batches import SIZE
from litigation.extract import facts_of
from litigation.facts import CaseFacts
from litigation.models import CasePage, Dispute, RegisteredFacts, Unit, UnitPage
from litigation.models.cases import slug_for
from litigation.models.rows import RecordRow
from litigation.stored_facts import VERSION, encode
from litigation.transcribe import ROWS, check, transcribe


def draw_case(facts: CaseFacts, *, unit: Unit, dispute: Dispute | None, actor: Any) -> CasePage:
    """The page of a new case in memory, ready to be entered. Raises ValidationError with the place of what is wrong."""
    page = CasePage(ref=facts.ref, unit=unit, dispute=dispute, owner=actor, live=False)
    transcribe(facts, page)
    page.slug = slug_for(page.ref)
    page.title = page.draft_title = page.name_in_admin()
    check(page)
    return page


@transaction.atomic
def enter_cases(pages: Sequence[CasePage], *, actor: Any) -> list[RegisteredFacts]:
    """Store and register ``pages`` as ``draw_case`` made them; return their registrations in the same order.

    Raises IntegrityError if a reference is taken.
    """
    now = timezone.now()
    _give_places(pages)
    stored = Page.objects.bulk_create([_as_published(page, now) for page in pages], batch_size=SIZE)
    for page, base in zip(pages, stored, strict=True):
        page.pk = page.page_ptr_id = page.id = base.pk
        # Only the columns of CasePage itself: those of Page are there.
        page.save_base(raw=True, force_insert=True)
    _store_rows(pages)

    revisions = Revision.objects.bulk_create([_revision(page, actor, now) for page in pages], batch_size=SIZE)
    for base, revision in zip(stored, revisions, strict=True):
        base.latest_revision = base.live_revision = revision
    Page.objects.bulk_update(stored, ["latest_revision", "live_revision"], batch_size=SIZE)
    registrations: list[RegisteredFacts] = RegisteredFacts.objects.bulk_create(
        [
            RegisteredFacts(
                case=page,
                revision=revision,
                recorded_at=now,
                schema_version=VERSION,
                encoded=encode(facts_of(page)),
                actor=actor,
            )
            for page, revision in zip(pages, revisions, strict=True)
        ],
        batch_size=SIZE,
    )
    signals.cases_registered.send(
        sender=CasePage, registrations={entry.case_id: entry.pk for entry in registrations}
    )
    return registrations


def _give_places(pages: Sequence[CasePage]) -> None:
    """A place in the tree for each page, after the last child of its unit's page."""
    of_unit: dict[int, list[CasePage]] = {}
    for page in pages:
        of_unit.setdefault(page.unit_id, []).append(page)
    parents = UnitPage.objects.select_for_update().filter(unit__in=of_unit)
    for parent in parents:
        last = parent.get_last_child()
        taken = last._get_lastpos_in_path() if last is not None else 0
        children = of_unit[parent.unit_id]
        for place, page in enumerate(children, start=taken + 1):
            page.depth = parent.depth + 1
            page.path = Page._get_path(parent.path, page.depth, place)
            page.url_path = f"{parent.url_path}{page.slug}/"
            page.locale_id = parent.locale_id
        Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + len(children))


def _as_published(page: CasePage, now: Any) -> Page:
    """The columns of Page for ``page``, live. ``page`` itself stays a draft: so the revision has it."""
    names = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    base = Page(**{name: getattr(page, name) for name in names})
    base.live = True
    base.first_published_at = base.last_published_at = base.latest_revision_created_at = now
    return base


def _store_rows(pages: Sequence[CasePage]) -> None:
    """All rows of all pages, list by list; rows of rows after the rows they belong to."""
    for name in CasePage.lists:
        rows = []
        for page in pages:
            for row in getattr(page, name).get_object_list():
                row.page_id = page.pk
                rows.append(row)
        ROWS[name]._default_manager.bulk_create(rows, batch_size=SIZE)
        for inner in ROWS[name].lists:
            _store_inner_rows(rows, inner)


def _store_inner_rows(rows: Sequence[RecordRow], name: str) -> None:
    inner_rows = []
    for row in rows:
        for inner_row in getattr(row, name).get_object_list():
            # The key of a row of a row is called after the model above it.
            setattr(inner_row, f"{type(row).__name__.lower()}_id", row.pk)
            inner_rows.append(inner_row)
    ROWS[name]._default_manager.bulk_create(inner_rows, batch_size=SIZE)


def _revision(page: CasePage, actor: Any, now: Any) -> Revision:
    return Revision(
        content_type=page.content_type,
        base_content_type=page.get_base_content_type(),
        object_id=str(page.pk),
        created_at=now,
        user=actor,
        object_str=str(page),
        content=page.serializable_data(),
    )
