"""Annual reports: every unit to the county by the end of December, the county to the city by 10 January (N5.2)."""

from __future__ import annotations

from datetime import date, timedelta

from litigation.bundle.generate.county import COUNTY, UNITS
from litigation.bundle.generate.days import FIRST_DAY, LAST_DAY, working
from litigation.bundle.generate.luck import Luck
from litigation.facts import AnnualReport
from litigation.vocabulary import Recipient

_STORIES = {
    "in time": 30,
    "after the holiday": 2,
    "late": 2,
    "never": 2,
    "day unknown": 1,
    "recipient unknown": 1,
}


def annual_reports(luck: Luck) -> tuple[AnnualReport, ...]:
    """The reports of all units on all years that ended before the register does."""
    reports = (
        _report(luck, unit.code, year) for year in range(FIRST_DAY.year, LAST_DAY.year) for unit in UNITS
    )
    return tuple(report for report in reports if report)


def _report(luck: Luck, unit: str, year: int) -> AnnualReport | None:
    story = luck.deal("report", _STORIES)
    if story == "never":
        return None
    recipient = Recipient.CITY if unit == COUNTY else Recipient.COUNTY
    last_day = date(year + 1, 1, 10) if unit == COUNTY else date(year, 12, 31)
    on = working(last_day - timedelta(days=luck.between(4, 16)))
    if story == "after the holiday":
        on = working(last_day + timedelta(days=1))
    elif story == "late":
        on = working(last_day + timedelta(days=luck.between(5, 40)))
    return AnnualReport(
        unit=unit,
        year=year,
        on=None if story == "day unknown" else on,
        recipient=None if story == "recipient unknown" else recipient,
    )
