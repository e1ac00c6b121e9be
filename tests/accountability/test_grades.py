"""Where a value rests on general knowledge (M) or on our own reading (I), whatever uses it says so (facts.md §0.1)."""

from __future__ import annotations

from datetime import date

import pytest

from accountability.explanations import explain, explain_duty, sentences
from litigation.law.citations import Grade
from litigation.law.loader import load_law
from litigation.law.sentences import Node
from tests.cast import (
    case,
    day,
    findings,
    got,
    judged,
    recommended,
    reconsideration,
    result,
    sent,
    the_duty,
)

OURS, KNOWN = "等级I", "等级M"


def test_two_months_for_a_new_act_are_our_own_reading_and_say_so() -> None:
    """rulings.md 13; B.5 (I)."""
    facts = case(instance="second", decision=judged("2022-06-10", "ordered_to_remake"), filings=[])
    found = result(facts, as_of="2022-12-31")
    duty = the_duty(found, "performance")
    assert OURS in explain_duty(duty, "zh")
    assert "grade I" in explain_duty(duty, "en")
    (finding,) = findings(found, "5")
    assert OURS in explain(finding, "zh")
    assert "第四十七条" in explain(finding, "zh")


def test_that_sixty_days_run_from_service_of_a_reconsideration_decision_is_our_reading() -> None:
    """facts.md B.4, S-17 (I)."""
    decided = {
        "form": "decision",
        "outcomes": ["ordered_to_remake"],
        "services": [{"party": "unit", "on": "2023-12-02"}],
        "performance": {},
    }
    duty = the_duty(result(reconsideration(decision=decided), as_of="2024-06-30"), "performance")
    assert (duty.rule, duty.due.default) == ("S-17", day("2024-01-31"))
    assert "送达之日起算" in explain_duty(duty, "zh")
    assert OURS in explain_duty(duty, "zh")


def test_a_stated_term_is_nobody_s_reading() -> None:
    facts = case(
        instance="second",
        decision=judged("2022-06-10", "ordered_to_remake", performance={"within_days": 60}),
        filings=[],
    )
    assert OURS not in explain_duty(the_duty(result(facts, as_of="2022-12-31"), "performance"), "zh")


def test_a_limit_read_in_its_text_says_nothing_of_grades() -> None:
    facts = case(received=[got("complaint", "2020-09-22")], submitted=sent("2020-10-08"))
    text = explain_duty(the_duty(result(facts, as_of="2021-06-30"), "defence"), "zh")
    assert OURS not in text
    assert KNOWN not in text


@pytest.mark.parametrize(
    ("received", "limit"), [("2014-03-03", day("2014-03-13")), ("2012-05-07", day("2012-05-17"))]
)
def test_the_ten_days_before_2015_are_general_knowledge_and_say_so(received: str, limit: date) -> None:
    """S-01: 10日 before, M."""
    facts = case(received=[got("complaint", received)], submitted=[])
    duty = the_duty(result(facts, as_of="2020-01-02"), "defence")
    assert duty.due.default == limit
    assert KNOWN in explain_duty(duty, "zh")
    assert "grade M" in explain_duty(duty, "en")


def test_counting_months_rests_on_general_knowledge_and_says_so() -> None:
    """facts.md §F: same day of the month, else month end (民法典 202, M)."""
    facts = case(recommendations=[recommended("2023-12-31", "general")])
    text = explain_duty(the_duty(result(facts, as_of="2024-12-31"), "recommendation_reply"), "zh")
    assert KNOWN in text


def test_a_source_known_only_generally_is_marked_in_the_list_of_sources() -> None:
    (finding,) = findings(
        result(case(conduct=[{"category": 1, "on": "2021-03-25"}]), as_of="2021-12-31"), "1"
    )
    graded = [statute for statute in load_law().categories[1].statutes if statute.grade in {Grade.M, Grade.I}]
    assert graded
    for statute in graded:
        assert f"{statute.zh}（{statute.grade}）" in finding.authority


def test_the_grades_that_must_be_said_are_exactly_m_and_i() -> None:
    assert {grade for grade in Grade if grade.must_be_said} == {Grade.M, Grade.I}


def test_a_judgment_that_stands_because_the_appeal_was_withdrawn_rests_on_general_knowledge_and_says_so() -> (
    None
):
    """facts.md C.6(8), M."""
    node = Node("effect.appeal_withdrawn", {"on": day("2022-06-10")})
    assert KNOWN in sentences().render(node, "zh")
    assert "grade M" in sentences().render(node, "en")


def test_that_a_make_up_saturday_stops_the_roll_is_our_own_reading_and_says_so() -> None:
    """AMB-03, I."""
    facts = case(received=[got("complaint", "2020-09-25")], submitted=[])
    text = explain_duty(the_duty(result(facts, as_of="2021-06-30"), "defence"), "zh")
    assert "2020" in text
    assert "为调休上班日，不顺延" in text
    assert OURS in text
