"""Every source a finding can name has a name in both languages."""

from __future__ import annotations

import re
from datetime import date

import pytest

from accountability.evaluate import assess
from accountability.explanations import explain
from litigation.bundle.generate import generate
from litigation.law.in_force import law_in_force
from litigation.law.sources import name_of_source, names_of_sources

CHINESE = re.compile("[一-鿿]")


@pytest.mark.parametrize(
    ("source", "zh", "en"),
    [
        ("N5.3", "意见五（三）", "Opinions 5(3)"),
        ("N5.7b", "意见五（七）", "Opinions 5(7)"),
        ("行政诉讼法第三条第三款", "行政诉讼法第三条第三款", "Administrative Litigation Law, art 3(3)"),
        ("某法第一条", "某法第一条", "某法第一条"),
    ],
)
def test_a_source_is_called_as_the_law_folder_calls_it(source: str, zh: str, en: str) -> None:
    assert (name_of_source(source, "zh"), name_of_source(source, "en")) == (zh, en)


def test_a_clause_that_comes_as_code_and_as_citation_is_named_once() -> None:
    assert names_of_sources(["N6.7", "N5.3", "意见五（三）"], "zh") == ["意见六（7）", "意见五（三）"]


def test_every_source_of_a_county_s_findings_has_an_english_name() -> None:
    register, law = generate(400, 3), law_in_force()
    found = assess(register, law, date(2026, 6, 30), thorough=True)
    sources = {
        source
        for result in (*found.cases, *found.units)
        for finding in result.tested
        for source in finding.authority
    }
    assert len(sources) > 20
    assert {source for source in sources if CHINESE.search(name_of_source(source, "en"))} == set()
    assert {name_of_source(source, "en")[-4:] for source in sources if source.endswith("（M）")} <= {" (M)"}


def test_an_english_explanation_cites_in_english() -> None:
    register, law = generate(120, 3), law_in_force()
    for case in assess(register, law, date(2026, 6, 30)).cases:
        for finding in case.findings:
            cited = explain(finding, "en").partition("Sources:")[2]
            assert cited
            assert not CHINESE.search(cited), cited
