"""manage.py generate_bundle: the same bytes for the same seed, valid by the published schema, to a file or a pipe."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from jsonschema import Draft202012Validator

from litigation import bundle
from litigation.bundle import normalise, read
from litigation.management import progress
from litigation.yaml_core import load

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads((Path(bundle.__file__).parent / "bundle-1.schema.json").read_text(encoding="utf-8"))


def generated(*arguments: object) -> str:
    out = io.StringIO()
    call_command("generate_bundle", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_the_same_number_and_seed_give_the_same_text_and_another_seed_another() -> None:
    first = generated("--cases", 40, "--seed", 3)
    assert first == generated("--cases", 40, "--seed", 3)
    assert first != generated("--cases", 40, "--seed", 4)
    assert generated("--cases", 5) == generated("--cases", 5, "--seed", 1)


def test_the_bytes_are_the_same_in_every_process_and_utf_8_on_every_terminal() -> None:
    outputs = [
        subprocess.run(
            [sys.executable, "manage.py", "generate_bundle", "--cases", "20", "--seed", "7"],
            cwd=ROOT,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.test", **variables},
            capture_output=True,
            check=True,
        ).stdout
        for variables in ({"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2", "PYTHONIOENCODING": "latin-1"})
    ]
    assert outputs[0] == outputs[1] == generated("--cases", 20, "--seed", 7).encode()


@pytest.mark.parametrize(("cases", "seed"), [(0, 1), (1, 1), (1, -5), (60, 2), (450, 3)])
@pytest.mark.parametrize("form", ["yaml", "json"])
def test_it_is_valid_by_the_published_schema_and_has_as_many_cases_as_asked_for(
    cases: int, seed: int, form: str
) -> None:
    text = generated("--cases", cases, "--seed", seed, "--format", form)
    data = json.loads(text) if form == "json" else load(text, "generated").data
    assert list(Draft202012Validator(SCHEMA).iter_errors(data)) == []
    register = read(text, source="generated")
    assert len(register.cases) == cases
    assert register.units


def test_yaml_and_json_say_the_same() -> None:
    as_yaml, as_json = (
        read(generated("--cases", 30, "--format", form), source=form) for form in ("yaml", "json")
    )
    assert normalise(as_yaml) == normalise(as_json)


def test_ten_thousand_cases_are_a_bundle_that_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    generated("--cases", 10_000, "--format", "json", "-o", path)
    refs = [case.ref for case in read(path.read_bytes(), source="large").cases]
    assert len(refs) == len(set(refs)) == 10_000


def test_a_file_is_replaced_whole_and_standard_output_stays_empty(tmp_path: Path) -> None:
    path = tmp_path / "out.yaml"
    path.write_text("before", encoding="utf-8")
    assert generated("--cases", 2, "--output", path) == ""
    assert path.read_text(encoding="utf-8") == generated("--cases", 2)
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.yaml"]


def test_where_nothing_can_be_written_the_path_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    for path in (tmp_path / "no" / "folder" / "out.yaml", tmp_path):
        with pytest.raises(CommandError, match=str(path)) as error:
            generated("--cases", 1, "-o", path)
        assert error.value.returncode == 1
    assert list(tmp_path.iterdir()) == []


def test_a_long_one_says_what_it_does_on_standard_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "SILENT_SECONDS", 0.001)
    out, err = io.StringIO(), io.StringIO()
    call_command("generate_bundle", "--cases", "40", stdout=out, stderr=err)
    assert err.getvalue().startswith("…")
    assert "…" not in out.getvalue()[:200]
