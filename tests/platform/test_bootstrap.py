"""The parts of `make` that decide something: which port, which packages, which strings."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog

from bootstrap import lint, port, progress, test, untranslated, virtual_environment
from bootstrap import run as start
from bootstrap.extraction import inside_f_strings, own_files


@pytest.mark.parametrize("text", ["", "0", "65536", "80a", "-1", "８０００"])
def test_what_is_no_port_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a port number"):
        port.parse(text)


def test_a_taken_port_is_refused_in_one_line_and_a_free_one_is_not() -> None:
    with socket.socket() as taken:
        taken.bind((port.HOST, 0))
        taken.listen()
        number = taken.getsockname()[1]
        reason = port.refusal(number)
        assert reason is not None
        assert f"Port {number} is taken" in reason
        assert "\n" not in reason
    assert port.refusal(number) is None


def catalogue(*messages: tuple[str, str]) -> Catalog:
    """Return a catalogue of these strings with their translations."""
    result = Catalog(locale="zh_Hans")
    for message, translation in messages:
        result.add(message, translation, locations=[("home/models.py", 1)])
    return result


def complaints(code: Catalog, translations: Catalog) -> list[str]:
    return list(untranslated.complaints(code, translations))


def test_a_translated_string_is_in_order() -> None:
    assert complaints(catalogue(("Case", "")), catalogue(("Case", "案件"))) == []


@pytest.mark.parametrize(
    ("translations", "complaint"),
    [
        (catalogue(), "is not in the catalogue"),
        (catalogue(("%(n)s cases", "")), "is not translated"),
        (catalogue(("%(n)s cases", "%(m)s 件")), "unknown named placeholder"),
        (catalogue(("%(n)s cases", "%(n)s 件"), ("Gone", "没有了")), "no longer in the code"),
    ],
)
def test_a_string_that_is_not_in_order_is_named(translations: Catalog, complaint: str) -> None:
    code = Catalog()
    code.add("%(n)s cases", locations=[("home/models.py", 7)], flags=["python-format"])
    found = complaints(code, translations)
    assert len(found) == 1
    assert complaint in found[0]


def test_an_uncertain_translation_does_not_count() -> None:
    translations = catalogue()
    translations.add("Case", "案件", flags=["fuzzy"])
    assert "fuzzy" in complaints(catalogue(("Case", "")), translations)[0]


def test_strings_are_collected_from_code_but_not_from_migrations() -> None:
    names = [path.as_posix() for path in own_files()]
    assert any(name.endswith("site/config/urls.py") for name in names)
    assert not any("/migrations/" in name for name in names)


def test_the_summary_counts_each_reason_for_skipping_over_both_databases() -> None:
    sqlite = {"exit": 0, "passed": 3, "skipped": 2, "reasons": {"no Chromium": 2}}
    postgres = {"exit": 0, "passed": 1, "reasons": {"no Chromium": 1}}
    assert test.counts(sqlite) == "3 passed, 2 skipped"
    assert test.skipped(sqlite, postgres, None) == [("no Chromium", 3)]


def test_lint_asks_the_loader_whether_the_law_folder_is_in_order() -> None:
    assert ["manage.py", "check_law"] in [command for _name, command in lint.CHECKS]


def test_strings_within_f_strings_are_collected_too_and_what_cannot_be_is_refused() -> None:
    source = "a = f\"{x}: {_('Note')} {gettext('More')}\""
    assert [text for _line, text in inside_f_strings(source.encode())] == ["Note", "More"]
    with pytest.raises(SyntaxError, match="out of the f-string"):
        list(inside_f_strings(b'a = f"{_(name)}"'))


def test_the_first_start_says_one_line_per_step_and_nothing_of_migrations_and_pages(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The real migrations, on an empty database: on the terminal stand the step's own line and signs of life only."""
    run = subprocess.run
    ended: list[subprocess.CompletedProcess[str]] = []
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'new.sqlite3'}")
    monkeypatch.delenv("LOG_LEVEL", raising=False)
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    monkeypatch.setattr(port, "refusal", lambda number: None)
    monkeypatch.setattr(virtual_environment, "ensure", lambda: sys.executable)
    monkeypatch.setattr(start, "PREPARATIONS", [step for step in start.PREPARATIONS if "migrate" in step[1]])
    monkeypatch.setattr(os, "chdir", lambda folder: None)
    monkeypatch.setattr(os, "execve", lambda *arguments: None)

    def watched(command: Sequence[str], **options: Any) -> subprocess.CompletedProcess[str]:
        ended.append(run(command, **options, capture_output=True, text=True))
        return ended[-1]

    monkeypatch.setattr(subprocess, "run", watched)
    start.main([])
    (migrate,) = ended
    assert migrate.returncode == 0, migrate.stderr
    assert (migrate.stdout, migrate.stderr) == ("", "")


def test_a_step_says_that_it_is_at_work_after_two_seconds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert progress.SILENT_SECONDS == 2
    monkeypatch.setattr(progress, "SILENT_SECONDS", 0.01)
    with progress.ticking("still at it"):
        time.sleep(0.2)
    assert capsys.readouterr().out.count("still at it") == 1
