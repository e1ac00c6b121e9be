"""Puts the cast's cases into the register of the test, by the action that every import uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from litigation.actions.import_register import import_register
from litigation.facts import AnnualReport, CaseFacts, UnitFacts
from tests.cast import UNITS, case, filed_paper, got, held, judged, lawyer, register, sent, staff


def put(
    *cases: CaseFacts, units: Sequence[UnitFacts] = UNITS, reports: Iterable[AnnualReport] | None = None
) -> None:
    """Import a register of the cast with these cases; a case put again gets a new revision."""
    import_register(register(*cases, units=units, reports=reports), actor=None, source="test")


def unfiled(ref: str = "C1", unit: str = "AJ", **facts: object) -> CaseFacts:
    """A complaint of 1 March 2021, answered in time, that was never filed: 7d is a breach from 4 March on."""
    return case(
        ref,
        unit,
        **{
            "received": [got("complaint", "2021-03-01")],
            "submitted": sent("2021-03-10"),
            "filings": [],
            **facts,
        },
    )


def filed_late(ref: str = "C1", unit: str = "AJ", on: str = "2021-03-10", **facts: object) -> CaseFacts:
    """The same complaint, filed on ``on``."""
    return unfiled(ref, unit, **{"filings": [filed_paper("complaint", on, "2021-03-01")], **facts})


def lawyers_only(ref: str = "C1", unit: str = "AJ", **facts: object) -> CaseFacts:
    """A hearing of 7 April 2021 to which only a lawyer came: category 3 is a breach."""
    return unfiled(ref, unit, hearings=[held("2021-04-07", lawyer())], **facts)


def with_staff(ref: str = "C1", unit: str = "AJ", **facts: object) -> CaseFacts:
    """The same hearing, with a member of staff: category 3 is clear and category 9 a lead."""
    return unfiled(ref, unit, hearings=[held("2021-04-07", staff(unit), lawyer())], **facts)


def lost(ref: str = "C1", unit: str = "AJ", **facts: object) -> CaseFacts:
    """A case lost in first instance by a judgment of 20 April 2021."""
    return unfiled(ref, unit, decision=judged("2021-04-20", "revoked"), **facts)


def first(**facts: object) -> CaseFacts:
    """Lost by a judgment of 20 April 2021, served on both sides, appealed by nobody: in effect on 6 May."""
    return lost("C1", **facts)


def appeal(ref: str = "C2", follows: str | None = "C1") -> CaseFacts:
    """The appeal against it."""
    return case(ref, instance="second", follows=follows, received=[got("appeal", "2021-05-06")], submitted=[])
