"""N6.6 — 六（6）: a judicial recommendation not answered as prescribed (facts.md B.6; AMB-16; rulings.md 4)."""

from __future__ import annotations

from collections.abc import Iterator

from accountability.findings import Finding
from accountability.rules.under_test import CaseUnderTest, find_about, overdue, timely
from accountability.trace import Guard
from litigation.duties.duty import Duty, DutyCode
from litigation.law.sentences import Scalar


def applies(case: CaseUnderTest) -> bool:
    """Whether a recommendation was received."""
    return bool(case.context.case.recommendations)


def test(case: CaseUnderTest) -> Iterator[Finding]:
    for duty in case.duties_to_test((DutyCode.RECOMMENDATION_REPLY,)):
        yield find_about(case.law, 6, "6", duty, _guards(duty, case.context.as_of))


def _guards(duty: Duty, as_of: Scalar) -> Iterator[Guard]:
    yield from timely(duty, as_of)
    yield from overdue(duty, as_of)
