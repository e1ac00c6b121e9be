"""litigation-assessment/1: what stands in the document and how it is sorted (bundle.md)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from accountability.assessment_document import as_document, to_json
from accountability.evaluate import assess
from litigation.facts import RegisterFacts
from litigation.law.in_force import LawInForce, law_in_force
from tests.cast import (
    case,
    day,
    filed_paper,
    got,
    head,
    held,
    judged,
    lawyer,
    recommended,
    register,
    report,
    sent,
    staff,
    taking,
    usual_law,
)


def document(
    facts: RegisterFacts, as_of: str = "2021-12-31", law: LawInForce | None = None, **choice: Any
) -> dict[str, Any]:
    return as_document(assess(facts, law or usual_law(), day(as_of)), **choice)


FACTS = register(
    case("C2", unit="JZ", hearings=[held("2021-03-25", lawyer())], filings=[]),
    case(
        "C1",
        received=[got("summons", "2021-03-01"), got("complaint", "2021-03-01")],
        submitted=sent("2021-03-20"),
        hearings=[held("2021-03-25", head(rank="principal"), staff())],
        recommendations=[recommended("2021-04-01", reply_within_days=30)],
        filings=[filed_paper("complaint", "2021-03-02")],
    ),
    reports=[report("AJ", 2020, "2020-12-24")],
)


def test_it_states_its_day_its_readings_and_how_far_the_calendar_goes() -> None:
    made = document(FACTS, law=taking(AMB_01="working"))
    assert (made["format"], made["as_of"]) == ("litigation-assessment/1", "2021-12-31")
    assert made["law"]["readings"]["AMB-01"] == "working"
    assert made["law"]["readings"]["AMB-03"] == "roll"
    assert len(made["law"]["readings"]) == 27
    assert made["law"]["calendar_until"] == "2026-12-31"
    assert made["law"]["version"]


def test_cases_are_sorted_by_ref_and_units_by_code() -> None:
    made = document(FACTS)
    assert [each["ref"] for each in made["cases"]] == ["C1", "C2"]
    codes = [each["code"] for each in made["units"]]
    assert codes == sorted(codes)


def test_duties_are_sorted_by_due_day_then_code_and_undated_ones_stand_last() -> None:
    facts = register(
        case(
            received=[got("judgment", None), got("complaint", "2021-03-01"), got("summons", "2021-02-01")],
            submitted=[],
            filings=[],
        )
    )
    (made,) = document(facts)["cases"]
    keys = [(duty["due"]["default"] or "9999", duty["code"]) for duty in made["duties"]]
    assert keys == sorted(keys)
    assert keys[-1][0] == "9999"


def test_findings_are_sorted_by_due_day_then_code() -> None:
    facts = register(
        case(
            received=[got("complaint", "2021-03-01"), got("summons", "2021-02-01")], submitted=[], filings=[]
        )
    )
    (made,) = document(facts)["cases"]
    assert [finding["code"] for finding in made["findings"]] == ["7a", "7d", "7d", "4", "4", "4"]


def test_clear_tests_are_not_findings() -> None:
    made = document(FACTS)
    assert not [
        finding for each in made["cases"] for finding in each["findings"] if finding["outcome"] == "clear"
    ]


def test_a_unit_counts_the_findings_of_its_cases_and_its_own() -> None:
    """rulings.md 20."""
    made = {each["code"]: each for each in document(FACTS)["units"]}
    town = made["JZ"]["categories"]
    assert town["3"] == {"breach": 1, "reading_dependent": 0, "lead": 0, "undetermined": 0}
    # Two annual reports (2020, 2021) that nobody made; nothing else to report.
    assert town["7"]["breach"] == 1
    assert town["7"]["reading_dependent"] == 0
    assert made["JZ"]["duties"][0]["code"] == "annual_report"
    assert made["AJ"]["attendance"] == {
        "due": 1,
        "appeared": 1,
        "excused": 0,
        "renewed_due": 0,
        "renewed_honoured": 0,
        "principal": 1,
    }


def test_choosing_cases_or_units_shows_less_and_counts_the_same() -> None:
    whole, chosen = document(FACTS), document(FACTS, cases=["C2"])
    assert [each["ref"] for each in chosen["cases"]] == ["C2"]
    assert [each["code"] for each in chosen["units"]] == ["JZ"]
    assert chosen["units"][0] in whole["units"]
    by_unit = document(FACTS, units=["AJ"])
    assert [each["ref"] for each in by_unit["cases"]] == ["C1"]
    assert [each["code"] for each in by_unit["units"]] == ["AJ"]


def test_a_duty_says_clause_row_trigger_and_the_three_days() -> None:
    (first, _) = document(FACTS)["cases"]
    defence = next(duty for duty in first["duties"] if duty["code"] == "defence")
    explanation = defence.pop("explanation")
    assert set(explanation) == {"zh", "en"}
    assert defence == {
        "code": "defence",
        "clause": "N3.2",
        "rule": "S-01",
        "trigger": {"document": "complaint", "on": "2021-03-01"},
        "due": {"strict": None, "default": "2021-03-16", "lenient": None},
        "done_on": "2021-03-20",
        "status": "late",
        "days_late": 4,
        "application": "by_reference",
    }


def test_a_finding_says_what_it_is_about() -> None:
    made = document(FACTS)["cases"]
    subjects = {
        (finding["code"], json.dumps(finding.get("subject"))) for each in made for finding in each["findings"]
    }
    assert ("3", '{"hearing_on": "2021-03-25"}') in subjects
    assert ("6", '{"recommendation": "R1"}') in subjects
    assert ("7d", '{"document": "summons", "on": "2021-03-01"}') in subjects


def test_missing_comes_with_undetermined_only() -> None:
    facts = register(case(received=[got("complaint", "2021-03-01")], filings=[]))
    for finding in document(facts)["cases"][0]["findings"]:
        assert ("missing" in finding) is (finding["outcome"] == "undetermined")


def test_recorded_at_is_told_only_where_it_was_given() -> None:
    assert "recorded_at" not in document(FACTS)
    assert (
        document(FACTS, recorded_at="2021-12-31T00:00:00+08:00")["recorded_at"] == "2021-12-31T00:00:00+08:00"
    )


def test_a_day_past_the_calendar_may_be_planned_with_and_is_never_tested() -> None:
    """rulings.md 25."""
    facts = register(case(received=[got("complaint", "2026-12-25")], submitted=[], filings=[]))
    (made,) = document(facts, as_of="2027-06-30")["cases"]
    defence = next(duty for duty in made["duties"] if duty["code"] == "defence")
    assert defence["due"] == {"strict": None, "default": None, "lenient": None}
    assert defence["provisional_due"] == "2027-01-11"
    assert defence["status"] == "undetermined"


def test_before_effect_loss_and_effect_are_told_as_they_are() -> None:
    facts = register(
        case("C1", decision=judged("2021-12-20", "revoked"), filings=[]),
        case("C2", decision={"form": "judgment", "outcomes": ["revoked"]}, filings=[]),
    )
    pending, unknown = document(facts)["cases"]
    assert (pending["loss"], pending["effective_on"]) == (False, None)
    assert (unknown["loss"], unknown["effective_on"]) == (None, None)


def test_chinese_stands_as_chinese_and_the_text_ends_with_a_line_feed() -> None:
    text = to_json(document(FACTS))
    assert "起诉状副本" in text
    assert text.endswith("}\n")
    assert json.loads(text) == document(FACTS)


@pytest.mark.parametrize("law_at", ["2020-01-15", "2021-01-01", "2024-01-01", "2026-06-01"])
def test_any_law_day_of_the_register_s_life_can_be_asked_for(law_at: str) -> None:
    facts = register(
        case(
            "C1",
            received=[got("complaint", "2021-03-01")],
            submitted=[],
            hearings=[held("2021-03-25", staff(), summons_valid=None)],
            decision=judged("2021-06-01", "ordered_to_remake"),
            filings=[],
        ),
    )
    made = document(facts, law=law_in_force(law_at=day(law_at)))
    assert made["cases"][0]["categories"]["4"] == "breach"
