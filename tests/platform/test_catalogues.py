"""A plain clone speaks Chinese: what is not compiled, or older than its source, is compiled at the start."""

from __future__ import annotations

import gettext
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bootstrap import catalogue
from config.catalogues import LOCALE, compile_stale, is_stale
from tests.running_commands import without_progress

ROOT = Path(__file__).resolve().parents[2]
CLONED = ("accountability", "home", "litigation", "locale", "site", "templates", "manage.py")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The checkout as git would give it, without anything compiled."""
    for name in CLONED:
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("*.mo", "__pycache__")
            shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def locale(tmp_path: Path) -> Path:
    """Our catalogue alone."""
    folder = tmp_path / "locale" / "zh_Hans" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    shutil.copy(LOCALE / "zh_Hans" / "LC_MESSAGES" / "django.po", folder)
    return tmp_path / "locale"


def compiled(locale: Path) -> Path:
    return locale / "zh_Hans" / "LC_MESSAGES" / "django.mo"


def test_a_command_in_a_plain_clone_speaks_chinese(clone: Path) -> None:
    variables = {"DJANGO_SETTINGS_MODULE": "config.settings.test", "PATH": os.environ["PATH"]}
    ended = subprocess.run(
        [sys.executable, "manage.py", "check_law"],
        cwd=clone,
        env=variables,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "法律数据包括" in ended.stdout
    assert (without_progress(ended.stderr), compiled(clone / "locale").exists()) == ("", True)


def test_the_server_compiles_too() -> None:
    assert "compile_stale()" in (ROOT / "site" / "config" / "wsgi.py").read_text(encoding="utf-8")


def test_what_is_older_than_its_source_is_compiled_again_and_what_is_not_stays(locale: Path) -> None:
    compile_stale(locale)
    first = compiled(locale).stat()
    compile_stale(locale)
    assert compiled(locale).stat().st_ino == first.st_ino
    source = compiled(locale).with_suffix(".po")
    os.utime(source, ns=(first.st_mtime_ns + 1, first.st_mtime_ns + 1))
    assert is_stale(source)
    compile_stale(locale)
    assert not is_stale(source)


def test_processes_that_start_together_leave_one_whole_file(locale: Path) -> None:
    source = compiled(locale).with_suffix(".po")
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(catalogue.compile_one, [source] * 8))
    assert sorted(path.name for path in source.parent.iterdir()) == ["django.mo", "django.po"]
    with compiled(locale).open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Nothing was imported.") == "没有导入任何内容。"


def test_a_checkout_that_cannot_be_written_is_told_of_and_does_not_stop_anything(
    locale: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(catalogue, "put_in_place", refuse)
    compile_stale(locale)
    assert str(locale) in capsys.readouterr().err
    assert not compiled(locale).exists()


def test_the_catalogue_is_written_in_one_order_wherever_its_strings_stand(tmp_path: Path) -> None:
    before = catalogue.read(catalogue.OWN)
    first, second = tmp_path / "first.po", tmp_path / "second.po"
    catalogue.write(first, before)
    moved = catalogue.read(catalogue.OWN)
    for line, message in enumerate(reversed(list(moved))):
        message.locations = [(name, line) for name, _line in message.locations]
    catalogue.write(second, moved)
    assert first.read_text(encoding="utf-8") == second.read_text(encoding="utf-8")
