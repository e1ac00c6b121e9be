"""N5.2 — 意见五（二）: annual reports on fixed dates, units to county and county to city (AMB-04, AMB-05)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from litigation.duties.assemble import assemble
from litigation.duties.case_in_context import Docket
from litigation.duties.duty import Duty, DutyCode, Event, Trigger
from litigation.duties.notice_clock import unit_application
from litigation.duties.timing import Act, earliest, settle
from litigation.facts import UnitFacts
from litigation.law.in_force import LawInForce
from litigation.vocabulary import Recipient, UnitKind


def annual_duties(docket: Docket, law: LawInForce, unit: UnitFacts) -> Iterator[Duty]:
    """A report for every year whose fixed date has come by ``as_of``; the first year is that of the notice."""
    to_city = unit.kind is UnitKind.COUNTY_GOVERNMENT
    clause = "N5.2b" if to_city else "N5.2a"
    for year in range(law.notice_from.year, docket.as_of.year + 1):
        fixed = fixed_date(law, clause, year)
        # The trigger of a fixed date is the date itself: before it the duty is not listed (bundle.md).
        if fixed is None or fixed > docket.as_of:
            continue
        value = law.obligation(clause, fixed)
        if value is None:
            continue
        count = law.counter.fixed(fixed, says_before=to_city)
        act = _reported(docket, unit, year, Recipient.CITY if to_city else Recipient.COUNTY)
        settled = settle(count, act, docket.as_of)
        yield assemble(
            code=DutyCode.ANNUAL_REPORT,
            clause=clause,
            value=value,
            trigger=Trigger(event=Event.FIXED_DATE, on=fixed),
            started=(),
            count=count,
            act=act,
            settled=settled,
            year=year,
            application=unit_application(law, unit, clause),
        )


def fixed_date(law: LawInForce, clause: str, year: int) -> date | None:
    """The fixed date of the report for ``year``: 31 December of it, or 10 January after it."""
    value = law.obligation(clause, max(date(year, 12, 31), law.notice_from))
    if value is None or value.fixed is None:
        return None
    month, day = value.fixed.split("-")
    return date(year + value.year_offset, int(month), int(day))


def _reported(docket: Docket, unit: UnitFacts, year: int, recipient: Recipient) -> Act:
    if docket.annual_reports is None or unit.code in docket.reports_unknown:
        return Act(missing=("annual_reports",))
    days = [
        report.on
        for report in docket.annual_reports
        if report.unit == unit.code and report.year == year and report.recipient in {recipient, None}
    ]
    return earliest(days, f"annual_reports[{year}].on")
