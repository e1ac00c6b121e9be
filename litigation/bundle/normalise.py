"""What a bundle can say of a register, in one order: two registers that say the same thing become equal values."""

from __future__ import annotations

import msgspec

from litigation.bundle.docket import one_spelling
from litigation.bundle.write import as_document
from litigation.facts import AnnualReport, RegisterFacts


def normalise(register: RegisterFacts) -> RegisterFacts:
    """``register`` without what no bundle holds (row identities, returned filings, days of acceptance), sorted by ref.

    Units, disputes, cases and annual reports are sorted; the children of a case keep their order, which is theirs.
    """
    plain = msgspec.convert(as_document(register), RegisterFacts)
    cases = (
        msgspec.structs.replace(case, docket=one_spelling(case.docket))
        if case.docket and case.is_court_case
        else case
        for case in plain.cases
    )
    reports = plain.annual_reports
    return RegisterFacts(
        units=tuple(sorted(plain.units, key=lambda unit: unit.code)),
        disputes=tuple(sorted(plain.disputes, key=lambda dispute: dispute.ref)),
        cases=tuple(sorted(cases, key=lambda case: case.ref)),
        annual_reports=None if reports is None else tuple(sorted(reports, key=_report_order)),
    )


def _report_order(report: AnnualReport) -> tuple[str, int, str, str]:
    return report.unit, report.year, report.recipient or "", report.on.isoformat() if report.on else ""
