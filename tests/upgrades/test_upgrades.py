"""A database left behind by earlier migrations is brought up to date and read: facts, revisions, findings and traces.

The databases beside this file are written by `python -m tests.upgrades.write` (see there) and never changed: if a test
fails here, the program of today is wrong. Each name says up to which migrations its tables go.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from litigation.bundle import normalise, read
from tests.upgrades.write import ROOT, environment, manage

KEPT = sorted(Path(__file__).parent.glob("*.sqlite3.gz"))
FIRST = "litigation-0001-accountability-0001"
CLOSED = {"gone"}


class Upgraded(NamedTuple):
    """An old database after `migrate`, and what `tests.upgrades.read` says of it."""

    database: Path
    register: str
    registrations: list[dict[str, Any]]
    states: list[dict[str, Any]]


@pytest.fixture(scope="module", params=KEPT, ids=[path.name.partition(".")[0] for path in KEPT])
def upgraded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Upgraded:
    packed: Path = request.param
    database = tmp_path_factory.mktemp("upgraded") / "site.sqlite3"
    database.write_bytes(gzip.decompress(packed.read_bytes()))
    manage(database, "migrate", "--verbosity", "0")
    ended = subprocess.run(
        [sys.executable, "-m", "tests.upgrades.read"],
        cwd=ROOT,
        env={**environment(database), "PYTHONPATH": str(ROOT / "site")},
        capture_output=True,
        check=False,
        text=True,
    )
    assert ended.returncode == 0, ended.stderr
    register = packed.with_name(packed.name.replace(".sqlite3.gz", ".json")).read_text(encoding="utf-8")
    return Upgraded(database, register, **json.loads(ended.stdout))


def test_the_oldest_state_is_among_them() -> None:
    assert f"{FIRST}.sqlite3.gz" in [path.name for path in KEPT]


def test_the_register_is_what_it_was(upgraded: Upgraded) -> None:
    now = read(manage(upgraded.database, "export_bundle", "--format", "json"), source="now")
    assert normalise(now) == normalise(read(upgraded.register, source="then"))


def test_every_registration_is_read_and_is_that_of_its_revision(upgraded: Upgraded) -> None:
    refs = Counter(entry["ref"] for entry in upgraded.registrations)
    assert len(refs) == 10
    assert refs["C1"] == 2, "the case that was changed has both its registrations"
    assert [entry for entry in upgraded.registrations if not entry["of_its_revision"]] == []


def test_every_stored_finding_is_read_and_its_trace_comes_to_the_same_outcome(upgraded: Upgraded) -> None:
    assert len(upgraded.states) > 20
    assert {"opened", "gone"} <= {state["change"] for state in upgraded.states}
    for state in upgraded.states:
        assert state["tested"] is (state["change"] not in CLOSED)
        if state["tested"]:
            assert state["replayed"] == state["outcome"]


def test_every_stored_finding_is_explained_in_both_languages(upgraded: Upgraded) -> None:
    for state in upgraded.states:
        if state["tested"]:
            assert all(words and "{" not in words for words in state["words"].values())


def test_a_stored_finding_still_says_what_it_is_about(upgraded: Upgraded) -> None:
    assert [state for state in upgraded.states if state["tested"] and not state["subject"]] == []


def test_the_register_can_be_assessed_and_stored_again(upgraded: Upgraded) -> None:
    assert manage(upgraded.database, "assess", "--store", "--as-of", "2021-07-31")
