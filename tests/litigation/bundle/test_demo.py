"""The demonstration bundle: plausible, invented, importable file by file, and showing what the nine tests can say."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from accountability.evaluate import assess
from litigation import bundle
from litigation.bundle import Known, as_document, normalise, read, to_yaml
from litigation.bundle.generate.days import is_working
from litigation.facts import RegisterFacts
from litigation.law.in_force import law_in_force

FOLDER = Path(bundle.__file__).parent / "demo"
FILES = sorted(FOLDER.glob("*.yaml"))


def read_in_order() -> list[RegisterFacts]:
    """Each file by itself, referring to records of the files before it, as import_bundle reads them."""
    known, registers = Known(), []
    for path in FILES:
        register = read(path.read_bytes(), source=path.name, known=known)
        registers.append(register)
        known = Known(
            units=known.units | {unit.code for unit in register.units},
            disputes=known.disputes | {dispute.ref for dispute in register.disputes},
            cases=known.cases | {case.ref for case in register.cases},
        )
    return registers


@pytest.fixture(scope="module")
def demo() -> RegisterFacts:
    parts = read_in_order()
    return RegisterFacts(
        units=tuple(unit for part in parts for unit in part.units),
        disputes=tuple(dispute for part in parts for dispute in part.disputes),
        cases=tuple(case for part in parts for case in part.cases),
        annual_reports=tuple(report for part in parts for report in part.annual_reports or ()),
    )


def test_all_files_together_are_one_sound_bundle(demo):
    assert normalise(read(to_yaml(demo), source="demo")) == normalise(demo)


def test_it_tells_about_sixty_cases_of_seven_years(demo):
    assert 55 <= len(demo.cases) <= 70
    years = {row.on.year for case in demo.cases for row in case.received or () if row.on}
    assert years == set(range(2020, 2027))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_opens_by_saying_what_it_is_and_comments_each_case(path):
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    assert len(lines) < 300
    assert "虚构" in lines[0]
    assert lines[1].startswith("# ")
    assert len(re.findall(r"^  # .*\n(?:  # .*\n)*  - ref:", text, re.MULTILINE)) == text.count("\n  - ref:")


def test_a_unit_has_a_docket_once_and_only_co_respondents_share_one(demo):
    of_unit = Counter((case.unit, case.docket) for case in demo.cases)
    assert max(of_unit.values()) == 1
    shared = {docket for docket, count in Counter(case.docket for case in demo.cases).items() if count > 1}
    assert all(case.role != "sole" for case in demo.cases if case.docket in shared)


def test_nobody_is_named(demo):
    persons = {row.name for case in demo.cases for row in case.plaintiffs or () if row.kind == "person"}
    others = {row.name for case in demo.cases for row in case.plaintiffs or () if row.kind == "organisation"}
    heads = {
        person.name
        for case in demo.cases
        for hearing in case.hearings or ()
        for person in hearing.attendance or ()
        if person.name
    }
    assert all(re.fullmatch(".某", name) for name in persons)
    assert all(name.startswith("某") for name in others)
    assert heads <= set("甲乙丙丁")


def test_courts_sit_on_weekdays_that_are_no_holidays(demo):
    days = [hearing.on for case in demo.cases for hearing in case.hearings or ()]
    days += [row.hearing_on for case in demo.cases for row in case.received or () if row.hearing_on]
    assert all(is_working(day) and day.weekday() < 5 for day in days)


def test_what_the_unit_files_it_files_on_a_working_day(demo):
    assert all(is_working(row.on) for case in demo.cases for row in case.filings or () if row.on)


def test_it_uses_every_kind_of_case_instance_and_role(demo):
    for field, count in {"kind": 6, "instance": 6, "role": 4, "procedure": 2}.items():
        assert len({getattr(case, field) for case in demo.cases} - {None}) == count
    assert {unit.kind for unit in demo.units if any(case.unit == unit.code for case in demo.cases)} >= {
        "county_government", "department", "town", "subdistrict", "authorised_organisation",
    }  # fmt: skip
    assert "effective_on" in str(as_document(demo))


def test_it_shows_every_result_that_a_category_can_have(demo):
    assessment = assess(demo, law_in_force(), date(2026, 10, 31))
    shown = {
        category: {case.categories[category].value for case in assessment.cases} - {"clear", "not_applicable"}
        for category in range(1, 10)
    }
    assert shown == {
        1: {"breach", "lead"},
        2: {"breach", "reading_dependent", "undetermined"},
        3: {"breach", "undetermined"},
        4: {"breach", "undetermined", "lead"},
        5: {"breach", "undetermined", "lead"},
        6: {"breach", "reading_dependent", "undetermined"},
        7: {"breach", "reading_dependent", "undetermined"},
        8: {"breach", "lead"},
        9: {"breach", "lead"},
    }


def test_most_cases_are_handled_well(demo):
    assessment = assess(demo, law_in_force(), date(2026, 10, 31))
    clean = [case for case in assessment.cases if not case.findings]
    assert len(clean) > len(assessment.cases) / 3
