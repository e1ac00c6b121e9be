"""The harness measures what it says, and both ways of telling the four checks find the same. Nothing here is timed."""

from __future__ import annotations

import random
from datetime import date, timedelta

import msgspec
import pytest
from msgspec.structs import replace

from accountability.actions.assess_register import assess_register
from accountability.actions.retest import retest
from accountability.evaluate import assess
from litigation.extract import register_facts
from litigation.facts import CaseFacts
from litigation.law.in_force import LawInForce, law_in_force
from litigation.models import CasePage, RegisteredFacts
from litigation.stored_facts import VERSION, encode
from tests.benchmarks import four_checks
from tests.benchmarks.asked import not_measured
from tests.benchmarks.fill import check, fill
from tests.benchmarks.normalised import lay_out
from tests.benchmarks.pairs import (
    DisagreementError,
    Figure,
    Side,
    Target,
    Times,
    alternate,
    compared,
    exponent,
    must_agree,
    ratio,
)
from tests.benchmarks.sample import last_day, sample
from tests.benchmarks.table import document, table

CASES = 300


def side(name: str, log: list[str]) -> Side:
    """A side that notes when it was prepared and when it ran."""
    return Side(name=name, run=lambda: log.append(name), before=lambda: log.append(f"before {name}"))


def test_the_two_sides_take_turns_and_each_is_prepared_before_it_runs() -> None:
    log: list[str] = []
    alternate(side("A", log), side("B", log), rounds=2)
    assert log == ["before A", "A", "before B", "B"] * 2


def test_there_is_at_least_one_round() -> None:
    with pytest.raises(ValueError, match="at least one round"):
        alternate(side("A", []), side("B", []), rounds=0)


def test_the_server_is_charged_to_the_side_it_worked_for() -> None:
    spent = [0.0]

    def work() -> None:
        spent[0] += 100

    first, second = alternate(
        Side(name="A", run=work), Side(name="B", run=lambda: None), rounds=1, server_time=lambda: spent[0]
    )
    assert 100 <= first.processor[0] < 101
    assert second.processor[0] < 1


def test_where_the_server_cannot_be_seen_the_wall_clock_counts() -> None:
    figure = ratio("k", "t", side("A", []), side("B", []), rounds=2, server_time=None)
    assert figure.sides[0].processor == ()
    assert figure.values == figure.by_the_wall
    assert len(figure.values) == 2


def test_the_median_of_the_rounds_is_held_against_the_target() -> None:
    mine = Times(name="A", processor=(30.0, 10.0, 200.0), wall=(1.0, 1.0, 1.0))
    theirs = Times(name="B", processor=(10.0, 10.0, 10.0), wall=(1.0, 1.0, 1.0))
    at_most = compared("k", "t", mine, theirs, target=Target(2.9))
    assert at_most.values == (3.0, 1.0, 20.0)
    assert (at_most.median, at_most.verdict) == (3.0, "over")
    assert compared("k", "t", mine, theirs, target=Target(3)).verdict == "pass"
    assert compared("k", "t", mine, theirs, target=Target(3, at_least=True)).verdict == "pass"
    assert compared("k", "t", mine, theirs).verdict == ""


def test_ten_times_as_many_in_ten_times_the_time_is_an_exponent_of_one() -> None:
    assert exponent(10)(10) == pytest.approx(1)
    assert exponent(10)(100) == pytest.approx(2)


def test_a_disagreement_names_what_only_one_side_found() -> None:
    must_agree(frozenset({1}), frozenset({1}), "same")
    with pytest.raises(DisagreementError, match=r"findings.*1 only in the first, 2 only in the second.*'7'"):
        must_agree(frozenset({7}), frozenset({8, 9}), "findings")


def test_the_table_and_the_document_say_the_same_and_a_gap_keeps_its_name() -> None:
    figures = [
        Figure(
            key="a",
            title="Ours ÷ theirs",
            values=(2.0, 1.0, 4.0),
            by_the_wall=(3.0, 3.0, 3.0),
            target=Target(3),
        ),
        not_measured("b", "Something else", "nobody wrote it"),
    ]
    lines = table(figures).splitlines()
    assert lines[2].split() == ["Ours", "÷", "theirs", "2.00", "1.00", "–", "4.00", "3.00", "≤", "3", "pass"]
    assert lines[3].endswith("not measured: nobody wrote it")
    told = msgspec.json.decode(document(figures, {"cases": 5}))
    assert told["cases"] == 5
    assert [figure["verdict"] for figure in told["figures"]] == ["pass", "not measured"]
    assert told["figures"][0]["median"] == 2.0


def test_the_same_size_is_the_same_register() -> None:
    assert sample(20) == sample(20)


@pytest.fixture
def law() -> LawInForce:
    return law_in_force()


@pytest.mark.django_db
def test_sql_and_rules_find_the_same_whatever_the_day(law: LawInForce) -> None:
    register = sample(CASES)
    lay_out(register, law, last_day())
    for day in (last_day(), date(2020, 10, 15), date(2022, 5, 13), date(2024, 3, 13)):
        by_sql = four_checks.named(four_checks.by_sql(day, law), register)
        assert by_sql, day
        must_agree(four_checks.as_rows(four_checks.by_rules(register, law, day)), by_sql, f"as of {day}")
        full = four_checks.of_the_four(assess(register, law, day))
        must_agree(four_checks.as_rows(full), by_sql, f"full assessment as of {day}")


@pytest.mark.django_db
def test_sql_finds_each_of_the_four_with_each_result(law: LawInForce) -> None:
    register = sample(CASES)
    lay_out(register, law, last_day())
    found = {(what, result) for what, *_middle, result, _due, _late in four_checks.by_sql(last_day(), law)}
    assert found >= {
        (what, result)
        for what, results in {
            "reply": ("breach", "undetermined"),
            "lawyers": ("breach", "undetermined"),
            "filing": ("breach", "undetermined", "reading_dependent"),
            "loss": ("breach", "undetermined"),
        }.items()
        for result in results
    }


@pytest.mark.django_db
def test_a_register_stored_past_the_pages_is_read_back_and_assessed_like_any_other(law: LawInForce) -> None:
    register = sample(40)
    fill(register)
    check(register)
    assessed = assess_register(last_day())
    assert assessed.stored is not None
    assert assessed.assessment.cases == assess(register, law, last_day(), lasting=True).cases


@pytest.mark.django_db
def test_after_edits_at_random_what_was_tested_again_is_what_sql_finds(law: LawInForce) -> None:
    register, luck = sample(80), random.Random(7)
    fill(register)
    assess_register(last_day())
    edited = luck.sample(register.cases, 15)
    for _round in range(2):
        for case in edited:
            changed = edit(case, luck)
            register_anew(changed)
            retest([changed.ref], last_day())
    present = register_facts()
    lay_out(present, law, last_day())
    by_sql = four_checks.named(four_checks.by_sql(last_day(), law), present)
    stored = four_checks.as_rows(four_checks.of_the_four_stored())
    must_agree(stored, by_sql, "findings stored case by case")
    full = four_checks.of_the_four(assess(present, law, last_day()))
    must_agree(stored, four_checks.as_rows(full), "findings stored case by case and a full assessment")
    before = four_checks.of_the_four(assess(register, law, last_day()))
    assert four_checks.as_rows(before) != stored, "the edits changed no finding"


def edit(case: CaseFacts, luck: random.Random) -> CaseFacts:
    """``case`` with something else on record."""
    later = timedelta(days=luck.randint(-9, 9))
    return luck.choice(
        [
            replace(case, submitted=luck.choice([None, ()])),
            replace(case, hearings=luck.choice([None, ()])),
            replace(case, decision=None),
            replace(
                case,
                received=tuple(replace(row, on=row.on and row.on + later) for row in case.received or ()),
            ),
        ]
    )


def register_anew(case: CaseFacts) -> None:
    page = CasePage.objects.get(ref=case.ref)
    RegisteredFacts.objects.create(case=page, schema_version=VERSION, encoded=encode(case))
