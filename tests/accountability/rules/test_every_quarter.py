"""Every rule in every quarter from 2020 to 2027: it runs, finds what is there to find, and cites a source: no gap in the law."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from accountability.findings import Finding
from litigation.facts import CaseFacts
from tests.cast import (
    case,
    findings,
    got,
    head,
    held,
    judged,
    lawyer,
    recommended,
    reconsideration,
    result,
    served,
    staff,
)

QUARTERS = [date(year, month, 17) for year in range(2020, 2028) for month in (2, 5, 8, 11)]
NOTICE, CALENDAR_ENDS = date(2020, 9, 1), date(2026, 12, 31)


def on(day: date, after: int = 0) -> str:
    return (day + timedelta(days=after)).isoformat()


def interference(day: date) -> CaseFacts:
    return case(
        conduct=[{"category": 1, "on": on(day), "facts": "会议纪要要求暂缓立案", "source": "court_record"}]
    )


def absence(day: date) -> CaseFacts:
    summons = got("summons", on(day, -20), hearing_on=on(day))
    return case(received=[summons], hearings=[held(on(day), summons_valid=None)], filings=[])


def lawyers_only(day: date) -> CaseFacts:
    return case(hearings=[held(on(day), lawyer(), renewed_notice_on=on(day, -10))])


def no_answer(day: date) -> CaseFacts:
    return case(received=[got("complaint", on(day))], submitted=[], filings=[])


def no_reply(day: date) -> CaseFacts:
    return reconsideration(received=[got("reconsideration_application", on(day))], submitted=[], filings=[])


def refusal(day: date) -> CaseFacts:
    performance = {"within_days": 10, "refusal": [{"kind": "written_refusal", "on": on(day, 40)}]}
    return case(
        instance="second", decision=judged(on(day), "ordered_to_remake", performance=performance), filings=[]
    )


def unanswered(day: date) -> CaseFacts:
    return case(recommendations=[recommended(on(day), "normative_document")])


def unfiled(day: date) -> CaseFacts:
    return case(received=[got("summons", on(day))], filings=[])


def fined(day: date) -> CaseFacts:
    performance = {"within_days": 10, "refusal": [{"kind": "fine", "on": on(day)}]}
    return case(
        instance="second", decision=judged(on(day), "ordered_to_remake", performance=performance), filings=[]
    )


def head_missing(day: date) -> CaseFacts:
    return case(hearings=[held(on(day), staff(), lawyer(), lawyer(), summons_valid=None)])


# category, a case that triggers it, what it finds, the days its limit counts, whether the notice itself must be in force.
TRIGGERS: list[tuple[str, Callable[[date], CaseFacts], str, int, bool]] = [
    ("1", interference, "lead", 0, False),
    ("2", absence, "breach", 0, False),
    ("3", lawyers_only, "breach", 0, False),
    ("4", no_answer, "breach", 15, False),
    ("4", no_reply, "breach", 15, False),
    ("5", refusal, "breach", 10, False),
    ("6", unanswered, "breach", 60, False),
    ("7d", unfiled, "breach", 2, True),
    ("8", fined, "lead", 0, False),
    ("9", head_missing, "lead", 0, False),
]


def first_of(facts: CaseFacts, code: str, day: date) -> Finding | None:
    found = findings(result(facts, as_of=on(day, 130)), code)
    return found[0] if found else None


@pytest.mark.parametrize("day", QUARTERS, ids=lambda day: f"{day.year}Q{(day.month + 2) // 3}")
@pytest.mark.parametrize(
    ("code", "trigger", "outcome", "days", "of_the_notice"),
    TRIGGERS,
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_rule_finds_its_trigger_in_this_quarter_and_cites_a_source(
    day: date, code: str, trigger: Callable[[date], CaseFacts], outcome: str, days: int, of_the_notice: bool
) -> None:
    finding = first_of(trigger(day), code, day)
    if of_the_notice and day < NOTICE:
        assert finding is None
        return
    assert finding is not None
    assert finding.authority[0] == f"N6.{code[0]}"
    assert len(finding.authority) > 1
    if days and day + timedelta(days=days) > CALENDAR_ENDS:
        assert (finding.outcome, finding.missing) == ("undetermined", ("calendar",))
    else:
        assert finding.outcome == outcome


@pytest.mark.parametrize("day", QUARTERS, ids=lambda day: f"{day.year}Q{(day.month + 2) // 3}")
def test_a_case_in_which_nothing_is_wrong_is_clear_in_every_quarter(day: date) -> None:
    facts = case(
        received=[got("complaint", on(day)), got("summons", on(day), hearing_on=on(day, 20))],
        submitted=[{"item": item, "on": on(day, 1)} for item in ("defence", "evidence", "legal_basis")],
        hearings=[held(on(day, 20), head(), staff(), lawyer(), summons_valid=None)],
        decision={"form": "judgment", "outcomes": ["claim_dismissed"], "services": served(on(day, 30))},
        filings=[
            {"duty": "appearance_registration", "on": on(day, 1)},
            {"duty": "document_filing", "document": "complaint", "on": on(day, 1)},
            {"duty": "document_filing", "document": "summons", "on": on(day, 1)},
        ],
        conduct=[],
    )
    found = result(facts, as_of=on(day, 100))
    wanted = {"clear", "not_applicable"} | ({"undetermined"} if day > date(2026, 10, 1) else set())
    assert {str(outcome) for outcome in found.categories.values()} <= wanted
