"""What nobody wrote down: in any real register some facts are unknown, and an unknown fact is an absent key."""

from __future__ import annotations

from msgspec.structs import replace

from litigation.bundle.generate.luck import Luck
from litigation.facts import CaseFacts

_FORGOTTEN = {
    "nothing": 30,
    "docket": 1,
    "tribunal": 1,
    "cause": 1,
    "plaintiffs": 1,
    "plaintiff's name": 1,
    "role": 1,
    "dispute": 1,
    "day of a paper": 1,
    "services": 1,
    "outcomes": 1,
    "form": 1,
    "filings": 1,
    "day of a filing": 1,
    "received": 1,
}


def forget(case: CaseFacts, luck: Luck) -> CaseFacts:
    """The case as somebody entered it who did not know, or did not enter, everything."""
    what = luck.deal("forgotten", _FORGOTTEN)
    if what in ("docket", "tribunal", "cause", "plaintiffs", "role", "dispute", "filings", "received"):
        return replace(case, **{what: None})
    if what == "plaintiff's name" and case.plaintiffs:
        return replace(case, plaintiffs=tuple(replace(plaintiff, name=None) for plaintiff in case.plaintiffs))
    if what == "day of a paper" and case.received:
        *others, last = case.received
        return replace(case, received=(*others, replace(last, on=None)))
    if what == "day of a filing" and case.filings:
        # A report to the county government is told by its day; without one there are two.
        forgotten = tuple(
            replace(row, on=None) if index == 0 and row.duty != "risk_report" else row
            for index, row in enumerate(case.filings)
        )
        return replace(case, filings=forgotten)
    if what in ("services", "outcomes", "form") and case.decision:
        return replace(case, decision=replace(case.decision, **{what: None}))
    return case
