"""N6.7 — 六（7）: reports and filings not made as prescribed, by the letters of facts.md B.7."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from accountability.findings import Finding
from accountability.outcomes import Result
from accountability.rules.under_test import CaseUnderTest, find_about, overdue, timely
from accountability.trace import Guard
from litigation.duties.duty import Duty, DutyCode, Status
from litigation.law.in_force import LawInForce
from litigation.law.sentences import Scalar

LETTERS = {
    DutyCode.APPEARANCE_REGISTRATION: "7a",
    DutyCode.RISK_REPORT: "7b",
    DutyCode.ANNUAL_REPORT: "7c",
    DutyCode.DOCUMENT_FILING: "7d",
    DutyCode.APPEAL_REVIEW: "7e",
    DutyCode.LOSS_ANALYSIS: "7f",
    DutyCode.RECOMMENDATION_COPY: "7g",
    DutyCode.ARCHIVE_FILING: "7h",
}


def applies(case: CaseUnderTest) -> bool:
    return True


def test(case: CaseUnderTest) -> Iterator[Finding]:
    yield from reporting_findings(case.law, case.duties_to_test(LETTERS), case.context.as_of)


def reporting_findings(law: LawInForce, duties: Iterable[Duty], as_of: date) -> Iterator[Finding]:
    """One finding per duty to report, of a case or of a unit."""
    for duty in duties:
        if duty.code in LETTERS:
            yield find_about(law, 7, LETTERS[duty.code], duty, _guards(duty, as_of))


def _guards(duty: Duty, as_of: Scalar) -> Iterator[Guard]:
    defective: dict[str, Scalar] = {
        "defective": duty.defective and duty.status in {Status.MET, Status.LATE},
        "done": duty.done_on,
    }
    # 漏项、不实: a registration that names an unqualified head or leaves fields out is not made as prescribed.
    yield Guard("report.defective", "is_true", ("defective",), defective, Result.BREACH)
    yield from timely(duty, as_of)
    yield from overdue(duty, as_of)
