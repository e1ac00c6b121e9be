"""The facts of a case in short, as they were registered last: what stands at the head of its screen."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from accountability.screens.wording import written
from litigation import facts as f
from litigation import stored_facts
from litigation.labels import LABELS
from litigation.models import CasePage, RegisteredFacts
from litigation.vocabulary import DecisionForm, Document, Outcome, Procedure, RespondentRole


class FactTold(msgspec.Struct, frozen=True):
    """``values`` are empty where nothing is recorded."""

    name: str
    values: tuple[str | Promise, ...]


def facts_told(case: CasePage, registration: RegisteredFacts | None) -> list[FactTold]:
    """What identifies the case, and its main days; a case that was never registered has only the former."""
    return [*_identity(case), *(_course(registration) if registration else ())]


def _identity(case: CasePage) -> Iterator[FactTold]:
    yield _fact(_("Docket number"), case.docket)
    yield _fact(_("Reference"), case.ref)
    yield _fact(_("Court or other tribunal"), case.tribunal)
    yield _fact(_("Kind of case"), case.get_kind_display())
    yield _fact(_("Instance"), case.get_instance_display())
    yield _fact(_("Procedure"), _term(Procedure, case.procedure))
    yield _fact(_("Role of the unit"), _term(RespondentRole, case.role))
    yield _fact(_("Dispute"), str(case.dispute or ""))


def _course(registration: RegisteredFacts) -> Iterator[FactTold]:
    facts = stored_facts.decode(registration.schema_version, registration.encoded)
    yield _fact(_("Plaintiffs"), *(party.name or _("not named") for party in facts.plaintiffs or ()))
    yield _fact(_("Documents served"), *map(_received, facts.received or ()))
    yield _fact(_("Hearings"), *(written(hearing.on) for hearing in facts.hearings or ()))
    yield _fact(_("Decision"), *_decision(facts.decision))
    yield _fact(_("Closed on"), written(facts.closed_on) if facts.closed_on else None)


def _fact(name: str, *values: str | Promise | None) -> FactTold:
    return FactTold(name, tuple(value for value in values if value))


def _received(entry: f.Received) -> str:
    document = LABELS[Document][entry.document]
    return f"{document} {written(entry.on)}" if entry.on else str(document)


def _decision(decision: f.Decision | None) -> Iterator[str | Promise]:
    if decision is not None:
        yield _term(DecisionForm, decision.form)
        yield from (LABELS[Outcome][outcome] for outcome in decision.outcomes or ())


def _term(terms: type[StrEnum], value: str | None) -> str | Promise:
    return LABELS[terms][value] if value else ""
