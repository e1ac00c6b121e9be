"""Every acceptance scenario as another office would run it: import_bundle, then assess, then the document is compared."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.apps import apps

from accountability import assessment_document
from tests.accountability.running import Site, run
from tests.scenario_comparison import invalid_scenarios, load_scenario, mismatches, valid_scenarios

SCHEMA = json.loads(
    (Path(assessment_document.__file__).parent / "assessment-1.schema.json").read_text(encoding="utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
VALID, INVALID = valid_scenarios(), invalid_scenarios()


def name_of(path: Path) -> str:
    return path.stem


def bundle_file(folder: Path, scenario: dict[str, Any]) -> Path:
    """The input of a scenario as a file of its own."""
    path = folder / "bundle.yaml"
    raw = scenario.get("raw")
    path.write_text(
        raw if raw is not None else json.dumps(scenario["bundle"], ensure_ascii=False), encoding="utf-8"
    )
    return path


def row_counts() -> dict[str, int]:
    """How many rows every table of the project and of Wagtail's pages has."""
    models = [
        *apps.get_app_config("litigation").get_models(),
        *apps.get_app_config("accountability").get_models(),
        *apps.get_app_config("wagtailcore").get_models(),
    ]
    return {model._meta.label: model._default_manager.count() for model in models}


@pytest.mark.django_db
@pytest.mark.parametrize("path", VALID, ids=name_of)
def test_the_document_is_as_the_scenario_expects(path: Path, tmp_path: Path) -> None:
    scenario = load_scenario(path)
    imported = run("import_bundle", bundle_file(tmp_path, scenario))
    assert imported.code == 0, imported.err
    ended = run("assess", "--as-of", scenario["as_of"], "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    document = ended.document()
    assert mismatches(scenario["expect"], document) == []
    assert [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(document)] == []


@pytest.mark.django_db
@pytest.mark.parametrize("path", INVALID, ids=name_of)
def test_input_to_be_refused_is_refused_whole(path: Path, tmp_path: Path) -> None:
    scenario = load_scenario(path)
    before = row_counts()
    ended = run("import_bundle", bundle_file(tmp_path, scenario))
    assert ended.code == 1
    assert ended.err.strip()
    assert [wanted for wanted in scenario["error_paths"] if wanted not in ended.err] == []
    assert row_counts() == before


def test_a_valid_and_an_invalid_scenario_in_real_processes(site: Site, tmp_path: Path) -> None:
    refused = load_scenario(next(path for path in INVALID if path.stem == "unknown-key"))
    ended = site.run("import_bundle", bundle_file(tmp_path, refused))
    assert ended.code == 1
    assert all(wanted in ended.err for wanted in refused["error_paths"])
    assert site.run("assess", "--format", "json").document()["cases"] == []

    scenario = load_scenario(VALID[0])
    assert site.run("import_bundle", bundle_file(tmp_path, scenario)).code == 0
    ended = site.run("assess", "--as-of", scenario["as_of"], "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    assert mismatches(scenario["expect"], ended.document()) == []


@pytest.mark.django_db
def test_all_scenarios_can_stand_in_one_register(tmp_path: Path) -> None:
    """Each with refs and units of its own: what one says is not changed by its neighbours."""
    scenarios = [load_scenario(path) for path in VALID]
    merged: dict[str, list[Any]] = {"units": [], "disputes": [], "cases": [], "annual_reports": []}
    for number, scenario in enumerate(scenarios):
        own = json.loads(_renamed(json.dumps(scenario["bundle"], ensure_ascii=False), scenario, number))
        for key in merged:
            merged[key] += own.get(key, [])
    path = bundle_file(tmp_path, {"bundle": {"format": "litigation-bundle/1", **merged}})
    assert run("import_bundle", path).code == 0
    problems = []
    for number, scenario in enumerate(scenarios):
        if "annual_reports" not in scenario["bundle"]:
            continue  # not known there; none of this unit here
        document = run("assess", "--as-of", scenario["as_of"], "--format", "json").document()
        expect = json.loads(_renamed(json.dumps(scenario["expect"], ensure_ascii=False), scenario, number))
        problems += [f"{scenario['name']}: {problem}" for problem in mismatches(expect, document)]
    assert problems == []


def _renamed(text: str, scenario: dict[str, Any], number: int) -> str:
    """``text`` with every code and ref made its own by a number."""
    names = [unit["code"] for unit in scenario["bundle"].get("units", [])]
    names += [record["ref"] for key in ("disputes", "cases") for record in scenario["bundle"].get(key, [])]
    for name in names:
        text = text.replace(f'"{name}"', f'"{name}-{number}"')
    return text


def test_the_days_of_the_scenarios_are_days() -> None:
    assert all(date.fromisoformat(load_scenario(path)["as_of"]) for path in VALID)
