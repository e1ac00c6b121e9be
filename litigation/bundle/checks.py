"""What no schema can say: references, doubled refs, circles, and days that contradict each other.

Reads the plain document and forgives its shape, which ``shape`` has judged: one reading reports everything at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

import msgspec

from litigation.bundle.flaws import Flaw, path_text
from litigation.bundle.predicate import is_day
from litigation.bundle.schema import Location, Node
from litigation.bundle.shape import without_source
from litigation.vocabulary import COURT_KINDS, CaseKind, Document, Instance

LONGEST_TERM = 36_500  # days: a century
# Characters. The schema sets no limit; the columns that hold them do, and so does anybody who has to type one.
LONGEST_CODE = 100
LONGEST_NAME = 255

_SHOWN_IN_CHAIN = 5
_TOO_MANY_TO_COMPARE = 300

# These end a stage: the papers that opened it were served before, whether they are on record or not.
_ENDING = {
    Document.JUDGMENT,
    Document.RULING,
    Document.MEDIATION,
    Document.RECONSIDERATION_DECISION,
    Document.AWARD,
    Document.ENFORCEMENT_NOTICE,
}


class Known(msgspec.Struct, frozen=True):
    """Records that are in the register already and may be referred to."""

    units: frozenset[str] = frozenset()
    disputes: frozenset[str] = frozenset()
    cases: frozenset[str] = frozenset()


def check_flaws(data: Any, known: Known) -> list[Flaw]:
    """Every contradiction in ``data``, whatever its shape."""
    if not isinstance(data, dict):
        return []
    units, disputes, cases = (_rows(data, section) for section in ("units", "disputes", "cases"))
    targets = {
        "unit": known.units | {code for _, unit in units if (code := _text(unit, "code"))},
        "dispute": known.disputes | {ref for _, dispute in disputes if (ref := _text(dispute, "ref"))},
        "case": known.cases | {ref for _, case in cases if (ref := _text(case, "ref"))},
    }
    flaws = [*_doubled(units, ("units",), "code"), *_doubled(disputes, ("disputes",), "ref")]
    flaws += _doubled(cases, ("cases",), "ref")
    for section, rows, key in (
        ("units", units, "code"),
        ("disputes", disputes, "ref"),
        ("cases", cases, "ref"),
    ):
        flaws += _too_long(rows, (section,), key, LONGEST_CODE)
    flaws += _too_long(units, ("units",), "name", LONGEST_NAME)
    flaws += _circles(cases)
    for index, case in cases:
        at = ("cases", index)
        for kind, where, ref in _references(case, at):
            if ref not in targets[kind]:
                flaws.append(_to_nothing(kind, where, ref, targets[kind]))
        flaws += _case_flaws(case, at)
    for index, report in _rows(data, "annual_reports"):
        unit = _text(report, "unit")
        if unit and unit not in targets["unit"]:
            flaws.append(_to_nothing("unit", ("annual_reports", index, "unit"), unit, targets["unit"]))
    return flaws


def _case_flaws(case: Node, at: Location) -> Iterator[Flaw]:
    recommendations = _rows(case, "recommendations")
    yield from _doubled(recommendations, (*at, "recommendations"), "ref")
    yield from _too_long(recommendations, (*at, "recommendations"), "ref", LONGEST_CODE)
    yield from _impossible_instance(case, at)
    yield from _represented_by_itself(case, at)
    yield from _hearings_before_service(case, at)
    yield from _two_days_for_one_report(case, at)
    yield from _endless_terms(case, at)
    decision = case.get("decision")
    if isinstance(decision, dict) and isinstance(decision.get("effective_on"), str):
        note = decision.get("note")
        if isinstance(note, str) and note and not note.strip():
            yield without_source((*at, "decision"))


def _references(case: Node, at: Location) -> Iterator[tuple[str, Location, str]]:
    """(kind of record, location, ref) of everything a case refers to."""
    for kind, key in (
        ("unit", "unit"),
        ("dispute", "dispute"),
        ("case", "follows"),
        ("unit", "represented_by"),
    ):
        if ref := _text(case, key):
            yield kind, (*at, key), ref
    handling = case.get("handling_units")
    for index, code in enumerate(handling if isinstance(handling, list) else []):
        if isinstance(code, str):
            yield "unit", (*at, "handling_units", index), code
    for number, hearing in _rows(case, "hearings"):
        for index, participant in _rows(hearing, "attendance"):
            if organ := _text(participant, "organ"):
                yield "unit", (*at, "hearings", number, "attendance", index, "organ"), organ


def _to_nothing(kind: str, at: Location, ref: str, targets: frozenset[str]) -> Flaw:
    # A county's units, hardly its cases: the nearest of thousands takes long to find and means little.
    near = get_close_matches(ref, sorted(targets), n=1) if len(targets) <= _TOO_MANY_TO_COMPARE else ()
    hint = next(iter(near), None)
    return Flaw(at, f"unknown_{kind}", {"value": ref, "hint": hint})


def _doubled(rows: list[tuple[int, Node]], at: Location, key: str) -> Iterator[Flaw]:
    first: dict[str, int] = {}
    for index, row in rows:
        ref = _text(row, key)
        if ref is None:
            continue
        if ref in first:
            yield Flaw(
                (*at, index, key), "doubled_ref", {"value": ref, "first": path_text((*at, first[ref], key))}
            )
        first.setdefault(ref, index)


def _too_long(rows: list[tuple[int, Node]], at: Location, key: str, most: int) -> Iterator[Flaw]:
    for index, row in rows:
        value = _text(row, key)
        if value is not None and len(value) > most:
            yield Flaw((*at, index, key), "too_long", {"value": value, "length": len(value), "most": most})


def _impossible_instance(case: Node, at: Location) -> Iterator[Flaw]:
    """A court case without an instance, or reconsideration and arbitration with one (facts.md C.1)."""
    kind, instance = _text(case, "kind"), _text(case, "instance")
    if kind not in list(CaseKind) or instance not in list(Instance):
        return  # missing or unknown: the shape says so
    in_court = kind in COURT_KINDS
    if in_court == (instance == Instance.NONE):
        key = "court_without_instance" if in_court else "instance_without_court"
        yield Flaw((*at, "instance"), key, {"value": instance, "kind": kind})


def _represented_by_itself(case: Node, at: Location) -> Iterator[Flaw]:
    unit = _text(case, "unit")
    if unit is not None and unit == _text(case, "represented_by"):
        yield Flaw((*at, "represented_by"), "represented_by_itself", {"value": unit})


def _circles(cases: list[tuple[int, Node]]) -> Iterator[Flaw]:
    """Cases that follow themselves, in one step or in many. The register's own chains are the importer's to follow."""
    before = {ref: _text(case, "follows") for _, case in cases if (ref := _text(case, "ref"))}
    chains: dict[str, str] = {}
    walked: set[str] = set()
    for start in before:
        way: dict[str, int] = {}
        step: str | None = start
        while step is not None and step in before and step not in walked and step not in way:
            way[step] = len(way)
            step = before[step]
        if step is not None and step in way:
            chains |= _chains(list(way)[way[step] :])
        walked.update(way)
    for index, case in cases:
        if (ref := _text(case, "ref")) in chains:
            yield Flaw(("cases", index, "follows"), "follows_in_circle", {"chain": chains[ref]})


def _chains(circle: list[str]) -> Iterator[tuple[str, str]]:
    """For each member the chain that leads from it back to it, its beginning only where it is long."""
    for place, first in enumerate(circle):
        shown = [circle[(place + step) % len(circle)] for step in range(min(len(circle), _SHOWN_IN_CHAIN))]
        more = ["…"] if len(circle) > _SHOWN_IN_CHAIN else []
        yield first, " → ".join((*shown, *more, first))


def _hearings_before_service(case: Node, at: Location) -> Iterator[Flaw]:
    opening = [
        (index, row) for index, row in _rows(case, "received") if _text(row, "document") not in _ENDING
    ]
    days = [(day, index) for index, row in opening if (day := _day(row, "on"))]
    if not days or len(days) < len(opening):
        return  # an unknown day of service may be the first
    first_day, first = min(days)
    for index, hearing in _rows(case, "hearings"):
        day = _day(hearing, "on")
        if day and day < first_day:
            where = path_text((*at, "received", first, "on"))
            params = {"day": day, "first_service": first_day, "first": where}
            yield Flaw((*at, "hearings", index, "on"), "hearing_before_service", params)


def _two_days_for_one_report(case: Node, at: Location) -> Iterator[Flaw]:
    """A filing and a field that name two days for one act (rulings.md 21)."""
    sensitive = case.get("sensitive")
    reported = _day(sensitive, "reported_on") if isinstance(sensitive, dict) else None
    filed = [
        (index, day)
        for index, filing in _rows(case, "filings")
        if filing.get("duty") == "risk_report" and (day := _day(filing, "on"))
    ]
    if reported is None or not filed or reported in (day for _, day in filed):
        return
    index, day = filed[0]
    first, second = (*at, "sensitive", "reported_on"), (*at, "filings", index, "on")
    params = {"value": reported, "other": day, "first": path_text(first), "second": path_text(second)}
    yield Flaw(second, "two_days_for_one_act", params)


def _endless_terms(case: Node, at: Location) -> Iterator[Flaw]:
    """Terms that end beyond any calendar: the schema names no longest one, and no date can hold them."""
    decision = case.get("decision")
    performance = decision.get("performance") if isinstance(decision, dict) else None
    terms = [((*at, "decision", "performance"), performance, "within_days")]
    for index, row in _rows(case, "recommendations"):
        terms.append(((*at, "recommendations", index), row, "reply_within_days"))
    for where, holder, key in terms:
        days = holder.get(key) if isinstance(holder, dict) else None
        if isinstance(days, int | float) and days > LONGEST_TERM:
            yield Flaw((*where, key), "out_of_range", {"value": days, "least": 1, "most": LONGEST_TERM})


def _rows(holder: Node, key: str) -> list[tuple[int, Node]]:
    rows = holder.get(key)
    if not isinstance(rows, list):
        return []
    return [(index, row) for index, row in enumerate(rows) if isinstance(row, dict)]


def _text(row: Node, key: str) -> str | None:
    value = row.get(key)
    return value if isinstance(value, str) else None


def _day(row: Node, key: str) -> str | None:
    value = _text(row, key)
    return value if value is not None and is_day(value) else None
