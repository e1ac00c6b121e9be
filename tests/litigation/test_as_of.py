"""Nothing dated after ``as_of`` is known; what is undated, and what a paper or decision states, stays (bundle.md)."""

from __future__ import annotations

from typing import Any

import pytest

from litigation.as_of import case_as_of, register_as_of
from litigation.facts import CaseFacts, Performance
from tests.cast import (
    case,
    day,
    filed,
    filed_paper,
    got,
    held,
    judged,
    recommended,
    register,
    report,
    ruled,
    sent,
    staff,
)


def cut(facts: CaseFacts, on: str) -> CaseFacts:
    return case_as_of(facts, day(on))


DATED: list[Any] = [
    pytest.param({"received": [got("complaint", "2020-09-22")]}, {"received": []}, id="received"),
    pytest.param({"submitted": sent("2020-09-22")}, {"submitted": []}, id="submitted"),
    pytest.param({"hearings": [held("2020-09-22", staff())]}, {"hearings": []}, id="hearings"),
    pytest.param({"filings": [filed("archive_filing", "2020-09-22")]}, {"filings": []}, id="filings"),
    pytest.param(
        {"recommendations": [recommended("2020-09-22")]}, {"recommendations": []}, id="recommendations"
    ),
    pytest.param({"conduct": [{"category": 1, "on": "2020-09-22"}]}, {"conduct": []}, id="conduct"),
    pytest.param({"closed_on": "2020-09-22"}, {}, id="closed_on"),
    pytest.param({"sensitive": {"flagged_on": "2020-09-22"}}, {}, id="sensitive"),
    pytest.param({"evidence_extension": {"applied_on": "2020-09-22"}}, {}, id="evidence_extension"),
    pytest.param({"decision": judged("2020-09-22", "revoked")}, {}, id="decision"),
]


@pytest.mark.parametrize(("facts", "left"), DATED)
def test_what_happened_on_the_day_itself_is_known_and_a_day_earlier_is_not(
    facts: dict[str, Any], left: dict[str, Any]
) -> None:
    assert cut(case(**facts), "2020-09-22") == case(**facts)
    assert cut(case(**facts), "2020-09-21") == case(**left)


def test_a_row_without_a_day_stays_at_any_time() -> None:
    facts = case(
        received=[got("complaint", None)],
        submitted=sent(None),
        filings=[filed("archive_filing", None)],
        recommendations=[recommended(None)],
        conduct=[{"category": 8}],
        sensitive={"grounds": ["chain_reaction"]},
        decision={"form": "judgment", "outcomes": ["revoked"]},
    )
    assert cut(facts, "2020-01-01") == facts


def test_an_unknown_list_stays_unknown_and_an_empty_one_empty() -> None:
    assert cut(case(), "2020-01-01") == case()
    empty = case(received=[], submitted=[], hearings=[], filings=[], recommendations=[], conduct=[])
    assert cut(empty, "2020-01-01") == empty


def test_the_hearing_day_and_the_evidence_day_are_known_with_the_paper_that_names_them() -> None:
    facts = case(
        received=[
            got("summons", "2020-09-22", hearing_on="2020-10-28"),
            got("evidence_notice", "2020-09-22", evidence_by="2020-10-09"),
        ]
    )
    assert cut(facts, "2020-09-22") == facts


def test_a_paper_forwarded_later_is_known_as_served_and_not_as_forwarded() -> None:
    facts = case(received=[got("complaint", "2020-09-22", forwarded_on="2020-09-25")])
    assert cut(facts, "2020-09-24") == case(received=[got("complaint", "2020-09-22")])
    assert cut(facts, "2020-09-25") == facts


def test_handling_reply_and_copy_become_known_one_by_one() -> None:
    facts = case(
        recommendations=[
            recommended(
                "2021-03-01", handled_on="2021-03-19", replied_on="2021-04-12", copied_on="2021-04-20"
            )
        ]
    )
    for on, known in (
        ("2021-03-18", {}),
        ("2021-03-19", {"handled_on": "2021-03-19"}),
        ("2021-04-19", {"handled_on": "2021-03-19", "replied_on": "2021-04-12"}),
    ):
        assert cut(facts, on) == case(recommendations=[recommended("2021-03-01", **known)])


def test_the_grant_and_the_end_of_the_obstacle_become_known_one_by_one() -> None:
    whole = {"applied_on": "2022-01-28", "granted_on": "2022-01-29", "obstacle_removed_on": "2022-02-25"}
    facts = case(evidence_extension=whole)
    assert cut(facts, "2022-01-28") == case(evidence_extension={"applied_on": "2022-01-28"})
    assert cut(facts, "2022-02-24") == case(
        evidence_extension={"applied_on": "2022-01-28", "granted_on": "2022-01-29"}
    )


def test_a_report_of_a_sensitive_case_made_later_is_not_known() -> None:
    facts = case(
        sensitive={"flagged_on": "2025-03-04", "reported_on": "2025-03-10", "assessed_on": "2025-03-12"}
    )
    assert cut(facts, "2025-03-11") == case(
        sensitive={"flagged_on": "2025-03-04", "reported_on": "2025-03-10"}
    )


def test_a_renewed_notice_after_the_day_is_not_known() -> None:
    facts = case(hearings=[held("2020-11-12", staff(), renewed_notice_on="2020-11-20")])
    assert cut(facts, "2020-11-15") == case(hearings=[held("2020-11-12", staff())])


def test_a_decision_is_known_with_its_first_service_and_each_later_service_and_appeal_on_its_own_day() -> (
    None
):
    decision = {
        "form": "judgment",
        "outcomes": ["revoked"],
        "services": [{"party": "unit", "on": "2020-12-04"}, {"party": "plaintiff", "on": "2020-12-08"}],
        "appeals": [{"by": "plaintiff", "on": "2020-12-20"}],
    }
    facts = case(decision=decision)
    assert cut(facts, "2020-12-03").decision is None
    first = cut(facts, "2020-12-04").decision
    assert first is not None
    assert [service.party for service in first.services or ()] == ["unit"]
    assert first.appeals == ()
    assert cut(facts, "2020-12-20") == facts


def test_a_decision_whose_service_nobody_recorded_is_known_with_its_paper() -> None:
    facts = case(
        received=[got("judgment", "2020-12-04")], decision={"form": "judgment", "outcomes": ["revoked"]}
    )
    assert cut(facts, "2020-12-03").decision is None
    assert cut(facts, "2020-12-04") == facts


@pytest.mark.parametrize("paper", ["ruling", "mediation", "award"])
def test_a_paper_of_another_form_does_not_make_the_decision_known(paper: str) -> None:
    """A ruling on jurisdiction comes months before the judgment: it must not give away its outcome."""
    facts = case(
        received=[got("complaint", "2020-09-22"), got(paper, "2020-10-12")],
        decision=judged("2021-03-01", "revoked"),
    )
    assert cut(facts, "2020-12-01").decision is None
    assert cut(facts, "2021-03-01").decision == facts.decision


def test_performance_refusal_and_suspension_become_known_on_their_days() -> None:
    performance = {
        "within_days": 60,
        "performed_on": "2022-08-30",
        "suspensions": [{"on": "2022-08-05"}],
        "refusal": [{"kind": "enforcement_notice", "on": "2022-08-15"}],
    }
    facts = case(decision=judged("2022-06-10", "ordered_to_remake", performance=performance))
    decision = cut(facts, "2022-08-14").decision
    assert decision is not None
    before = decision.performance
    assert before is not None
    assert before == Performance(
        within_days=60, suspensions=before.suspensions, refusal=(), performed_on=None
    )
    assert [row.on for row in before.suspensions or ()] == [day("2022-08-05")]


def test_the_stated_day_of_effect_and_the_day_set_to_perform_are_statements_and_stay() -> None:
    """The one exception: they say something about the decision and are compared with as_of where they are used."""
    facts = case(
        decision=ruled(
            "2020-12-04", effective_on="2021-01-04", note="送达回证", performance={"due_on": "2021-03-01"}
        )
    )
    assert cut(facts, "2020-12-04") == facts


def test_annual_reports_are_cut_by_their_day_and_unknown_ones_stay_unknown() -> None:
    reports = [report("AJ", 2021, "2021-12-24"), report("AJ", 2022, "2022-12-24")]
    known = register_as_of(register(reports=reports), day("2022-12-23")).annual_reports
    assert [row.year for row in known or ()] == [2021]
    assert register_as_of(register(), day("2022-12-23")).annual_reports is None


def test_units_and_disputes_have_no_day_and_stay() -> None:
    whole = register(case(filings=[filed_paper("complaint", "2022-01-01")]))
    early = register_as_of(whole, day("2020-01-01"))
    assert early.units == whole.units
    assert [facts.ref for facts in early.cases] == ["C1"]
