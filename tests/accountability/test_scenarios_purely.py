"""Every acceptance scenario without Django, without a database and without a command: bundle in, document out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from accountability.assessment_document import as_document
from accountability.evaluate import assess
from litigation.facts import RegisterFacts
from litigation.law.in_force import law_in_force
from tests.scenario_comparison import load_scenario, mismatches, valid_scenarios

SCENARIOS = valid_scenarios()


def facts_of(bundle: dict[str, Any]) -> RegisterFacts:
    plain = {key: value for key, value in bundle.items() if key != "format"}
    return msgspec.convert(plain, RegisterFacts)


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_the_document_is_as_the_scenario_expects(path: Path) -> None:
    scenario = load_scenario(path)
    assessment = assess(facts_of(scenario["bundle"]), law_in_force(), date.fromisoformat(scenario["as_of"]))
    assert mismatches(scenario["expect"], as_document(assessment)) == []


def test_there_are_the_thirty_six() -> None:
    assert len(SCENARIOS) >= 36


def test_a_scenario_can_fail() -> None:
    scenario = load_scenario(SCENARIOS[0])
    assessment = assess(facts_of(scenario["bundle"]), law_in_force(), date(2020, 1, 1))
    assert mismatches(scenario["expect"], as_document(assessment)) != []
