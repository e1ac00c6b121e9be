"""N6.5: refusing to perform (B.5; rulings.md 5, 13, 14)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cast import case, findings, judged, outcomes, result

SIGNS = ("enforcement_notice", "fine", "public_notice", "detention", "written_refusal")


def said(
    code: str = "5", *, as_of: str = "2022-12-31", within_days: int = 60, **performance: Any
) -> list[str]:
    """A judgment in effect on 2022-06-10; the term of sixty days ends on 2022-08-09."""
    decision = judged(
        "2022-06-10",
        "revoked",
        "ordered_to_remake",
        disposition="upheld",
        performance={"within_days": within_days, **performance},
    )
    return outcomes(result(case(instance="second", decision=decision, filings=[]), as_of=as_of), code)


def refusing(kind: str, on: str | None = "2022-08-15") -> list[dict[str, Any]]:
    return [{"kind": kind, "on": on}]


def test_overdue_alone_is_a_lead() -> None:
    assert said(as_of="2022-08-10") == ["lead"]


@pytest.mark.parametrize("sign", SIGNS)
def test_overdue_with_a_sign_of_refusal_is_a_breach(sign: str) -> None:
    assert said(refusal=refusing(sign)) == ["breach"]


@pytest.mark.parametrize("sign", SIGNS)
def test_before_the_sign_came_it_was_a_lead(sign: str) -> None:
    assert said(refusal=refusing(sign), as_of="2022-08-14") == ["lead"]
    assert said(refusal=refusing(sign), as_of="2022-08-15") == ["breach"]


def test_a_sign_within_the_term_is_no_refusal_yet() -> None:
    assert said(refusal=refusing("written_refusal", "2022-07-01"), as_of="2022-08-09") == ["clear"]
    assert said(refusal=refusing("written_refusal", "2022-07-01"), as_of="2022-08-10") == ["breach"]


def test_performance_in_time_is_clear_whatever_was_written_before() -> None:
    assert said(refusal=refusing("written_refusal", "2022-07-01"), performed_on="2022-08-09") == ["clear"]


def test_late_performance_without_a_sign_is_a_lead_and_after_one_a_breach() -> None:
    assert said(performed_on="2022-08-30") == ["lead"]
    assert said(performed_on="2022-08-30", refusal=refusing("enforcement_notice")) == ["breach"]


def test_a_sign_after_performance_shows_no_refusal() -> None:
    assert said(performed_on="2022-08-12", refusal=refusing("enforcement_notice")) == ["lead"]


def test_the_same_act_again_is_a_lead_in_5_and_in_9() -> None:
    """rulings.md 5: sameness is a judgment."""
    refusal = refusing("same_act_repeated", "2022-08-01")
    assert sorted(said(performed_on="2022-08-01", refusal=refusal)) == ["clear", "lead"]
    assert said("9", performed_on="2022-08-01", refusal=refusal) == ["lead"]


def test_the_same_act_again_does_not_make_the_overdue_one_a_breach() -> None:
    assert sorted(said(refusal=refusing("same_act_repeated"))) == ["lead", "lead"]


def test_a_new_act_without_a_term_that_lapses_is_a_lead() -> None:
    """rulings.md 13."""
    decision = judged("2022-06-10", "revoked", "ordered_to_remake", disposition="upheld")
    facts = case(instance="second", decision=decision, filings=[])
    assert outcomes(result(facts, as_of="2022-08-10"), "5") == ["clear"]
    assert outcomes(result(facts, as_of="2022-08-11"), "5") == ["lead"]


def test_a_suspension_within_the_term_clears_it_and_one_after_it_does_not() -> None:
    assert said(suspensions=[{"on": "2022-08-05"}], refusal=refusing("written_refusal")) == ["clear"]
    assert said(suspensions=[{"on": "2022-08-20"}], refusal=refusing("enforcement_notice")) == ["breach"]


@pytest.mark.parametrize("sign", ["fine", "detention", "public_notice"])
def test_a_measure_of_the_court_is_a_lead_in_8_too(sign: str) -> None:
    assert said("8", refusal=refusing(sign)) == ["lead"]


@pytest.mark.parametrize("sign", ["enforcement_notice", "written_refusal", "same_act_repeated"])
def test_other_signs_are_none_in_8(sign: str) -> None:
    assert said("8", refusal=refusing(sign)) == []


def test_before_effect_it_does_not_apply() -> None:
    facts = case(
        decision=judged("2022-06-10", "ordered_to_remake", appeals=[{"by": "unit", "on": "2022-06-20"}])
    )
    assert str(result(facts, as_of="2022-12-31").categories[5]) == "not_applicable"


def test_the_breach_names_statute_and_term() -> None:
    decision = judged(
        "2022-06-10",
        "ordered_to_remake",
        disposition="upheld",
        performance={"within_days": 60, "refusal": refusing("fine")},
    )
    (finding,) = findings(
        result(case(instance="second", decision=decision, filings=[]), as_of="2022-12-31"), "5"
    )
    assert finding.authority[0] == "N6.5"
    assert "N3.7" in finding.authority
    assert any("第九十六条" in source for source in finding.authority)
    assert not [source for source in finding.authority if "复议" in source or "仲裁" in source]


def test_a_reconsideration_decision_cites_the_law_of_its_own_day() -> None:
    """B.5: 2017 arts 32, 37 before 2024; 2023 art 77 after. A 2022 decision was not refused under a law of 2024."""
    decision = {
        "form": "decision",
        "outcomes": ["ordered_to_perform"],
        "services": [{"party": "unit", "on": "2022-06-10"}],
        "performance": {"within_days": 60, "refusal": refusing("written_refusal")},
    }
    facts = case(kind="reconsideration", instance="none", decision=decision, filings=[])
    (finding,) = findings(result(facts, as_of="2022-12-31"), "5")
    assert not [source for source in finding.authority if "2023" in source]
    assert any("2017" in source for source in finding.authority)


@pytest.mark.parametrize("sign", ["enforcement_notice", "fine", "public_notice", "detention"])
def test_enforcement_after_a_suspension_leaves_open_since_when_the_term_runs_again(sign: str) -> None:
    """rulings.md 14: the clock stays stopped until a later record ends it."""
    assert said(suspensions=[{"on": "2022-08-05"}], refusal=refusing(sign, "2022-08-15")) == ["undetermined"]
    assert said(suspensions=[{"on": "2022-08-05"}], refusal=refusing(sign, "2022-08-01")) == ["clear"]
