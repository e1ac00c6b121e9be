"""Which entry of a newly imported case is which entry of the register: so that its identity stays with it.

A bundle has no identities. Within each list entries are matched when they are equal, then by what identifies them (a
document and its day), then in order among those of one sort (another day of the same document is a correction).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar

from msgspec.structs import replace

from litigation import facts as f

_Row = TypeVar("_Row", bound=f.Row)
_Key = Callable[[f.Row], Hashable]


def keep_identity(stored: f.CaseFacts, new: f.CaseFacts) -> f.CaseFacts:
    """``new`` with the identities of the entries of ``stored`` that it repeats or corrects.

    What a bundle cannot say (the day of acceptance) is kept as stored.
    """
    decision = new.decision
    if decision is not None:
        decision = _decision(stored.decision or f.Decision(), decision)
    return replace(
        new,
        plaintiffs=match(stored.plaintiffs, new.plaintiffs),
        received=match(stored.received, new.received),
        submitted=match(stored.submitted, new.submitted),
        hearings=match(stored.hearings, new.hearings),
        recommendations=match(stored.recommendations, new.recommendations),
        conduct=match(stored.conduct, new.conduct),
        decision=decision,
        accepted_on=new.accepted_on or stored.accepted_on,
    )


def _decision(stored: f.Decision, new: f.Decision) -> f.Decision:
    performance, before = new.performance, stored.performance or f.Performance()
    if performance is not None:
        performance = replace(
            performance,
            suspensions=match(before.suspensions, performance.suspensions),
            refusal=match(before.refusal, performance.refusal),
        )
    return replace(
        new,
        services=match(stored.services, new.services),
        appeals=match(stored.appeals, new.appeals),
        performance=performance,
    )


def match(stored: Sequence[_Row] | None, new: Sequence[_Row] | None) -> tuple[_Row, ...] | None:
    """``new`` in its own order, each entry with the identity of the stored one that it is, or with none."""
    if not new or not stored:
        return None if new is None else tuple(new)
    partners: dict[int, _Row] = {}
    left = list(stored)
    for key in (_content, *_KEYS[type(new[0])]):
        for place, row in enumerate(new):
            partner = None if place in partners else next((r for r in left if key(r) == key(row)), None)
            if partner is not None:
                partners[place] = partner
                left = [r for r in left if r is not partner]
    return tuple(_take(row, partners.get(place)) for place, row in enumerate(new))


def _take(row: _Row, partner: _Row | None) -> _Row:
    if partner is None:
        return row
    if isinstance(row, f.Hearing) and isinstance(partner, f.Hearing):
        row = replace(row, attendance=match(partner.attendance, row.attendance))
    return replace(row, uid=row.uid or partner.uid)


def _content(row: f.Row) -> Hashable:
    """Everything but identities."""
    if isinstance(row, f.Hearing) and row.attendance is not None:
        row = replace(row, attendance=tuple(replace(person, uid="") for person in row.attendance))
    return replace(row, uid="")


def _fields(*names: str) -> _Key:
    return lambda row: tuple(getattr(row, name) for name in names)


#: For each sort of entry the keys by which it is known, the surest first. The last decides by order.
_KEYS: Mapping[type[f.Row], tuple[_Key, ...]] = {
    f.Plaintiff: (_fields("name"), _fields("kind")),
    f.Received: (_fields("document", "on"), _fields("document")),
    f.Submitted: (_fields("item", "on"), _fields("item")),
    f.Hearing: (_fields("on"), _fields()),
    f.Participant: (_fields("role", "name", "organ"), _fields("role", "name"), _fields("role")),
    f.Service: (_fields("party", "on"), _fields("party")),
    f.Appeal: (_fields("by", "on"), _fields("by")),
    f.Suspension: (_fields("on"), _fields()),
    f.RefusalSign: (_fields("kind", "on"), _fields("kind")),
    f.Recommendation: (_fields("ref"),),
    f.Conduct: (_fields("category", "on"), _fields("category")),
}
