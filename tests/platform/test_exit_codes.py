"""Every command: 0 is fine, 1 the input is wrong or not there (each fault named), 2 the command line is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from litigation.management.project_command import ProjectCommand
from litigation.models import CalendarOverride, CasePage, ReadingChoice, Unit
from tests.running_commands import Ended, own_commands, terminal, without_progress

ROOT = Path(__file__).parents[2]
Run = Callable[..., Ended]

#: What each command is refused with exit code 1, and every name the message must hold. {tmp} is an empty folder.
WRONG_INPUT: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "assess": [
        (("--unit", "ZZ", "--unit", "YY", "--case", "C404"), ("ZZ", "YY", "C404")),
        (("--readings", "{tmp}/none.yaml"), ("none.yaml",)),
        (("--store", "--as-of", "2099-01-01"), ("2099-01-01",)),
    ],
    "check_law": [],
    "choose_reading": [
        (("AMB-01", "working", "--reason", "r", "--user", "nobody"), ("nobody",)),
        (("AMB-99", "x", "--reason", "r", "--user", "somebody"), ("AMB-99",)),
        (("notice.effective_from", "20200901", "--reason", "r", "--user", "somebody"), ("20200901",)),
        (("AMB-01", "working", "--reason", " ", "--user", "somebody"), ("AMB-01",)),
    ],
    "ensure_admin": [],
    "export_bundle": [
        (("--unit", "ZZ", "--unit", "YY", "--case", "C404"), ("ZZ", "YY", "C404")),
        (("-o", "{tmp}/no/such/folder/out.yaml"), ("out.yaml",)),
    ],
    "generate_bundle": [(("--cases", "1", "-o", "{tmp}/no/such/folder/out.yaml"), ("out.yaml",))],
    "import_bundle": [
        (("{tmp}/none.yaml",), ("none.yaml",)),
        (("{tmp}/bundle.yaml", "--user", "nobody"), ("nobody",)),
        (("{tmp}/wrong.yaml",), ("wrong.yaml", "cases[0].unit", "cases[0].kind")),
    ],
    "override_day": [
        (("2027-01-04", "work", "--name", "n", "--source", "s", "--user", "nobody"), ("nobody",)),
        (("2027-01-04", "work", "--name", "n", "--source", " ", "--user", "somebody"), ("2027-01-04",)),
    ],
    "prepare_demo": [],
}
#: What each command is refused with exit code 2, whatever the database holds.
WRONG_USAGE: dict[str, list[tuple[str, ...]]] = {
    "assess": [
        ("--as-of", "2021-02-30"),
        ("--as-of", "9999-12-31"),
        ("--recorded-at", "soon"),
        ("--recorded-at", "9999-12-31T23:00:00-10:00"),
        ("--format", "xml"),
        ("--language", "fr"),
        ("--store", "--unit", "ZZ"),
    ],
    "check_law": [("more",)],
    "choose_reading": [(), ("AMB-01", "working", "--user", "somebody")],
    "ensure_admin": [("more",)],
    "export_bundle": [("--format", "xml"), ("more",)],
    "generate_bundle": [
        (),
        ("--cases", "x"),
        ("--cases", "-1"),
        ("--cases", "1.5"),
        ("--cases", "1", "--seed", "x"),
        ("--cases", "1", "--format", "xml"),
    ],
    "import_bundle": [(), ("--dry-run",)],
    "override_day": [
        (),
        ("20270104", "work", "--name", "n", "--source", "s", "--user", "somebody"),
        ("2027-01-04", "party", "--name", "n", "--source", "s", "--user", "somebody"),
    ],
    "prepare_demo": [("more",)],
}
#: A command line that is right, for each command.
RIGHT: dict[str, tuple[str, ...]] = {
    "assess": (),
    "check_law": (),
    "choose_reading": ("AMB-01", "working", "--reason", "r", "--user", "somebody"),
    "ensure_admin": (),
    "export_bundle": (),
    "generate_bundle": ("--cases", "1"),
    "import_bundle": ("tests/scenarios/README.md",),
    "override_day": ("2027-01-04", "work", "--name", "n", "--source", "s", "--user", "somebody"),
    "prepare_demo": (),
}
WITHOUT_DATABASE = {"check_law", "generate_bundle"}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    return lambda *arguments: terminal(capsys, monkeypatch, *arguments)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bundle.yaml").write_text("format: litigation-bundle/1\n", encoding="utf-8")
    (tmp_path / "wrong.yaml").write_text(
        "format: litigation-bundle/1\ncases: [{ref: C1, unit: ZZ, kind: quarrel, instance: first}]\n",
        encoding="utf-8",
    )
    return tmp_path


def test_no_command_is_forgotten_here() -> None:
    names = set(own_commands())
    assert names == set(WRONG_INPUT) == set(WRONG_USAGE) == set(RIGHT)


def test_every_command_is_a_command_of_the_project() -> None:
    others = [name for name, command in own_commands().items() if not isinstance(command, ProjectCommand)]
    assert others == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "arguments", "named"),
    [(name, *case) for name, cases in WRONG_INPUT.items() for case in cases],
)
def test_wrong_input_ends_with_one_and_names_every_fault(
    name: str,
    arguments: tuple[str, ...],
    named: tuple[str, ...],
    run: Run,
    folder: Path,
    django_user_model: type,
) -> None:
    django_user_model.objects.create_user("somebody")  # type: ignore[attr-defined]
    ended = run(name, *(argument.format(tmp=folder) for argument in arguments))
    assert (ended.code, ended.out) == (1, "")
    assert [fault for fault in named if fault not in ended.err] == []
    assert not any(model.objects.exists() for model in (Unit, CasePage, ReadingChoice, CalendarOverride))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("import_bundle", "{tmp}/none.yaml"), "{tmp}/none.yaml：没有这个文件。请核对路径。"),
        (("import_bundle", "{tmp}"), "{tmp} 是文件夹。请写明其中的文件。"),
        (
            ("import_bundle", "{tmp}/wrong.yaml/none.yaml"),
            "{tmp}/wrong.yaml/none.yaml：没有这个文件。请核对路径。",
        ),
        (("assess", "--readings", "{tmp}/none.yaml"), "{tmp}/none.yaml：没有这个文件。请核对路径。"),
        (
            ("assess", "--language", "en", "--readings", "{tmp}/none.yaml"),
            "{tmp}/none.yaml: there is no such file. Check the path.",
        ),
        (
            ("export_bundle", "-o", "{tmp}/no/out.yaml"),
            "{tmp}/no/out.yaml：没有文件夹 {tmp}/no。请先建立该文件夹，或者写明其他文件夹中的文件。",
        ),
        (("generate_bundle", "--cases", "1", "-o", "{tmp}"), "{tmp} 是文件夹。请写明其中的文件。"),
    ],
)
def test_a_missing_file_and_a_folder_are_told_in_the_language_of_the_interface_with_the_remedy(
    arguments: tuple[str, ...], said: str, run: Run, folder: Path
) -> None:
    ended = run(*(argument.format(tmp=folder) for argument in arguments))
    assert (ended.code, ended.out) == (1, "")
    assert said.format(tmp=folder) in ended.err
    assert "directory" not in ended.err


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "arguments"), [(name, case) for name, cases in WRONG_USAGE.items() for case in cases]
)
def test_wrong_usage_ends_with_two(name: str, arguments: tuple[str, ...], run: Run) -> None:
    ended = run(name, *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err


@pytest.mark.parametrize("text", ["x", "-1", "1.5", "١"])
def test_a_wrong_number_of_cases_is_refused_in_chinese(text: str, run: Run) -> None:
    ended = run("generate_bundle", f"--cases={text}")
    assert ended.code == 2
    assert f"“{text}”" in ended.err
    assert "不是整数" in ended.err or "小于0" in ended.err


def manage(database: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings.dev",
            "DATABASE_URL": database,
            "SECRET_KEY": "of a test",
            "ADMIN_PASSWORD": "of a test",
            **variables,
        },
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", sorted(set(RIGHT) - WITHOUT_DATABASE))
def test_a_database_without_tables_is_told_in_one_line(name: str, tmp_path: Path) -> None:
    ended = manage(f"sqlite:///{tmp_path}/empty.sqlite3", name, *RIGHT[name])
    assert (ended.returncode, ended.stdout) == (1, "")
    assert without_progress(ended.stderr).splitlines() == [
        "CommandError: 数据库中还没有表：请运行 `manage.py migrate`。"
    ]


@pytest.mark.parametrize("name", sorted(WITHOUT_DATABASE))
def test_what_needs_no_database_works_without_one(name: str) -> None:
    ended = manage("postgres://nobody@127.0.0.1:1/none", name, *RIGHT[name])
    assert (ended.returncode, without_progress(ended.stderr)) == (0, "")
    assert ended.stdout


def test_it_is_told_in_english_too(tmp_path: Path) -> None:
    ended = manage(f"sqlite:///{tmp_path}/empty.sqlite3", "assess", LANGUAGE_CODE="en")
    assert (
        without_progress(ended.stderr)
        == "CommandError: The database has no tables yet: run `manage.py migrate`.\n"
    )


def test_a_database_that_does_not_answer_is_told_in_one_line() -> None:
    ended = manage("postgres://nobody@127.0.0.1:1/none", "assess")
    assert ended.returncode == 1
    assert len(without_progress(ended.stderr).splitlines()) == 1
    assert "DATABASE_URL" in ended.stderr
