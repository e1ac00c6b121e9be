"""A case page — live, or as a revision has it — as CaseFacts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec
from wagtail.models import Revision

from litigation import facts as f
from litigation.models import CasePage
from litigation.models.rows import RecordRow
from litigation.models.stated import StatedParts

#: What a case page holds as plain fields, by the name of the fact.
PLAIN = (
    "ref",
    "kind",
    "instance",
    "procedure",
    "docket",
    "tribunal",
    "follows",
    "role",
    "handling_units",
    "cause",
    "represented_by",
    "closed_on",
    "accepted_on",
)
#: Child lists of the page itself, by the name of the fact.
LISTS: Mapping[str, type[f.Row]] = {
    "plaintiffs": f.Plaintiff,
    "received": f.Received,
    "submitted": f.Submitted,
    "hearings": f.Hearing,
    "recommendations": f.Recommendation,
    "conduct": f.Conduct,
}
#: Child lists of the page that belong to its decision, and to the performance of that.
DECISION_LISTS: Mapping[str, type[f.Row]] = {"services": f.Service, "appeals": f.Appeal}
PERFORMANCE_LISTS: Mapping[str, type[f.Row]] = {"suspensions": f.Suspension, "refusal": f.RefusalSign}

_Row = TypeVar("_Row", bound=f.Row)
_Group = TypeVar("_Group", bound=f.Fact)


def facts_of(page: CasePage) -> f.CaseFacts:
    """The facts on ``page`` as it is in memory: live rows, or what a form or a revision put there. No filings."""
    return msgspec.convert(
        {
            **{name: getattr(page, name) for name in PLAIN},
            **{name: _rows(page, name, row) for name, row in LISTS.items()},
            "unit": page.unit.code,
            "dispute": page.dispute.ref if page.dispute else None,
            "sensitive": _group(page, "sensitive", f.Sensitive),
            "evidence_extension": _group(page, "evidence_extension", f.EvidenceExtension),
            "decision": _decision(page),
        },
        f.CaseFacts,
        strict=True,
    )


def facts_of_revision(revision: Revision, page: CasePage | None = None) -> f.CaseFacts:
    """The facts as ``revision`` has them, whatever is live now. No filings. ``page`` saves looking up its unit."""
    drawn: CasePage = CasePage.from_serializable_data(revision.content)
    if page is not None:
        drawn.unit = page.unit
        if drawn.dispute_id == page.dispute_id:
            drawn.dispute = page.dispute
    return facts_of(drawn)


def _decision(page: CasePage) -> f.Decision | None:
    performance = _group(page, "performance", f.Performance, PERFORMANCE_LISTS)
    given = {"performance": performance} if performance is not None else {}
    return _group(page, "decision", f.Decision, DECISION_LISTS, given)


def _group(
    model: StatedParts,
    group: str,
    kind: type[_Group],
    lists: Mapping[str, type[f.Row]] | None = None,
    given: Mapping[str, Any] | None = None,
) -> _Group | None:
    """A group of fields with its lists; None where neither its flag is ticked nor anything of it is given."""
    values: dict[str, Any] = {**model.group(group), **(given or {})}
    for name, row in (lists or {}).items():
        values[name] = _rows(model, name, row)
    if not getattr(model, f"has_{group}") and all(value is None for value in values.values()):
        return None
    return msgspec.convert(values, kind)


def _rows(model: StatedParts, name: str, kind: type[_Row]) -> tuple[_Row, ...] | None:
    """The entries of a list, the empty tuple where the flag says there are none, None where nobody has said."""
    rows = tuple(_row(row, kind) for row in getattr(model, name).all())
    return rows if rows or getattr(model, f"no_{name}") else None


def _row(row: RecordRow, kind: type[_Row]) -> _Row:
    values = {name: getattr(row, name) for name in kind.__struct_fields__ if name not in _DERIVED}
    values["uid"] = str(row.uid)
    if kind is f.Hearing:
        values["attendance"] = _rows(row, "attendance", f.Participant)
        values["absence"] = _group(row, "absence", f.Absence)
    return msgspec.convert(values, kind)


_DERIVED = frozenset({"uid", "attendance", "absence"})
