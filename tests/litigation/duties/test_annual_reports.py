"""N5.2: the annual reports on their fixed dates (scenarios.md SC-13; AMB-04, AMB-05)."""

from __future__ import annotations

import pytest

from litigation.duties.duty import Duty, Status
from litigation.facts import AnnualReport
from litigation.law.in_force import LawInForce, law_in_force
from tests.cast import UNITS, day, duties, outcomes, report, taking, unit_result


def of(unit: str, year: int, *reports: AnnualReport, as_of: str, law: LawInForce | None = None) -> Duty:
    found = unit_result(unit, reports=reports, as_of=as_of, law=law)
    (duty,) = [duty for duty in duties(found, "annual_report") if duty.year == year]
    return duty


@pytest.mark.parametrize(
    ("unit", "year", "on", "recipient", "status", "outcome"),
    [
        ("JZ", 2022, "2023-01-03", "county", Status.LATE, "reading_dependent"),
        ("JZ", 2023, "2024-01-05", "county", Status.LATE, "breach"),
        ("JZ", 2021, "2021-12-31", "county", Status.MET, "clear"),
        ("XZF", 2020, "2021-01-11", "city", Status.LATE, "reading_dependent"),
        ("XZF", 2025, "2026-01-09", "city", Status.MET, "clear"),
        ("XZF", 2025, "2026-01-10", "city", Status.MET, "clear"),
        ("JZ", 2020, "2020-12-31", "county", Status.MET, "clear"),
    ],
)
def test_the_rows_of_sc_13(
    unit: str, year: int, on: str, recipient: str, status: Status, outcome: str
) -> None:
    reports = [report(unit, year, on, recipient)]
    assert of(unit, year, *reports, as_of="2026-11-22").status is status
    found = unit_result(unit, reports=reports, as_of="2026-11-22")
    said = {finding.subject.year: str(finding.outcome) for finding in found.tested if finding.code == "7c"}
    assert said[year] == outcome


def test_the_first_report_is_that_of_2020() -> None:
    found = unit_result("JZ", reports=[], as_of="2022-12-31")
    assert [duty.year for duty in duties(found, "annual_report")] == [2020, 2021, 2022]
    assert duties(found, "annual_report")[0].due.default == day("2020-12-31")


@pytest.mark.parametrize(
    ("unit", "as_of", "years"),
    [
        ("JZ", "2020-12-30", []),
        ("JZ", "2020-12-31", [2020]),
        ("XZF", "2021-01-09", []),
        ("XZF", "2021-01-10", [2020]),
    ],
)
def test_a_report_is_listed_from_its_fixed_date_on(unit: str, as_of: str, years: list[int]) -> None:
    assert [
        duty.year for duty in duties(unit_result(unit, reports=[], as_of=as_of), "annual_report")
    ] == years


@pytest.mark.parametrize(("as_of", "status"), [("2020-12-31", Status.OPEN), ("2021-01-01", Status.MISSED)])
def test_a_report_never_made_is_missed_the_day_after(as_of: str, status: Status) -> None:
    assert of("JZ", 2020, as_of=as_of).status is status


def test_every_unit_reports_to_the_county_and_the_county_to_the_city() -> None:
    for unit in UNITS:
        duty = of(unit.code, 2021, as_of="2022-06-30")
        assert duty.clause == ("N5.2b" if unit.code == "XZF" else "N5.2a")
        assert duty.due.default == day("2022-01-10" if unit.code == "XZF" else "2021-12-31")


def test_a_report_to_the_wrong_recipient_or_of_another_unit_or_year_is_none() -> None:
    wrong = [
        report("JZ", 2021, "2021-12-01", "city"),
        report("AJ", 2021, "2021-12-01"),
        report("JZ", 2020, "2021-12-01"),
    ]
    assert of("JZ", 2021, *wrong, as_of="2022-06-30").status is Status.MISSED


def test_while_nobody_recorded_the_reports_they_are_undetermined() -> None:
    found = unit_result("JZ", as_of="2021-06-30")
    (duty,) = duties(found, "annual_report")
    assert (duty.status, duty.missing) == (Status.UNDETERMINED, ("annual_reports",))
    assert outcomes(found, "7c") == ["undetermined"]


def test_a_report_of_unknown_day_leaves_it_undetermined() -> None:
    duty = of("JZ", 2020, report("JZ", 2020, None), as_of="2021-06-30")
    assert (duty.status, duty.missing) == (Status.UNDETERMINED, ("annual_reports[2020].on",))


def test_under_amb_04_the_dates_roll() -> None:
    law = taking(AMB_04="roll")
    assert of("JZ", 2022, as_of="2023-06-30", law=law).due.default == day("2023-01-03")
    assert of("XZF", 2020, as_of="2021-06-30", law=law).due.default == day("2021-01-11")


def test_under_amb_05_by_10_january_means_the_ninth_and_the_end_of_december_stays() -> None:
    """AMB-05 is about the word 前, which only the county's date has (facts.md A.3; scenarios.md SC-13)."""
    law = taking(AMB_05="exclusive")
    assert of("XZF", 2021, as_of="2022-06-30", law=law).due.default == day("2022-01-09")
    assert of("JZ", 2021, as_of="2022-06-30", law=law).due.default == day("2021-12-31")


def test_a_later_notice_moves_the_first_year() -> None:
    law = law_in_force(notice_from=day("2021-03-01"))
    found = unit_result("JZ", reports=[], as_of="2022-12-31", law=law)
    assert [duty.year for duty in duties(found, "annual_report")] == [2021, 2022]


def test_the_county_s_report_for_2026_waits_for_the_calendar() -> None:
    duty = of("XZF", 2026, as_of="2027-02-01")
    assert (duty.status, duty.missing, duty.due.strict) == (
        Status.UNDETERMINED,
        ("calendar",),
        day("2027-01-10"),
    )


def test_the_report_due_on_the_last_day_of_2026_does_not() -> None:
    assert of("JZ", 2026, as_of="2027-02-01").status is Status.MISSED


def test_the_clause_addresses_towns_and_departments_and_others_by_reference() -> None:
    assert of("JZ", 2021, as_of="2022-06-30").application == "direct"
    assert of("AJ", 2021, as_of="2022-06-30").application == "direct"
    assert of("XZF", 2021, as_of="2022-06-30").application == "direct"
    assert of("SBZX", 2021, as_of="2022-06-30").application == "by_reference"
