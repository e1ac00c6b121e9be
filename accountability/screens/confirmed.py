"""A finding as of the day on which its result was last confirmed: time passing makes no new state, but more days late."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from accountability.findings import Finding
from accountability.trace import Trace
from litigation.duties.duty import Status
from litigation.law.sentences import Scalar

#: In the arithmetic of a duty that is past and still not done.
MISSED = f"duty.{Status.MISSED}"


def confirmed(finding: Finding, day: date | None) -> Finding:
    """``finding`` with the days late of ``day`` wherever its duty is still not done; None leaves it as it was stored.

    A result confirmed as of a later day says the same but for these two numbers, so this is what the rule would tell.
    """
    if day is None or finding.due is None or all(node.key != MISSED for node in finding.trace.basis):
        return finding
    late = (day - finding.due).days
    passed: dict[str, Scalar] = {"as_of": day, "days": late}
    trace = Trace(
        steps=tuple(replace(step, params=_with(step.params, passed)) for step in finding.trace.steps),
        basis=tuple(replace(node, params=_with(node.params, passed)) for node in finding.trace.basis),
    )
    return replace(finding, days_late=late, trace=trace)


def _with(params: Mapping[str, Scalar], passed: Mapping[str, Scalar]) -> dict[str, Scalar]:
    return {name: passed.get(name, value) for name, value in params.items()}
