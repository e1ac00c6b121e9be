"""N6.4 — 六（4）: answer, evidence and legal basis not handed in within the statutory limit (facts.md B.4; rulings.md 16)."""

from __future__ import annotations

from collections.abc import Iterator

from accountability.findings import Finding
from accountability.outcomes import Result
from accountability.rules.under_test import CaseUnderTest, find_about, overdue, timely
from accountability.trace import Guard
from litigation.duties.duty import Duty, DutyCode
from litigation.law.sentences import Scalar

ANSWERS = frozenset({DutyCode.DEFENCE, DutyCode.EVIDENCE, DutyCode.LEGAL_BASIS})
RETRIAL_REVIEW = "S-10"


def applies(case: CaseUnderTest) -> bool:
    """Whether any limit to answer has started."""
    return any(duty.code in ANSWERS for duty in case.duties)


def test(case: CaseUnderTest) -> Iterator[Finding]:
    for duty in case.duties_to_test(ANSWERS):
        yield find_about(case.law, 4, "4", duty, _guards(duty, case.context.as_of))


def _guards(duty: Duty, as_of: Scalar) -> Iterator[Guard]:
    yield from timely(duty, as_of)
    params: dict[str, Scalar] = {"rule": duty.rule, "retrial_review": RETRIAL_REVIEW, "duty": duty.code}
    # A written opinion in retrial review is owed, but whether its lapse is a failure is for people to say.
    yield Guard("answer.retrial_review", "equals", ("rule", "retrial_review"), params, Result.LEAD)
    yield from overdue(duty, as_of)
