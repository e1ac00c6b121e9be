"""manage.py assess as a process of its own: bytes, exit codes, what goes where."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from litigation.bundle import to_yaml
from litigation.bundle.generate import generate
from tests.accountability.running import Site


@pytest.fixture
def filled(site: Site, tmp_path: Path) -> Site:
    """A site with a dozen cases."""
    path = tmp_path / "bundle.yaml"
    path.write_text(to_yaml(generate(12, 5)), encoding="utf-8")
    ended = site.run("import_bundle", path)
    assert ended.code == 0, ended.err
    return site


def test_the_same_register_gives_the_same_bytes_in_every_process(filled: Site) -> None:
    arguments = ("assess", "--as-of", "2026-10-31", "--format", "json")
    documents = [
        filled.run(*arguments, environment=environment)
        for environment in (
            {"PYTHONHASHSEED": "1"},
            {"PYTHONHASHSEED": "2", "LC_ALL": "C", "PYTHONIOENCODING": "latin-1"},
        )
    ]
    assert [(ended.code, ended.err) for ended in documents] == [(0, ""), (0, "")]
    assert documents[0].out == documents[1].out
    assert len(json.loads(documents[0].out)["cases"]) == 12


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--as-of", "2021-02-30"), 2),
        (("--as-of", "20210228"), 2),
        (("--law-at", "yesterday"), 2),
        (("--recorded-at", "soon"), 2),
        (("--format", "xml"), 2),
        (("--nonsense",), 2),
        (("--unit", "ZZ"), 1),
        (("--case", "C404"), 1),
        (("--readings", "/nowhere.yaml"), 1),
        ((), 0),
    ],
)
def test_the_exit_code_says_whose_fault_it_is(site: Site, arguments: tuple[str, ...], code: int) -> None:
    ended = site.run("assess", *arguments)
    assert ended.code == code
    assert bool(ended.err) == bool(code)
    assert bool(ended.out) == (not code)
    if code == 1:
        assert arguments[-1] in ended.err
        assert "Traceback" not in ended.err
