"""Each reading that a fact can test changes something; it marks only what it alone removes (rulings.md 2)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from accountability.assessment_document import as_document
from accountability.evaluate import assess
from accountability.outcomes import Result
from litigation.facts import CaseFacts, RegisterFacts
from litigation.law.in_force import LawInForce, law_in_force
from litigation.law.loader import load_law
from tests.cast import (
    case,
    day,
    filed,
    filed_paper,
    findings,
    got,
    head,
    held,
    judged,
    lawyer,
    outcomes,
    recommended,
    register,
    report,
    result,
    ruled,
    sent,
    served,
    staff,
    taking,
    the_finding,
    trying,
    unit_result,
)

LATER = "2024-12-31"


def one(**facts: Any) -> RegisterFacts:
    return register(case(**{"filings": [], **facts}), reports=[])


def two(first: dict[str, Any], second: dict[str, Any]) -> RegisterFacts:
    follower = case("C2", **{"follows": "C1", "filings": [], **second})
    return register(case(**{"filings": [], **first}), follower, reports=[])


FIRST_HEARING = {"hearings": [held("2021-03-25", head(), staff()), held("2021-04-22", lawyer())]}
FORWARDED = got("complaint", "2021-03-01", forwarded_on="2021-03-15")
# A pair for each reading: on these facts the alternative gives another due day, duty or result than the default.
PAIRS: dict[tuple[str, str], Callable[[], RegisterFacts]] = {
    ("AMB-01", "working"): lambda: one(received=[got("complaint", "2020-11-20")]),
    ("AMB-02", "included"): lambda: one(received=[got("complaint", "2020-09-22")]),
    ("AMB-03", "no_roll"): lambda: one(received=[got("complaint", "2020-11-20")]),
    ("AMB-04", "roll"): lambda: register(reports=[report("XZF", 2020, "2021-01-11", "city")]),
    ("AMB-05", "exclusive"): lambda: register(reports=[report("XZF", 2021, "2022-01-10", "city")]),
    ("AMB-06", "summons"): lambda: one(
        received=[got("response_notice", "2021-03-01"), got("summons", "2021-03-15")]
    ),
    ("AMB-07", "once"): lambda: two(
        {"received": [got("summons", "2021-03-01")]},
        {"instance": "second", "received": [got("summons", "2021-09-01")]},
    ),
    ("AMB-08", "entry_and_result"): lambda: one(
        received=[got("complaint", "2021-03-01"), got("summons", "2021-03-15")]
    ),
    ("AMB-09", "case_ending"): lambda: one(
        received=[got("ruling", "2021-03-01")], decision=judged("2021-06-01", "claim_dismissed")
    ),
    ("AMB-10", "all"): lambda: one(received=[got("appeal", "2021-03-01")]),
    ("AMB-11", "service"): lambda: one(unit="XZF", received=[FORWARDED]),
    ("AMB-14", "expiry_day"): lambda: one(decision=judged("2021-04-20", "revoked")),
    ("AMB-15", "last_service"): lambda: one(
        instance="second",
        decision=judged("2021-07-30", "revoked", services=served("2021-07-30", "2021-08-10")),
    ),
    ("AMB-16", "after_handling"): lambda: one(
        recommendations=[
            recommended("2021-03-01", reply_within_days=30, handled_on="2021-03-19", replied_on="2021-04-12")
        ]
    ),
    ("AMB-17", "thirty_days"): lambda: one(recommendations=[recommended("2021-03-01")]),
    ("AMB-18", "extended"): lambda: one(decision=judged("2021-04-20", "indemnity")),
    ("AMB-20", "whole_party"): lambda: one(
        hearings=[held("2021-03-25", head(), staff(), left_without_leave="head")]
    ),
    ("AMB-21", "each_hearing"): lambda: one(**FIRST_HEARING),
    ("AMB-22", "first_instance_only"): lambda: one(
        instance="second", received=[got("appeal", "2021-03-01")], submitted=[]
    ),
    ("AMB-24", "first_service"): lambda: two(
        {
            "received": [got("complaint", "2021-03-01")],
            "submitted": [],
            "decision": ruled("2021-03-08", "transferred"),
        },
        {"received": [got("complaint", "2021-04-01")], "submitted": sent("2021-04-16")},
    ),
    ("AMB-25", "acceptance"): lambda: one(
        kind="reconsideration",
        instance="none",
        accepted_on="2023-12-28",
        received=[got("reconsideration_application", "2024-01-02")],
        submitted=[],
    ),
    ("AMB-26", "required"): lambda: one(decision=judged("2021-04-20", "revoked", appeals=[])),
    ("AMB-27", "tested"): lambda: one(received=[got("complaint", "2020-08-03")]),
}
NO_FACT_IN_THE_RECORD = {"AMB-12", "AMB-13", "AMB-23"}
RATES_ONLY = {"AMB-19"}


def substance(facts: RegisterFacts, law: LawInForce) -> str:
    """The document without the readings it states: what they made of the facts."""
    document = as_document(assess(facts, law, day(LATER)))
    return json.dumps([document["cases"], document["units"]], sort_keys=True)


@pytest.mark.parametrize(("key", "value"), PAIRS)
def test_choosing_the_alternative_changes_what_the_assessment_says(key: str, value: str) -> None:
    facts = PAIRS[key, value]()
    chosen = law_in_force(chosen={key: value})
    assert substance(facts, chosen) != substance(facts, law_in_force())


def test_every_alternative_has_its_pair_or_says_why_it_has_none() -> None:
    every = {
        (key, value.value)
        for key, reading in load_law().readings.items()
        for value in reading.values
        if value.value != reading.default
    }
    assert {key for key, _ in every - set(PAIRS)} == NO_FACT_IN_THE_RECORD | RATES_ONLY


def test_amb_19_is_about_rates_and_both_can_be_worked_out_from_the_document() -> None:
    absence = {"ground": "irreplaceable_duty", "formal": True, "accepted": True}
    facts = one(hearings=[held("2021-03-25", staff(), absence=absence)])
    assert substance(facts, law_in_force()) == substance(
        facts, law_in_force(chosen={"AMB-19": "exclude_excused"})
    )
    found = result(facts.cases[0], as_of=LATER).attendance
    assert (found.due, found.appeared, found.excused) == (1, 0, 1)


# What is marked, and with which reading.


def named(finding: Any) -> tuple[str, str]:
    params = finding.trace.steps[-1].params
    return params["reading"], params["value"]


REVERSED_BY: list[Any] = [
    pytest.param(
        "7d",
        case(received=[got("complaint", "2020-11-20")], filings=[filed_paper("complaint", "2020-11-24")]),
        "AMB-01",
        id="AMB-01",
    ),
    pytest.param(
        "6",
        case(
            recommendations=[
                recommended(
                    "2021-03-01", reply_within_days=30, handled_on="2021-03-19", replied_on="2021-04-12"
                )
            ]
        ),
        "AMB-16",
        id="AMB-16",
    ),
    pytest.param(
        "2",
        case(hearings=[held("2021-03-25", head(), staff(), left_without_leave="head")]),
        "AMB-20",
        id="AMB-20",
    ),
]


@pytest.mark.parametrize(("code", "facts", "key"), REVERSED_BY)
def test_a_breach_that_an_enabled_reading_alone_removes_names_that_reading(
    code: str, facts: CaseFacts, key: str
) -> None:
    finding = the_finding(result(facts, as_of="2021-12-31"), code)
    assert finding.outcome is Result.READING_DEPENDENT
    assert named(finding)[0] == key


@pytest.mark.parametrize(("code", "facts", "key"), REVERSED_BY)
def test_with_that_reading_disabled_it_is_a_breach(code: str, facts: CaseFacts, key: str) -> None:
    law = law_in_force(enabled={key: frozenset()})
    assert the_finding(result(facts, as_of="2021-12-31", law=law), code).outcome is Result.BREACH


@pytest.mark.parametrize(("code", "facts", "key"), REVERSED_BY)
def test_with_that_reading_in_force_nothing_is_found(code: str, facts: CaseFacts, key: str) -> None:
    (value,) = [
        value.value
        for value in load_law().readings[key].values
        if value.value != load_law().readings[key].default
    ]
    assert findings(result(facts, as_of="2021-12-31", law=law_in_force(chosen={key: value})), code) == []


def test_amb_04_marks_the_unit_s_own_report() -> None:
    found = unit_result("XZF", reports=[report("XZF", 2020, "2021-01-11", "city")], as_of="2021-06-30")
    (finding,) = findings(found, "7c")
    assert (finding.outcome, named(finding)[0]) == (Result.READING_DEPENDENT, "AMB-04")


def test_two_readings_that_only_together_remove_a_breach_do_not() -> None:
    """Flips are one at a time."""
    facts = case(
        recommendations=[
            recommended("2021-03-01", reply_within_days=30, handled_on="2021-03-19", replied_on="2021-04-26")
        ]
    )
    assert the_finding(result(facts, as_of="2021-12-31"), "6").outcome is Result.BREACH
    both = taking(AMB_01="working", AMB_16="after_handling")
    assert outcomes(result(facts, as_of="2021-12-31", law=both), "6") == ["clear"]


def test_what_only_another_reading_makes_a_breach_changes_no_result() -> None:
    """bundle.md: never the reverse."""
    facts = case(received=[got("complaint", "2020-11-20")], filings=[filed_paper("complaint", "2020-11-23")])
    for key, value in (("AMB-03", "no_roll"), ("AMB-02", "included")):
        assert outcomes(result(facts, as_of="2021-12-31", law=trying(key, value)), "7d") == ["clear"]


def test_undetermined_under_another_reading_removes_no_breach() -> None:
    """AMB-15 by the last service, of which nobody knows the day: it does not say that there is no breach."""
    services = [{"party": "unit", "on": "2021-07-30"}, {"party": "plaintiff", "on": None}]
    facts = case(
        instance="second",
        decision={"form": "judgment", "outcomes": ["revoked"], "services": services},
        filings=[],
    )
    assert outcomes(result(facts, as_of="2021-12-31", law=trying("AMB-15", "last_service")), "7f") == [
        "breach"
    ]


# Enabled by a person (readings are settings): the same duty must be recognised under the other reading.


def test_a_paper_late_from_service_and_from_forwarding_depends_on_neither() -> None:
    """AMB-11 enabled: late under both readings is a breach, though the two count from different days."""
    facts = case(
        unit="XZF",
        handling_units=["AJ"],
        received=[got("complaint", "2021-03-01", forwarded_on="2021-03-15")],
        filings=[filed_paper("complaint", "2021-04-30")],
    )
    assert outcomes(result(facts, as_of="2021-12-31", law=trying("AMB-11", "service")), "7d") == ["breach"]


def test_a_registration_late_from_the_first_paper_and_from_the_summons_depends_on_neither() -> None:
    """AMB-06 enabled."""
    facts = case(
        received=[got("response_notice", "2021-03-01"), got("summons", "2021-03-15")],
        filings=[filed("appearance_registration", "2021-04-30")],
    )
    assert outcomes(result(facts, as_of="2021-12-31", law=trying("AMB-06", "summons")), "7a") == ["breach"]


def test_a_registration_late_from_the_first_paper_only_depends_on_amb_06() -> None:
    facts = case(
        received=[got("response_notice", "2021-03-01"), got("summons", "2021-03-15")],
        filings=[filed("appearance_registration", "2021-03-17")],
    )
    assert outcomes(result(facts, as_of="2021-12-31", law=trying("AMB-06", "summons")), "7a") == [
        "reading_dependent"
    ]


@pytest.mark.parametrize(
    ("key", "value", "code", "facts"),
    [
        (
            "AMB-08",
            "entry_and_result",
            "7d",
            case(
                received=[got("complaint", "2021-03-01"), got("summons", "2021-03-15")],
                filings=[filed_paper("complaint", "2021-03-02")],
            ),
        ),
        (
            "AMB-09",
            "case_ending",
            "7d",
            case(
                received=[got("ruling", "2021-03-01")],
                decision=judged("2021-06-01", "claim_dismissed"),
                filings=[],
            ),
        ),
        (
            "AMB-22",
            "first_instance_only",
            "4",
            case(instance="second", received=[got("appeal", "2021-03-01")], submitted=[]),
        ),
        (
            "AMB-15",
            "last_service",
            "7f",
            case(
                instance="second",
                decision=judged("2021-07-30", "revoked", services=served("2021-07-30", "2021-08-10")),
                filings=[filed("loss_analysis", "2021-08-20")],
            ),
        ),
    ],
)
def test_an_alternative_somebody_enables_marks_what_it_removes(
    key: str, value: str, code: str, facts: CaseFacts
) -> None:
    found = result(facts, as_of="2021-12-31", law=trying(key, value))
    finding = the_finding(found, code)
    assert (finding.outcome, named(finding)) == (Result.READING_DEPENDENT, (key, f"{key}.{value}"))
    assert the_finding(result(facts, as_of="2021-12-31"), code).outcome is Result.BREACH
