"""manage.py check_law: a summary, or every problem and exit code 1."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from accountability.management.commands import check_law
from litigation.law import loader
from litigation.law.loader import load_law
from tests.accountability.running import run


def test_a_law_folder_in_order_is_summed_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_law, "all_problems", lambda *arguments: [])
    ended = run("check_law")
    assert (ended.code, ended.err) == (0, "")
    assert load_law().version in ended.out
    assert str(len(load_law().limits)) in ended.out
    assert len(ended.out.splitlines()) == 1


def test_every_problem_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_law, "all_problems", lambda *arguments: ["a: wrong", "b: wrong too"])
    ended = run("check_law")
    assert (ended.code, ended.out) == (1, "")
    assert "a: wrong" in ended.err
    assert "b: wrong too" in ended.err


def test_a_fault_of_the_folder_is_named_with_file_and_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "law"
    shutil.copytree(loader.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__", "*.py"))
    broken = folder / "parameters" / "limits_court.yaml"
    text = broken.read_text(encoding="utf-8")
    broken.write_text(text.replace("acts:", "deeds:", 1), encoding="utf-8")
    monkeypatch.setattr(check_law, "load_law", lambda: load_law(folder))
    ended = run("check_law")
    line = next(number for number, part in enumerate(text.splitlines(), start=1) if "acts:" in part)
    assert ended.code == 1
    assert "limits_court.yaml:" in ended.err
    assert any(f"limits_court.yaml:{number}" in ended.err for number in range(line - 10, line + 1))
