"""CaseFacts → the fields and rows of a case page: the inverse of ``extract``. Nothing is saved here."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from litigation import facts as f
from litigation.extract.page import DECISION_LISTS, LISTS, PERFORMANCE_LISTS, PLAIN
from litigation.models import (
    Appeal,
    CasePage,
    Conduct,
    Hearing,
    Participant,
    Plaintiff,
    Received,
    Recommendation,
    RefusalSign,
    Service,
    Submitted,
    Suspension,
)
from litigation.models.rows import RecordRow
from litigation.models.stated import StatedParts

ROWS: Mapping[str, type[RecordRow]] = {
    "plaintiffs": Plaintiff,
    "received": Received,
    "submitted": Submitted,
    "hearings": Hearing,
    "attendance": Participant,
    "services": Service,
    "appeals": Appeal,
    "suspensions": Suspension,
    "refusal": RefusalSign,
    "recommendations": Recommendation,
    "conduct": Conduct,
}


def transcribe(facts: f.CaseFacts, page: CasePage) -> None:
    """Put ``facts`` on ``page``, in memory. An entry that has the ``uid`` of a stored row changes that one.

    Not touched: reference, unit and dispute, which are rows of their own, and filings.
    """
    for name in PLAIN:
        if name != "ref":
            setattr(page, name, _stored(getattr(facts, name)))
    _put_group(page, "sensitive", facts.sensitive)
    _put_group(page, "evidence_extension", facts.evidence_extension)
    decision = facts.decision
    performance = decision.performance if decision is not None else None
    _put_group(page, "decision", decision)
    _put_group(page, "performance", performance)
    for source, names in ((facts, LISTS), (decision, DECISION_LISTS), (performance, PERFORMANCE_LISTS)):
        for name in names:
            _put_rows(page, name, getattr(source, name, None))


def _put_group(model: StatedParts, group: str, fact: f.Fact | None) -> None:
    setattr(model, f"has_{group}", fact is not None)
    for name in model.group_fields(group):
        setattr(model, f"{group}_{name}", _stored(getattr(fact, name, None)))


def _put_rows(model: StatedParts, name: str, facts: Sequence[f.Row] | None) -> None:
    setattr(model, f"no_{name}", facts == ())
    manager = getattr(model, name)
    # Facts without identities are new: no need to ask the database for what they could be.
    known = model.pk and any(fact.uid for fact in facts or ())
    stored = {str(row.uid): row for row in manager.all()} if known else {}
    manager.set([_row(stored.get(fact.uid), name, fact, place) for place, fact in enumerate(facts or ())])


def _row(row: RecordRow | None, name: str, fact: f.Row, place: int) -> RecordRow:
    if row is None:
        row = ROWS[name](uid=uuid.UUID(fact.uid) if fact.uid else uuid.uuid4())
    row.sort_order = place
    for field in fact.__struct_fields__:
        if field not in ("uid", "attendance", "absence"):
            setattr(row, field, _stored(getattr(fact, field)))
    if isinstance(fact, f.Hearing) and isinstance(row, Hearing):
        _put_group(row, "absence", fact.absence)
        _put_rows(row, "attendance", fact.attendance)
    return row


def _stored(value: Any) -> Any:
    """Words of a vocabulary as plain text, tuples of them as lists."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_stored(item) for item in value]
    return value


def check(page: CasePage) -> None:
    """Check every field of ``page`` and of its rows in memory, as a form would. Raises ValidationError with its place."""
    page.clean()
    _check(page, "")
    for name in page.lists:
        for place, row in enumerate(getattr(page, name).get_object_list()):
            _check(row, f"{name}[{place}].")
            for inner in row.lists:
                for inner_place, inner_row in enumerate(getattr(row, inner).get_object_list()):
                    _check(inner_row, f"{name}[{place}].{inner}[{inner_place}].")


def _check(model: models.Model, path: str) -> None:
    # Keys are set by the program; its place in the tree a new page gets when it is stored.
    keys = {field.name for field in model._meta.fields if field.is_relation}
    try:
        model.clean_fields(exclude={*keys, "path", "depth"})
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        raise ValidationError(f"{path}{field}: {' '.join(messages)}") from error
