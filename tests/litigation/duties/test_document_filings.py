"""N5.3: two days for each summons, complaint, judgment and ruling received (AMB-08, 09, 10, 11; rulings.md 18)."""

from __future__ import annotations

from typing import Any

import pytest

from litigation.duties.duty import Duty, Status
from litigation.facts import CaseFacts
from litigation.law.in_force import LawInForce, law_in_force
from tests.cast import case, day, duties, filed, filed_paper, got, judged, result, ruled, taking, the_duty

NAMED = ("complaint", "summons", "judgment", "ruling")
OTHER = (
    "response_notice",
    "evidence_notice",
    "appearance_notice",
    "appeal",
    "mediation",
    "retrial_application",
    "enforcement_notice",
)


def papers(*received: Any, filings: list[Any] | None = None, **facts: Any) -> CaseFacts:
    return case(received=list(received), filings=filings or [], **facts)


def filings(facts: CaseFacts, as_of: str = "2021-06-30", law: LawInForce | None = None) -> list[Duty]:
    return duties(result(facts, as_of=as_of, law=law), "document_filing")


@pytest.mark.parametrize("paper", NAMED)
@pytest.mark.parametrize(
    ("on", "status"), [("2020-09-24", Status.MET), ("2020-09-25", Status.LATE), (None, Status.MISSED)]
)
def test_each_named_paper_is_filed_within_two_days(paper: str, on: str | None, status: Status) -> None:
    acts = [filed_paper(paper, on, "2020-09-22")] if on else []
    (duty,) = filings(papers(got(paper, "2020-09-22"), filings=acts))
    assert (duty.status, duty.clause, duty.trigger.document) == (status, "N5.3", paper)
    assert duty.due.default == day("2020-09-24")


@pytest.mark.parametrize("paper", OTHER)
def test_papers_that_the_clause_does_not_name_are_not_due(paper: str) -> None:
    assert filings(papers(got(paper, "2020-09-22"))) == []


def test_each_paper_has_its_own_two_days() -> None:
    """AMB-08: each document received."""
    facts = papers(
        got("complaint", "2020-09-22"),
        got("summons", "2020-09-22"),
        got("summons", "2020-11-02"),
        filings=[
            filed_paper("complaint", "2020-09-24", "2020-09-22"),
            filed_paper("summons", "2020-11-04", "2020-11-02"),
        ],
    )
    assert [(d.trigger.document, d.trigger.on, d.status) for d in filings(facts)] == [
        ("complaint", day("2020-09-22"), Status.MET),
        ("summons", day("2020-09-22"), Status.MISSED),
        ("summons", day("2020-11-02"), Status.MET),
    ]


def test_a_filing_without_a_day_of_receipt_covers_every_paper_of_its_kind() -> None:
    """bundle.md: without received_on it covers every one of that kind."""
    facts = papers(
        got("summons", "2020-09-22"),
        got("summons", "2020-09-23"),
        filings=[filed_paper("summons", "2020-09-24")],
    )
    assert {duty.status for duty in filings(facts)} == {Status.MET}


def test_a_filing_for_another_paper_covers_nothing() -> None:
    facts = papers(got("complaint", "2020-09-22"), filings=[filed_paper("summons", "2020-09-24")])
    assert filings(facts)[0].status is Status.MISSED


def test_a_filing_for_another_paper_of_the_kind_covers_nothing() -> None:
    both = got("summons", "2020-09-22"), got("summons", "2020-10-12")
    facts = papers(*both, filings=[filed_paper("summons", "2020-10-13", "2020-10-12")])
    assert [duty.status for duty in filings(facts)] == [Status.MISSED, Status.MET]


def test_a_filing_for_a_day_on_which_no_such_paper_came_may_be_about_any() -> None:
    facts = papers(got("summons", "2020-09-22"), filings=[filed_paper("summons", "2020-09-24", "2020-09-23")])
    (duty,) = filings(facts)
    assert (duty.status, duty.missing) == (
        Status.UNDETERMINED,
        ("filings[document_filing].received_on",),
    )


def test_a_filing_covers_no_paper_that_came_after_it() -> None:
    both = got("summons", "2020-09-22"), got("summons", "2020-10-12")
    facts = papers(*both, filings=[filed_paper("summons", "2020-09-23")])
    assert [duty.status for duty in filings(facts)] == [Status.MET, Status.MISSED]


def test_a_filing_that_does_not_say_which_paper_leaves_it_undetermined() -> None:
    facts = papers(got("complaint", "2020-09-22"), filings=[filed("document_filing", "2020-09-24")])
    (duty,) = filings(facts)
    assert (duty.status, duty.missing) == (Status.UNDETERMINED, ("filings[document_filing].document",))


def test_while_nobody_keeps_the_filings_it_is_undetermined() -> None:
    (duty,) = filings(case(received=[got("complaint", "2020-09-22")]))
    assert (duty.status, duty.missing) == (Status.UNDETERMINED, ("filings",))


def test_a_filing_of_unknown_day_leaves_a_late_one_undetermined() -> None:
    facts = papers(
        got("complaint", "2020-09-22"),
        filings=[filed_paper("complaint", None), filed_paper("complaint", "2020-09-28")],
    )
    (duty,) = filings(facts)
    assert (duty.status, duty.missing) == (Status.UNDETERMINED, ("filings[document_filing:complaint].on",))


def test_a_returned_filing_leaves_it_undetermined_and_its_amendment_does_not_make_it_late() -> None:
    """rulings.md 21: once the amended one is accepted, the first submission's day counts."""
    paper = got("complaint", "2020-09-22")
    returned = filed_paper("complaint", "2020-09-24", returned=True)
    assert filings(papers(paper, filings=[returned]))[0].status is Status.UNDETERMINED
    amended = papers(paper, filings=[returned, filed_paper("complaint", "2020-09-29")])
    assert filings(amended)[0].status in {Status.MET, Status.UNDETERMINED}


@pytest.mark.parametrize("submitted_on", [None, "2020-09-28"])
def test_withdrawal_of_the_case_does_not_end_it(submitted_on: str | None) -> None:
    """B.7: 7d is not extinguished."""
    acts = [filed_paper("complaint", submitted_on)] if submitted_on else []
    facts = papers(
        got("complaint", "2020-09-22"), filings=acts, decision=ruled("2020-09-23", "withdrawal_permitted")
    )
    assert filings(facts)[0].status is (Status.LATE if submitted_on else Status.MISSED)


@pytest.mark.parametrize("kind", ["reconsideration", "labour_arbitration", "arbitration"])
@pytest.mark.parametrize(("unit", "due"), [("XZF", True), ("AJ", False), ("JZ", False), ("SFJ", False)])
def test_reconsideration_and_arbitration_papers_are_filed_by_the_county_government_only(
    kind: str, unit: str, due: bool
) -> None:
    """rulings.md 18; AMB-10, scope clause."""
    received = [
        got(paper, "2024-03-04")
        for paper in (
            "reconsideration_application",
            "reconsideration_decision",
            "arbitration_application",
            "award",
        )
    ]
    facts = case(unit=unit, kind=kind, instance="none", received=received, filings=[])
    found = filings(facts, as_of="2024-12-31")
    assert len(found) == (4 if due else 0)
    assert len(filings(facts, as_of="2024-12-31", law=taking(AMB_10="all"))) == 4


@pytest.mark.parametrize("paper", ["appeal", "mediation"])
def test_under_amb_10_appeals_and_mediation_statements_are_filed_too(paper: str) -> None:
    facts = papers(got(paper, "2020-09-22"))
    assert [duty.status for duty in filings(facts, law=taking(AMB_10="all"))] == [Status.MISSED]


def test_under_amb_08_entry_and_result_are_filed_once_each() -> None:
    facts = papers(
        got("complaint", "2020-09-22"), got("summons", "2020-10-12"), got("judgment", "2020-11-20")
    )
    found = filings(facts, law=taking(AMB_08="entry_and_result"))
    assert [duty.trigger.document for duty in found] == ["complaint", "judgment"]


def test_under_amb_09_only_rulings_that_end_the_case_are_filed() -> None:
    law = taking(AMB_09="case_ending")
    ending = papers(got("ruling", "2020-11-20"), decision=ruled("2020-11-20", "suit_dismissed"))
    passing = papers(got("ruling", "2020-10-12"), decision=judged("2020-11-20", "claim_dismissed"))
    assert len(filings(ending, law=law)) == 1
    assert filings(passing, law=law) == []
    assert len(filings(passing)) == 1


def test_under_amb_09_an_earlier_ruling_does_not_end_the_case_that_a_later_one_ends() -> None:
    facts = papers(
        got("ruling", "2020-10-12"),
        got("ruling", "2020-11-20"),
        decision=ruled("2020-11-20", "suit_dismissed"),
    )
    found = filings(facts, law=taking(AMB_09="case_ending"))
    assert [duty.trigger.on for duty in found] == [day("2020-11-20")]


def forwarded(filed_on: str, forwarded_on: str | None, received_on: str | None = None) -> CaseFacts:
    return papers(
        got("complaint", "2020-09-22", forwarded_on=forwarded_on),
        filings=[filed_paper("complaint", filed_on, received_on)],
        unit="XZF",
        handling_units=["AJ"],
    )


@pytest.mark.parametrize("named", [None, "2020-09-22", "2020-09-27"])
def test_for_the_county_the_days_run_from_forwarding_and_the_filing_may_name_either_day(
    named: str | None,
) -> None:
    (duty,) = filings(forwarded("2020-09-29", "2020-09-27", named))
    assert (duty.status, duty.trigger.on) == (Status.MET, day("2020-09-27"))


def test_a_county_paper_not_yet_forwarded_waits_and_one_filed_in_time_anyway_is_met() -> None:
    assert filings(forwarded("2020-09-29", None))[0].missing == ("received[complaint].forwarded_on",)
    assert filings(forwarded("2020-09-24", None))[0].status is Status.MET


def test_under_amb_11_the_days_run_from_service() -> None:
    (duty,) = filings(forwarded("2020-09-29", "2020-09-27"), law=taking(AMB_11="service"))
    assert (duty.status, duty.trigger.on) == (Status.LATE, day("2020-09-22"))


@pytest.mark.parametrize(("as_of", "code"), [("2020-09-24", Status.OPEN), ("2020-09-25", Status.MISSED)])
def test_it_is_open_until_its_day_and_missed_after_it(as_of: str, code: Status) -> None:
    assert filings(papers(got("complaint", "2020-09-22")), as_of)[0].status is code


def test_a_paper_of_unknown_day_names_it() -> None:
    (duty,) = filings(papers(got("complaint", None)))
    assert (duty.status, duty.missing) == (Status.UNDETERMINED, ("received[complaint].on",))


def test_a_paper_before_the_notice_is_not_filed_and_the_day_of_the_notice_can_be_moved() -> None:
    facts = papers(got("complaint", "2020-08-31"))
    assert filings(facts) == []
    assert len(filings(facts, law=law_in_force(notice_from=day("2020-06-01")))) == 1
    assert len(filings(facts, law=taking(AMB_27="tested"))) == 1
    later = papers(got("complaint", "2020-09-22"))
    assert filings(later, law=law_in_force(notice_from=day("2021-01-01"))) == []


# N5.1 and N3.5 are filings without a number.


def sensitive(closed_on: str | None = None, filings: list[Any] | None = None, **facts: Any) -> CaseFacts:
    return case(
        sensitive={"flagged_on": "2025-03-04", "grounds": ["mass_incident"], **facts},
        closed_on=closed_on,
        filings=filings or [],
    )


def risk(facts: CaseFacts) -> Duty:
    return the_duty(result(facts, as_of="2025-12-31"), "risk_report")


def test_promptly_is_never_computed() -> None:
    duty = risk(sensitive())
    assert (duty.status, duty.due.default) == (Status.OPEN, None)


def test_a_risk_never_reported_when_the_case_is_closed_is_missed() -> None:
    assert risk(sensitive(closed_on="2025-09-01")).status is Status.MISSED


@pytest.mark.parametrize("by_filing", [True, False])
def test_a_risk_reported_before_the_case_is_closed_is_met(by_filing: bool) -> None:
    if by_filing:
        facts = sensitive("2025-09-01", filings=[filed("risk_report", "2025-03-10")])
    else:
        facts = sensitive("2025-09-01", reported_on="2025-03-10")
    assert (risk(facts).status, risk(facts).done_on) == (Status.MET, day("2025-03-10"))


def test_where_field_and_filing_differ_the_filing_wins() -> None:
    facts = sensitive("2025-09-01", filings=[filed("risk_report", "2025-03-10")], reported_on="2025-03-06")
    assert risk(facts).done_on == day("2025-03-10")


def test_a_case_that_was_not_flagged_has_no_risk_to_report() -> None:
    assert (
        duties(
            result(case(sensitive={}, closed_on="2025-09-01", filings=[]), as_of="2025-12-31"), "risk_report"
        )
        == []
    )


def test_the_archive_is_filed_after_the_case_is_closed_and_never_late() -> None:
    open_case = case(filings=[])
    assert duties(result(open_case, as_of="2025-12-31"), "archive_filing") == []
    closed = case(closed_on="2021-03-01", filings=[])
    assert the_duty(result(closed, as_of="2025-12-31"), "archive_filing").status is Status.OPEN
    done = case(closed_on="2021-03-01", filings=[filed("archive_filing", "2025-06-01")])
    assert the_duty(result(done, as_of="2025-12-31"), "archive_filing").status is Status.MET
