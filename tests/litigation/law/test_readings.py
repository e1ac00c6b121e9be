"""The 27 readings of facts.md A.3, their defaults, and the five that rulings.md 1 enables."""

from __future__ import annotations

import pytest

from litigation.law.in_force import law_in_force
from litigation.law.loader import load_law
from litigation.law.readings import UnknownReadingError, choose

# facts.md A.3: key → name, our token of the default, tokens of the alternatives.
READINGS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "AMB-01": ("day_unit", "calendar", ("working",)),
    "AMB-02": ("count_day0", "excluded", ("included",)),
    "AMB-03": ("rollover", "roll", ("no_roll",)),
    "AMB-04": ("fixed_dates", "no_roll", ("roll",)),
    "AMB-05": ("qian_inclusive", "inclusive", ("exclusive",)),
    "AMB-06": ("form_trigger", "first_document", ("summons",)),
    "AMB-07": ("form_each_instance", "each_instance", ("once",)),
    "AMB-08": ("filing_each_doc", "each_document", ("entry_and_result",)),
    "AMB-09": ("ruling_scope", "all", ("case_ending",)),
    "AMB-10": ("other_docs", "county_government_only", ("all",)),
    "AMB-11": ("receipt_date", "forwarded", ("service",)),
    "AMB-12": ("done_when", "sent", ("received",)),
    "AMB-13": ("internal_done", "sent", ("signed_for",)),
    "AMB-14": ("effective_day", "day_after", ("expiry_day",)),
    "AMB-15": ("second_inst_effective", "service_on_unit", ("last_service",)),
    "AMB-16": ("suggestion", "earlier", ("after_handling",)),
    "AMB-17": ("suggestion_default_limit", "two_months_general", ("thirty_days",)),
    "AMB-18": ("loss_scope", "literal", ("extended",)),
    "AMB-19": ("excused_head_rate", "include_excused", ("exclude_excused",)),
    "AMB-20": ("leave_midway", "head_counts", ("whole_party",)),
    "AMB-21": ("second_hearing_lawyer_only", "first_hearing", ("each_hearing",)),
    "AMB-22": ("appeal_answer", "counts", ("first_instance_only",)),
    "AMB-23": ("civil_suits", "excluded", ("included",)),
    "AMB-24": ("transfer_restart", "new_service", ("first_service",)),
    "AMB-25": ("transitional_fuyi", "receipt", ("acceptance",)),
    "AMB-26": ("no_appeal_record", "not_required", ("required",)),
    "AMB-27": ("first_year", "not_tested", ("tested",)),
}
ENABLED = (
    ("AMB-01", "working"),
    ("AMB-04", "roll"),
    ("AMB-16", "after_handling"),
    ("AMB-20", "whole_party"),
    ("AMB-25", "acceptance"),
)
NOT_IN_THE_RECORD = {"AMB-12", "AMB-13", "AMB-23"}


def test_there_are_exactly_the_twenty_seven() -> None:
    assert sorted(load_law().readings) == [f"AMB-{number:02}" for number in range(1, 28)]


@pytest.mark.parametrize("key", READINGS)
def test_a_reading_has_its_default_and_its_alternatives(key: str) -> None:
    name, default, alternatives = READINGS[key]
    reading = load_law().readings[key]
    assert (reading.name, reading.default) == (name, default)
    assert {value.value for value in reading.values} == {default, *alternatives}


def test_exactly_five_alternatives_are_enabled_by_default() -> None:
    assert law_in_force().readings.alternatives == ENABLED


def test_the_record_has_no_fact_for_three_of_them_and_they_say_why() -> None:
    silent = {key for key, reading in load_law().readings.items() if not reading.computable}
    assert silent == NOT_IN_THE_RECORD
    for key in silent:
        why = load_law().readings[key].not_computable_because
        assert why is not None
        assert why.zh


def test_nothing_chosen_means_the_defaults() -> None:
    in_force = choose(load_law().readings)
    assert {key: in_force[key] for key in READINGS} == {
        key: default for key, (_, default, _) in READINGS.items()
    }


def test_a_choice_replaces_one_default_and_is_no_alternative_to_itself() -> None:
    in_force = choose(load_law().readings, {"AMB-01": "working"})
    assert in_force["AMB-01"] == "working"
    assert in_force["AMB-03"] == "roll"
    assert ("AMB-01", "working") not in in_force.alternatives
    assert ("AMB-04", "roll") in in_force.alternatives


def test_the_default_can_be_enabled_as_the_alternative_to_another_choice() -> None:
    in_force = choose(load_law().readings, {"AMB-01": "working"}, {"AMB-01": frozenset({"calendar"})})
    assert ("AMB-01", "calendar") in in_force.alternatives


def test_enabling_replaces_the_alternatives_of_the_keys_it_names_only() -> None:
    in_force = choose(
        load_law().readings, None, {"AMB-01": frozenset(), "AMB-21": frozenset({"each_hearing"})}
    )
    assert [key for key, _ in in_force.alternatives] == ["AMB-04", "AMB-16", "AMB-20", "AMB-21", "AMB-25"]


def test_a_key_that_does_not_exist_is_refused_by_name() -> None:
    with pytest.raises(UnknownReadingError, match=r"AMB-28.*AMB-01"):
        choose(load_law().readings, {"AMB-28": "x"})
    with pytest.raises(UnknownReadingError, match="AMB-00"):
        choose(load_law().readings, None, {"AMB-00": frozenset({"x"})})


def test_a_value_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(UnknownReadingError, match=r"AMB-01.*'workdays'.*calendar, working"):
        choose(load_law().readings, {"AMB-01": "workdays"})
    with pytest.raises(UnknownReadingError, match=r"AMB-01.*'workdays'"):
        choose(load_law().readings, None, {"AMB-01": frozenset({"workdays"})})


@pytest.mark.parametrize("key", sorted(NOT_IN_THE_RECORD))
def test_what_no_fact_can_test_can_be_neither_chosen_nor_enabled(key: str) -> None:
    default, (alternative,) = READINGS[key][1], READINGS[key][2]
    assert choose(load_law().readings, {key: default})[key] == default
    with pytest.raises(UnknownReadingError, match=key):
        choose(load_law().readings, {key: alternative})
    with pytest.raises(UnknownReadingError, match=key):
        choose(load_law().readings, None, {key: frozenset({alternative})})


def test_taking_one_reading_leaves_the_others_and_nothing_further_to_try() -> None:
    other = law_in_force().taking("AMB-01", "working")
    assert other.readings["AMB-01"] == "working"
    assert other.readings["AMB-16"] == "earlier"
    assert other.readings.alternatives == ()
