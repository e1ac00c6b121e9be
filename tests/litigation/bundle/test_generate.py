"""The synthetic county: the same for the same seed, using the whole format, and never refused."""

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from litigation import bundle
from litigation.bundle import as_document, to_yaml
from litigation.bundle.generate import generate
from litigation.bundle.generate.days import FIRST_DAY, LAST_DAY, due, due_in_working_days, is_working, working
from litigation.bundle.generate.luck import Luck
from litigation.facts import CaseFacts
from tests.litigation.bundle.coverage import offered, used


def days_of(value):
    """Every event day of a case; the days that a paper or a decision names may lie ahead."""
    if isinstance(value, dict):
        for key, child in value.items():
            if key not in ("hearing_on", "evidence_by", "due_on", "effective_on", "reply_by"):
                yield from days_of(child)
    elif isinstance(value, list):
        for child in value:
            yield from days_of(child)
    elif isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        yield value


@pytest.fixture(scope="module")
def county():
    return generate(1200, 7)


def test_the_same_arguments_give_the_same_bytes():
    assert to_yaml(generate(150, 3)) == to_yaml(generate(150, 3))


@pytest.mark.parametrize("hash_seed", ["0", "4711"])
def test_another_process_gives_the_same_bytes(hash_seed):
    """No set or hash decides the order of anything."""
    code = "from litigation.bundle import to_yaml; from litigation.bundle.generate import generate"
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"{code}; import sys; sys.stdout.buffer.write(to_yaml(generate(150, 3)).encode())",
        ],
        cwd=Path(bundle.__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode() == to_yaml(generate(150, 3))


def test_another_seed_gives_another_county():
    assert to_yaml(generate(150, 3)) != to_yaml(generate(150, 4))


@pytest.mark.parametrize("cases", [0, 1, 2, 399, 1200])
def test_there_are_exactly_as_many_cases_as_asked_for(cases):
    assert len(generate(cases, 1).cases) == cases


@pytest.mark.parametrize("seed", range(8))
def test_400_cases_use_every_key_and_every_code_of_the_format(seed):
    assert offered() - used(as_document(generate(400, seed))) == set()


def test_the_walk_through_the_schema_finds_its_keys_and_codes():
    assert len(offered()) > 200
    assert (("cases", "decision", "performance", "refusal", "kind"), "detention") in offered()


def test_everything_happens_between_the_notice_and_the_end_of_the_register(county):
    days = sorted(days_of(as_document(county)))
    assert days[0] >= FIRST_DAY.isoformat()
    assert days[-1] <= LAST_DAY.isoformat()
    years = Counter(
        case.received[0].on.year for case in county.cases if case.received and case.received[0].on
    )
    assert set(years) == set(range(2020, 2027))


def test_courts_sit_and_units_hand_in_on_working_days(county):
    for case in county.cases:
        assert all(is_working(hearing.on) for hearing in case.hearings or ())
        assert all(is_working(row.on) for row in (*(case.submitted or ()), *(case.filings or ())) if row.on)


def test_a_unit_has_a_docket_once(county):
    dockets = Counter((case.unit, case.docket) for case in county.cases if case.docket)
    assert max(dockets.values()) == 1


def test_nobody_is_named(county):
    names = {
        plaintiff.name
        for case in county.cases
        for plaintiff in case.plaintiffs or ()
        if plaintiff.kind == "person"
    }
    heads = {
        person.name
        for case in county.cases
        for hearing in case.hearings or ()
        for person in hearing.attendance or ()
        if person.name
    }
    assert all(re.fullmatch(".某", name) for name in names - {None})
    assert heads == {"甲", "乙", "丙", "丁"}


def test_most_heads_appear_and_most_answers_are_in_time(county):
    hearings = [
        hearing for case in county.cases for hearing in case.hearings or () if hearing.attendance is not None
    ]
    with_head = [
        hearing for hearing in hearings if any(person.role == "head" for person in hearing.attendance)
    ]
    assert 0.6 < len(with_head) / len(hearings) < 0.95
    answered = [case for case in county.cases if is_first(case) and case.submitted and case.submitted[0].on]
    in_time = [case for case in answered if case.submitted[0].on <= due(case.received[0].on, 15)]
    assert 0.75 < len(in_time) / len(answered) < 0.97


def is_first(case: CaseFacts) -> bool:
    papers = case.received or ()
    return (
        case.instance == "first"
        and bool(papers)
        and papers[0].document == "complaint"
        and papers[0].on is not None
    )


def test_each_case_that_follows_another_is_of_the_same_unit_and_dispute(county):
    by_ref = {case.ref: case for case in county.cases}
    following = [case for case in county.cases if case.follows]
    assert len(following) > 200
    assert all(by_ref[case.follows].unit == case.unit for case in following)
    assert all(
        by_ref[case.follows].dispute == case.dispute
        for case in following
        if case.dispute and by_ref[case.follows].dispute
    )


def test_co_respondents_share_docket_and_dispute(county):
    shared = Counter(case.docket for case in county.cases if case.docket)
    twice = {docket for docket, count in shared.items() if count == 2}
    assert len(twice) > 50
    assert max(shared.values()) == 2
    assert all(case.role != "sole" for case in county.cases if case.docket in twice)


def test_a_term_in_working_days_never_ends_before_the_same_term_in_calendar_days():
    assert due(FIRST_DAY, 15) <= due_in_working_days(FIRST_DAY, 15)
    assert working(LAST_DAY.replace(year=2027)).weekday() < 5


def test_a_deck_keeps_its_shares():
    luck = Luck(0)
    assert Counter(luck.deal("three", {"a": 1, "b": 2}) for _ in range(30)) == {"a": 10, "b": 20}
    assert [luck.happens("once", once_in=4) for _ in range(4)].count(True) == 1


def test_two_decks_of_one_name_are_a_mistake():
    luck = Luck(0)
    luck.deal("deck", {"a": 1})
    with pytest.raises(ValueError, match="deck"):
        luck.deal("deck", {"b": 1})
