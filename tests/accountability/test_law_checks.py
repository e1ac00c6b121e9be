"""Each check of the law folder finds what it is for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import msgspec
import pytest

from accountability import law_checks as checks
from accountability.explanations import sentences
from accountability.wording_uses import Use, sources, wording_uses
from litigation.law.loader import load_law
from litigation.law.sentences import Sentences

LAW = load_law()
WORDED = Sentences(
    {
        "a.b": {"zh": "{x}", "en": "{x}"},
        "a.b.not": {"zh": "{y}", "en": "{y}"},
        "a.b.change": {"zh": "", "en": ""},
    },
    {},
)


def use(key: str | None, *params: str) -> Use:
    return Use(key=key, params=frozenset(params), where="m.py:1")


def found(problems: Iterator[str]) -> str:
    return "\n".join(problems)


def test_the_law_folder_is_in_order() -> None:
    texts = sources()
    assert checks.all_problems(LAW, sentences(), list(wording_uses(texts)), texts) == []


def test_a_sentence_that_nobody_worded() -> None:
    assert "nobody worded c.d" in found(checks.wording_problems(LAW, WORDED, [use("c.d")]))


def test_a_fact_that_is_not_given() -> None:
    problems = found(checks.wording_problems(LAW, WORDED, [use("a.b", "x")]))
    assert problems == "m.py:1: the wording of a.b.not needs y, which is not given"
    assert found(checks.wording_problems(LAW, WORDED, [use("a.b", "x", "y", "z")])) == ""


def test_a_sentence_that_cannot_be_read_from_the_source() -> None:
    unknown = [use(None), use("new.{}"), Use(key="a.b", params=None, where="m.py:2")]
    assert len(list(checks.wording_problems(LAW, WORDED, unknown))) == 3


@pytest.mark.parametrize("key", ["duty.{}", "trigger.{}", "grade.{}", "absent.head_left.{}"])
def test_a_sentence_put_together_stands_for_all_it_can_be(key: str) -> None:
    keys = checks.expanded(LAW, key)
    assert keys
    assert len(keys) > 1
    assert set(keys) <= sentences().keys()


def test_a_wording_that_nothing_asks_for() -> None:
    assert found(checks.unused_wordings(LAW, WORDED, [use("a.b")])) == ""
    assert len(list(checks.unused_wordings(LAW, WORDED, []))) == 3


def test_a_code_without_a_term(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "complaint (document) has no term" in found(checks.term_problems(LAW, WORDED))
    monkeypatch.setattr(checks, "TERMS", {})
    assert "{document:term} is shown" in found(checks.term_problems(LAW, WORDED))


def test_one_term_for_two_things() -> None:
    assert list(checks.shared_terms({"one": ["a", "b"], "other": ["b", "c"]})) == [
        "terms.yaml: b is both one and other, and has one term for the two"
    ]


def test_a_clause_the_notice_does_not_have() -> None:
    problems = found(checks.clause_problems(LAW, {"m.py": 'A = ("N3.2", "N5.2a", "N9.9")\n'}))
    assert problems == "m.py:1: the notice has no clause N9.9"


def test_a_limit_or_reading_the_law_folder_does_not_have() -> None:
    problems = found(
        checks.key_problems(LAW, {"m.py": 'A = "S-01"\nB = "S-99"\nC = "AMB-01"\nD = "AMB-99"\n'})
    )
    assert problems == "m.py:2: there is no limit S-99\nm.py:4: there is no reading AMB-99"


def test_a_quarter_without_a_value() -> None:
    limit = LAW.limits["S-01"]
    value = limit.values[-1]
    gap = (
        msgspec.structs.replace(value, start=date(2020, 1, 1), end=date(2021, 3, 30)),
        msgspec.structs.replace(value, start=date(2021, 4, 2), end=None),
    )
    law = msgspec.structs.replace(LAW, limits={"S-01": msgspec.structs.replace(limit, values=gap)})
    assert list(checks.coverage_problems(law)) == [
        "S-01: no value in all of 2021-Q1",
        "S-01: no value in all of 2021-Q2",
    ]


def test_the_quarters_are_thirty_two_and_leave_no_day_out() -> None:
    quarters = list(checks.quarters())
    assert len(quarters) == 32
    assert (quarters[0][0], quarters[-1][1]) == (date(2020, 1, 1), date(2027, 12, 31))
    assert all((after[0] - before[1]).days == 1 for before, after in pairwise(quarters))


def test_every_reason_of_a_rest_day_since_2020_is_known() -> None:
    assert {"weekend", "spring_festival", "national_day", "local_rest"} <= set(checks.rest_tokens())
