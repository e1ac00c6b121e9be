"""N6.3 — 六（3）: neither head nor responsible staff appears; lawyers do not do (B.3; AMB-21; rulings.md 15, 17)."""

from __future__ import annotations

from collections.abc import Iterator

from accountability.findings import Finding, Subject
from accountability.outcomes import Result
from accountability.rules.head_duty import facts_of, not_due_or_there, sitting
from accountability.rules.under_test import CaseUnderTest
from accountability.trace import Guard, always, decide
from litigation.duties.presence import Presence


def applies(case: CaseUnderTest) -> bool:
    return case.must_attend and bool(case.hearings)


def test(case: CaseUnderTest) -> Iterator[Finding]:
    for presence in case.hearings:
        hearing = presence.hearing
        if not case.thorough and presence.head:
            continue
        subject = Subject(hearing_on=hearing.on)
        yield case.find(3, _guards(case, presence), subject=subject, kind=sitting(presence), uid=hearing.uid)


def result_at(case: CaseUnderTest, presence: Presence) -> Result:
    """What this rule says of one hearing."""
    return decide(_guards(case, presence)).outcome


def _guards(case: CaseUnderTest, presence: Presence) -> Iterator[Guard]:
    params = facts_of(case, presence)
    place = f"hearings[{presence.hearing.on}]"
    if case.law.readings["AMB-21"] == "each_hearing":
        params["done_elsewhere"] = False
    yield from not_due_or_there(params)
    unrecorded = (f"{place}.attendance",)
    yield Guard("head.not_recorded", "unknown", ("anyone",), params, Result.UNDETERMINED, unrecorded)
    yield Guard("head.came_before", "is_true", ("done_elsewhere",), params, Result.CLEAR)
    yield Guard("head.staff_came", "is_true", ("staff",), params, Result.CLEAR)
    # A reason accepted by the court excuses the head only; staff had to come (行政诉讼法 3(3)).
    missing = presence.missing or (f"{place}.attendance",)
    yield Guard("head.head_unknown", "unknown", ("head",), params, Result.UNDETERMINED, missing)
    yield Guard("head.staff_unknown", "unknown", ("staff",), params, Result.UNDETERMINED, missing)
    others = tuple(fact for other in case.hearings for fact in other.missing) or (f"{place}.attendance",)
    yield Guard("head.elsewhere_unknown", "unknown", ("done_elsewhere",), params, Result.UNDETERMINED, others)
    # Whoever came waived the summons; where nobody did, its validity decides.
    params["summons_if_nobody"] = params["summons"] if presence.anyone is False else True
    missing = (f"{place}.summons_valid",)
    yield Guard(
        "head.summons_unknown", "unknown", ("summons_if_nobody",), params, Result.UNDETERMINED, missing
    )
    if presence.anyone and presence.excused:
        yield always("head.lawyers_only_head_excused", Result.BREACH, **params)
    elif presence.anyone:
        yield always("head.lawyers_only", Result.BREACH, **params)
    elif presence.excused:
        yield always("head.nobody_came_head_excused", Result.BREACH, **params)
    else:
        yield always("head.nobody_came", Result.BREACH, **params)
