"""The same register in normalised tables, as somebody would lay it out who meant to ask all of it in SQL.

One table per kind of thing, integer keys, every foreign key indexed. Days are day numbers (``date.toordinal``), so that one text
of the query runs on both databases and SQL pays nothing for its arithmetic. ``…_known`` says whether a list was recorded at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import connection

from litigation.duties.case_in_context import first_day, judged_together
from litigation.facts import CaseFacts, RegisterFacts
from litigation.law.in_force import LawInForce
from litigation.law.working_days import ONE_DAY
from litigation.vocabulary import Document
from tests.benchmarks.fill import execute_many

KEYS = {"id", "case_id", "unit_id", "hearing_id", "organ_id", "follows_id", "represented_by_id", "other_id"}
TABLES: Mapping[str, tuple[str, ...]] = {
    "unit": ("id", "kind$"),
    "court_case": (
        "id", "unit_id", "kind$", "instance$", "procedure$", "role$", "follows_id", "represented_by_id", "court$",
        "docket$", "begun_on", "closed_on", "received_known", "submitted_known", "filings_known", "decision_known",
        "form$", "disposition$", "effective_on", "outcomes_known",
    ),
    "handling": ("case_id", "unit_id"),
    "same_judgment": ("case_id", "other_id"),
    "received": ("id", "case_id", "document$", "on_day", "forwarded_on", "hearing_on"),
    "submitted": ("case_id", "item$", "on_day"),
    "hearing": ("id", "case_id", "on_day", "renewed_notice_on", "attendance_known", "summons_valid"),
    "participant": ("hearing_id", "role$", "organ_id", "proof"),
    "outcome": ("case_id", "outcome$"),
    "service": ("case_id", "party$", "on_day"),
    "appeal": ("case_id", "party$", "on_day"),
    "filing": ("case_id", "duty$", "document$", "received_on", "on_day"),
    "calendar": ("day", "rolled", "working_before"),
    "working_day": ("number", "day"),
    "answer_limit": ("rule$", "document$", "first_day", "last_day", "amount", "unit$"),
    "listed_loss": ("outcome$",),
}  # fmt: skip
PRIMARY = {
    "unit": "id",
    "court_case": "id",
    "received": "id",
    "hearing": "id",
    "calendar": "day",
    "working_day": "number",
}
INDEXED = ("case_id", "hearing_id", "follows_id")
PREFIX = "bench_"
_FIRST_DAY = date(2019, 12, 1)
#: The row of table S that gives the term, with the document that asks for an answer under it.
ANSWER_RULES = {
    "S-01": Document.COMPLAINT,
    "S-08": Document.APPEAL,
    "S-10": Document.RETRIAL_APPLICATION,
    "S-12": Document.RECONSIDERATION_APPLICATION,
    "S-13": Document.RECONSIDERATION_APPLICATION,
    "S-14": Document.RECONSIDERATION_APPLICATION,
    "S-18": Document.ARBITRATION_APPLICATION,
}


def lay_out(register: RegisterFacts, law: LawInForce, as_of: date) -> None:
    """Make the tables and fill them with ``register``, the calendar and the terms of the law."""
    rows: dict[str, Iterable[Sequence[Any]]] = {name: [] for name in TABLES}
    rows |= _records(register)
    rows |= _calendar(law)
    rows["answer_limit"] = [
        (
            rule,
            document,
            value.start.toordinal(),
            value.end.toordinal() if value.end else None,
            value.amount,
            value.unit.value,
        )
        for rule, document in ANSWER_RULES.items()
        for value in law.law.limits[rule].values
    ]
    losses = law.definition("loss_outcomes", max(as_of, law.notice_from)).value
    rows["listed_loss"] = [(outcome,) for outcome in losses] if isinstance(losses, tuple) else []
    for name, columns in TABLES.items():
        _make(name, columns)
        places = ", ".join(["%s"] * len(columns))
        execute_many(f"INSERT INTO {PREFIX}{name} VALUES ({places})", map(_stored, rows[name]))  # noqa: S608 - our own names
        for column in INDEXED:
            if column in columns:
                _run(f"CREATE INDEX {PREFIX}{name}_{column} ON {PREFIX}{name} ({column})")
    _run("ANALYZE")


def _make(name: str, columns: Sequence[str]) -> None:
    defined = ", ".join(
        f"{column.removesuffix('$')} {'TEXT' if column.endswith('$') else 'INTEGER'}"
        f"{' PRIMARY KEY' if PRIMARY.get(name) == column else ''}"
        for column in columns
    )
    _run(f"CREATE TABLE {PREFIX}{name} ({defined})")


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _stored(row: Sequence[Any]) -> list[Any]:
    return [_plain(value) for value in row]


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.toordinal()
    if isinstance(value, bool):
        return int(value)
    return str(value) if isinstance(value, str) else value


def _calendar(law: LawInForce) -> dict[str, list[Sequence[Any]]]:
    """Each day with the day to which a term that ends on it rolls, and how many working days there were up to it."""
    days: list[Sequence[Any]] = []
    working: list[Sequence[Any]] = []
    day = _FIRST_DAY
    while day <= law.days.until:
        if law.days.is_working(day):
            working.append((len(working) + 1, day))
        days.append((day, law.days.roll(day), len(working)))
        day += ONE_DAY
    return {"calendar": days, "working_day": working}


class _Numbers:
    """Integer keys: units by code, cases by ref, both in the order of their names."""

    def __init__(self, register: RegisterFacts) -> None:
        self.units = {
            code: number for number, code in enumerate(sorted(u.code for u in register.units), start=1)
        }
        self.cases = {
            ref: number for number, ref in enumerate(sorted(c.ref for c in register.cases), start=1)
        }


def _records(register: RegisterFacts) -> dict[str, list[Sequence[Any]]]:
    numbers = _Numbers(register)
    rows: dict[str, list[Sequence[Any]]] = {name: [] for name in TABLES}
    rows["unit"] = [(numbers.units[unit.code], unit.kind) for unit in register.units]
    together = judged_together(register.cases)
    for case in register.cases:
        for name, row in _rows(case, numbers, rows, together):
            rows[name].append(row)
    return rows


def _rows(
    case: CaseFacts,
    numbers: _Numbers,
    rows: Mapping[str, Sequence[Any]],
    together: Mapping[str, tuple[str, ...]],
) -> Iterator[tuple[str, Sequence[Any]]]:
    key = numbers.cases[case.ref]
    decision = case.decision
    yield "court_case", (
        key, numbers.units[case.unit], case.kind, case.instance, case.procedure, case.role, numbers.cases.get(case.follows or ""),
        numbers.units[case.represented_by] if case.represented_by else None, _court(case), case.docket, first_day(case),
        case.closed_on,
        case.received is not None, case.submitted is not None, case.filings is not None, decision is not None,
        decision and decision.form, decision and decision.disposition, decision and decision.effective_on,
        bool(decision and decision.outcomes is not None),
    )  # fmt: skip
    for unit in case.handling_units or ():
        yield "handling", (key, numbers.units[unit])
    for other in together.get(case.ref, ()):
        yield "same_judgment", (key, numbers.cases[other])
    for paper in case.received or ():
        number = len(rows["received"]) + 1
        yield "received", (number, key, paper.document, paper.on, paper.forwarded_on, paper.hearing_on)
    for handed_in in case.submitted or ():
        yield "submitted", (key, handed_in.item, handed_in.on)
    for hearing in case.hearings or ():
        number = len(rows["hearing"]) + 1
        known = hearing.attendance is not None
        yield "hearing", (number, key, hearing.on, hearing.renewed_notice_on, known, hearing.summons_valid)
        for person in hearing.attendance or ():
            yield (
                "participant",
                (number, person.role, numbers.units[person.organ] if person.organ else None, person.proof),
            )
    for outcome in (decision.outcomes if decision else None) or ():
        yield "outcome", (key, outcome)
    for service in (decision.services if decision else None) or ():
        yield "service", (key, service.party, service.on)
    for appeal in (decision.appeals if decision else None) or ():
        yield "appeal", (key, appeal.by, appeal.on)
    for filing in case.filings or ():
        yield "filing", (key, filing.duty, filing.document, filing.received_on, filing.on)


def _court(case: CaseFacts) -> str | None:
    """The court's code in the docket number, which a normalised table would hold by itself."""
    return (case.docket or "").partition("）")[2].partition("行")[0] or None
