"""manage.py import_bundle: what it prints, what it exits with, and that one error imports nothing."""

import io
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from msgspec.structs import replace

from litigation.bundle import normalise, to_json, to_yaml
from litigation.bundle.generate import generate
from litigation.extract import register_facts
from litigation.management import progress
from litigation.models import CasePage, Unit
from litigation.yaml_core import load
from tests.litigation.records import FULL, NONE, register_of
from tests.running_commands import without_progress

ROOT = Path(__file__).parents[3]
INVALID = sorted((ROOT / "tests" / "scenarios" / "invalid").glob("*.yaml"))

pytestmark = pytest.mark.django_db


def run(*arguments):
    """Exit code, standard output, standard error."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("import_bundle", *map(str, arguments), stdout=out, stderr=err)
    except SystemExit as ended:
        return ended.code, out.getvalue(), err.getvalue()
    except CommandError as error:
        return error.returncode, out.getvalue(), str(error)
    return 0, out.getvalue(), err.getvalue()


@pytest.fixture
def write(tmp_path):
    def write_file(name, register):
        path = tmp_path / name
        text = to_json(register) if name.endswith("json") else to_yaml(register)
        path.write_text(text, encoding="utf-8")
        return path

    return write_file


@pytest.mark.parametrize("name", ["bundle.yaml", "bundle.json"])
def test_a_bundle_comes_in_and_a_second_time_changes_nothing(write, name):
    register = generate(10, 2)
    path = write(name, register)
    code, out, err = run(path)
    assert (code, without_progress(err)) == (0, "")
    assert str(path) in out
    assert "10" in out
    assert normalise(register_facts()) == normalise(register)

    code, out, _err = run(path)
    assert code == 0
    assert normalise(register_facts()) == normalise(register)
    assert CasePage.objects.count() == 10


def test_a_dry_run_reports_and_imports_nothing(write):
    code, out, _err = run(write("bundle.yaml", generate(3, 1)), "--dry-run")
    assert code == 0
    assert "3" in out
    assert not CasePage.objects.exists()
    assert not Unit.objects.exists()


def test_several_files_may_build_on_each_other(write):
    whole = register_of(FULL, NONE)
    first = write("first.yaml", register_of(FULL))
    second = write("second.yaml", type(whole)(cases=(NONE,)))
    assert run(first, second)[0] == 0
    assert [case.ref for case in register_facts().cases] == ["C1", "C2"]


def test_one_wrong_file_among_several_imports_nothing_of_any(write, tmp_path):
    good = write("good.yaml", generate(3, 1))
    bad = tmp_path / "bad.yaml"
    bad.write_text(
        "format: litigation-bundle/1\ncases:\n  - {ref: C1, unit: ZZ, kind: litigation, instance: first}\n"
    )
    code, _out, err = run(good, bad)
    assert code == 1
    assert "cases[0].unit" in err
    assert not Unit.objects.exists()


@pytest.mark.parametrize("scenario", INVALID, ids=[path.stem for path in INVALID])
def test_wrong_input_is_refused_with_the_paths_of_its_errors(scenario, tmp_path):
    case = load(scenario.read_text(encoding="utf-8"), str(scenario)).data
    path = tmp_path / "bundle.yaml"
    path.write_text(case.get("raw") or json.dumps(case["bundle"]), encoding="utf-8")
    code, _out, err = run(path)
    assert code == 1
    for expected in case["error_paths"]:
        assert expected in err
    assert not Unit.objects.exists()
    assert not CasePage.objects.exists()


def test_what_the_register_refuses_is_listed_too(write):
    run(write("first.yaml", register_of(FULL)))
    code, _out, err = run(write("second.yaml", register_of(NONE, replace(FULL, unit="ZRJ"))))
    assert code == 1
    assert "cases[1]" in err
    assert CasePage.objects.count() == 1


def test_the_changes_are_printed_with_what_stood_there_before(write):
    run(write("first.yaml", register_of(FULL)))
    code, out, _err = run(write("second.yaml", register_of(replace(FULL, cause="行政许可"))))
    assert code == 0
    assert "cause" in out
    assert "行政处罚" in out
    assert "行政许可" in out


def test_who_imports_can_be_named(write, admin_user):
    assert run(write("bundle.yaml", register_of(FULL)), "--user", "admin")[0] == 0
    assert CasePage.objects.get().latest_revision.user == admin_user
    assert run(write("bundle.yaml", register_of(FULL)), "--user", "nobody")[0] == 1


def test_a_small_import_shows_how_far_it_is_without_a_terminal(write, monkeypatch):
    monkeypatch.setattr(progress, "SILENT_SECONDS", 0.001)
    _code, out, err = run(write("bundle.yaml", generate(30, 2)))
    lines = err.splitlines()
    assert any("bundle.yaml" in line and "0/30" in line for line in lines)
    assert all(line.startswith("…") for line in lines)
    assert "…" not in out


def test_one_who_asked_for_silence_gets_it(write, monkeypatch):
    monkeypatch.setattr(progress, "SILENT_SECONDS", 0.001)
    assert run(write("bundle.yaml", generate(30, 2)), "--verbosity", "0")[2] == ""


def test_the_commands_work_on_a_freshly_migrated_database_named_by_the_environment(tmp_path):
    database = tmp_path / "fresh.sqlite3"
    bundle = tmp_path / "bundle.yaml"
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{database}",
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
    }

    def manage(*arguments):
        ended = subprocess.run(
            [sys.executable, "manage.py", *map(str, arguments)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    manage("migrate", "--verbosity", "0")
    bundle.write_text(manage("generate_bundle", "--cases", "4", "--seed", "9"), encoding="utf-8")
    manage("import_bundle", bundle)
    exported = manage("export_bundle")
    with sqlite3.connect(database) as connection:
        assert connection.execute("SELECT count(*) FROM litigation_casepage").fetchone() == (4,)
    from litigation.bundle import read

    assert normalise(read(exported, source="exported")) == normalise(generate(4, 9))
