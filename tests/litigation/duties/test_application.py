"""直接适用 or 参照: how the notice applies to the unit that answers (scope clause; rulings.md 24; facts.md A.1)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cast import case, filed, findings, got, judged, recommended, result

FACTS: dict[str, Any] = {
    "received": [got("response_notice", "2021-03-01"), got("complaint", "2021-03-01")],
    "submitted": [],
    "recommendations": [recommended("2021-04-01", reply_within_days=30)],
    "decision": judged("2021-05-10", "revoked"),
    "filings": [filed("appeal_review", "2021-06-10")],
    "closed_on": "2021-09-01",
    "sensitive": {"flagged_on": "2021-03-02"},
}
# What 五（二）（三）（六） say to towns and departments by name they say directly; the rest reaches them by the scope clause.
BY_NAME = {"document_filing"}


@pytest.mark.parametrize("unit", ["XZF", "AJ", "JZ", "YB", "SFJ", "SBZX"])
def test_every_duty_says_how_the_notice_applies_to_the_unit(unit: str) -> None:
    labels = {
        duty.code: duty.application for duty in result(case(unit=unit, **FACTS), as_of="2021-12-31").duties
    }
    assert len(labels) >= 9
    for code, label in labels.items():
        direct = unit == "XZF" or (code in BY_NAME and unit != "SBZX")
        assert label == ("direct" if direct else "by_reference"), code


def test_the_justice_bureau_that_answers_for_the_county_is_bound_as_the_county_is() -> None:
    found = result(case(unit="SFJ", role="reconsideration_organ", **FACTS), as_of="2021-12-31")
    assert {duty.application for duty in found.duties} == {"direct"}


def test_both_are_tested_all_the_same() -> None:
    for unit in ("XZF", "SBZX"):
        assert findings(result(case(unit=unit, **FACTS), as_of="2021-12-31"), "7a")[0].outcome == "breach"
