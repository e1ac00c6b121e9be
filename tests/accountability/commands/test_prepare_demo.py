"""manage.py prepare_demo: what `make run` calls at every start."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accountability.actions import load_demo as module
from accountability.actions.load_demo import load_demo
from accountability.models import CaseAssessment, FindingState
from litigation.bundle import BundleErrors, read, to_yaml
from litigation.bundle.generate import generate
from litigation.extract import register_facts
from litigation.models import CasePage, RegisteredFacts, Unit
from tests.accountability.records import filed_late, lawyers_only, put, unfiled
from tests.accountability.running import run
from tests.cast import register

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two small bundles, the second of which builds on the first."""
    whole = register(unfiled(), lawyers_only("C2"))
    (tmp_path / "01-units.yaml").write_text(to_yaml(type(whole)(units=whole.units)), encoding="utf-8")
    (tmp_path / "02-cases.yaml").write_text(to_yaml(type(whole)(cases=whole.cases)), encoding="utf-8")
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    return tmp_path


def test_the_demo_is_loaded_assessed_and_shown(folder: Path) -> None:
    ended = run("prepare_demo")
    assert (ended.code, ended.err) == (0, "")
    assert "01-units.yaml, 02-cases.yaml" in ended.out
    assert "(9)" in ended.out
    assert {case.ref for case in register_facts().cases} == {"C1", "C2"}
    assert CaseAssessment.objects.get(case__ref="C2").category_3 == "breach"
    assert CaseAssessment.objects.get(case__ref="C2").as_of == timezone.localdate()


def test_a_second_run_changes_nothing(folder: Path) -> None:
    run("prepare_demo")
    with CaptureQueriesContext(connection) as captured:
        ended = run("prepare_demo")
    assert ended.code == 0
    assert "01-units.yaml" not in ended.out
    written = [query["sql"] for query in captured if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert written == []


def test_what_somebody_made_of_a_demo_case_stays(folder: Path) -> None:
    run("prepare_demo")
    put(filed_late(on="2021-03-02"))
    Unit.objects.filter(code="AJ").update(name="改过的名称")
    draft = CasePage.objects.get(ref="C2")
    draft.cause = "草稿"
    draft.save_revision()
    before = RegisteredFacts.objects.count()
    assert run("prepare_demo").code == 0
    assert RegisteredFacts.objects.count() == before
    assert Unit.objects.get(code="AJ").name == "改过的名称"
    assert (
        FindingState.objects.get(finding__case__ref="C1", finding__code="7d", superseded_at=None).outcome
        == "clear"
    )


def test_a_case_added_to_the_demo_comes_in(folder: Path) -> None:
    run("prepare_demo")
    more = register(unfiled("C3"))
    (folder / "03-more.yaml").write_text(to_yaml(type(more)(cases=more.cases)), encoding="utf-8")
    assert "03-more.yaml" in run("prepare_demo").out
    assert CasePage.objects.filter(ref="C3").exists()


def test_one_wrong_file_loads_nothing(folder: Path) -> None:
    (folder / "03-wrong.yaml").write_text(
        "format: litigation-bundle/1\ncases: [{ref: C9}]\n", encoding="utf-8"
    )
    ended = run("prepare_demo")
    assert ended.code == 1
    assert "03-wrong.yaml" in ended.err
    assert "cases[0]" in ended.err
    assert not CasePage.objects.exists()
    with pytest.raises(BundleErrors):
        load_demo()


def test_a_production_database_gets_no_demo(settings: LazySettings) -> None:
    settings.ENVIRONMENT = "production"
    assert run("prepare_demo").code == 1
    assert not Unit.objects.exists()


def test_the_demo_that_comes_along_can_be_read() -> None:
    files = sorted(module.FOLDER.glob("*.yaml"))
    assert files
    known = module.Known()
    refs: list[str] = []
    for path in files:
        part = read(path.read_bytes(), source=path.name, known=known)
        refs += [case.ref for case in part.cases]
        known = module.Known(
            units=known.units | {unit.code for unit in part.units},
            disputes=known.disputes | {dispute.ref for dispute in part.disputes},
            cases=frozenset(refs),
        )
    assert len(refs) == len(set(refs)) > 20


def test_only_what_is_not_known_is_missing() -> None:
    whole = generate(5, 1)
    known = module.Known(
        units=frozenset({"XZF"}), disputes=frozenset(), cases=frozenset({whole.cases[0].ref})
    )
    missing = module.missing_from(known, whole)
    assert [case.ref for case in missing.cases] == [case.ref for case in whole.cases[1:]]
    assert "XZF" not in {unit.code for unit in missing.units}
    assert missing.disputes == whole.disputes
