"""N6.9 — 六（9）: other breaches of laws, regulations and rules: candidates, always leads (B.9; rulings.md 5, 8, 10)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from accountability.findings import Finding, Subject
from accountability.outcomes import Result
from accountability.rules.category_3_no_head_no_staff import result_at as no_head_no_staff_at
from accountability.rules.category_5_refusal import same_act_findings
from accountability.rules.conduct import conduct_findings
from accountability.rules.head_duty import facts_of, not_due_or_there, sitting
from accountability.rules.under_test import CaseUnderTest
from accountability.trace import Guard, always
from litigation.duties.presence import Presence
from litigation.law.sentences import Scalar
from litigation.vocabulary import CaseKind

# 行政复议法（2023）art 51(3): from then on the respondent's head attends a reconsideration hearing, or explains and sends staff.
RECONSIDERATION_HEARINGS_FROM = date(2024, 1, 1)


def applies(case: CaseUnderTest) -> bool:
    return True


def test(case: CaseUnderTest) -> Iterator[Finding]:
    if case.must_attend:
        yield from _absent_heads(case)
        for presence in case.hearings:
            yield from _at_hearing(case, presence)
    if case.context.case.kind is CaseKind.RECONSIDERATION:
        yield from _reconsideration_hearings(case)
    yield from same_act_findings(case, 9)
    yield from conduct_findings(case, 9)


def _absent_heads(case: CaseUnderTest) -> Iterator[Finding]:
    """The head absent without an accepted reason though staff came; absorbed by (3) for the same hearing."""
    for presence in case.hearings:
        hearing = presence.hearing
        if not case.thorough and presence.head:
            continue
        if presence.anyone is not None and no_head_no_staff_at(case, presence) is Result.CLEAR:
            subject = Subject(hearing_on=hearing.on)
            cites = ("head_absent", "lower_organ_head") if presence.lower_organ_head else ("head_absent",)
            guards = _absence_guards(case, presence)
            yield case.find(
                9,
                guards,
                subject=subject,
                kind=sitting(presence, "head_absent"),
                uid=hearing.uid,
                cites=cites,
            )


def _absence_guards(case: CaseUnderTest, presence: Presence) -> Iterator[Guard]:
    params = facts_of(case, presence)
    place = f"hearings[{presence.hearing.on}]"
    absence = presence.hearing.absence
    params |= {
        "ground": absence.ground if absence else None,
        "formal": absence.formal if absence else None,
        "accepted": absence.accepted if absence else None,
        "lower_organ_head": presence.lower_organ_head,
        "unproved": presence.unproved_head,
        "in_time": not presence.renewed_too_late,
    }
    yield from not_due_or_there(params)
    yield Guard("head.came_before", "is_true", ("done_elsewhere",), params, Result.CLEAR)
    yield Guard("head.excused", "is_true", ("excused",), params, Result.CLEAR)
    unaccepted = (f"{place}.absence.accepted",)
    yield Guard("head.excuse_unknown", "unknown", ("excused",), params, Result.UNDETERMINED, unaccepted)
    missing = presence.missing or (f"{place}.attendance",)
    yield Guard("head.head_unknown", "unknown", ("head",), params, Result.UNDETERMINED, missing)
    others = tuple(fact for other in case.hearings for fact in other.missing) or missing
    yield Guard("head.elsewhere_unknown", "unknown", ("done_elsewhere",), params, Result.UNDETERMINED, others)
    yield Guard("head.of_a_lower_organ", "is_true", ("lower_organ_head",), params, Result.LEAD)
    yield Guard("head.without_proof", "is_true", ("unproved",), params, Result.LEAD)
    yield Guard("head.called_again_absent", "is_true", ("called_again",), params, Result.LEAD)
    yield always("head.absent_unexcused", Result.LEAD, **params)


def _at_hearing(case: CaseUnderTest, presence: Presence) -> Iterator[Finding]:
    hearing = presence.hearing
    subject = Subject(hearing_on=hearing.on)
    if hearing.refused_to_answer:
        guards = (always("other.refused_to_answer", Result.LEAD, hearing=hearing.on),)
        yield case.find(
            9,
            guards,
            subject=subject,
            kind=sitting(presence, "refused_to_answer"),
            uid=hearing.uid,
            cites=("refused_to_answer",),
        )
    most = case.law.number("agents_maximum", hearing.on)
    if most is not None and presence.agents > most:
        params: dict[str, Scalar] = {"hearing": hearing.on, "agents": presence.agents, "most": most}
        guards = (always("other.too_many_agents", Result.LEAD, **params),)
        yield case.find(
            9,
            guards,
            subject=subject,
            kind=sitting(presence, "too_many_agents"),
            uid=hearing.uid,
            cites=("too_many_agents",),
        )


def _reconsideration_hearings(case: CaseUnderTest) -> Iterator[Finding]:
    for presence in case.hearings:
        hearing = presence.hearing
        if hearing.on < RECONSIDERATION_HEARINGS_FROM:
            continue
        params: dict[str, Scalar] = {
            "hearing": hearing.on,
            "anyone": presence.anyone,
            "head": presence.head,
            "staff": presence.staff,
            "explained": hearing.absence is not None,
            "explained_with_staff": presence.staff if hearing.absence is not None else False,
        }
        missing = presence.missing or (f"hearings[{hearing.on}].attendance",)
        guards = (
            Guard(
                "reconsideration.not_recorded", "unknown", ("anyone",), params, Result.UNDETERMINED, missing
            ),
            Guard("reconsideration.head_came", "is_true", ("head",), params, Result.CLEAR),
            Guard("reconsideration.explained", "is_true", ("explained_with_staff",), params, Result.CLEAR),
            Guard("reconsideration.head_unknown", "unknown", ("head",), params, Result.UNDETERMINED, missing),
            Guard(
                "reconsideration.staff_unknown",
                "unknown",
                ("explained_with_staff",),
                params,
                Result.UNDETERMINED,
                missing,
            ),
            always("reconsideration.head_absent", Result.LEAD, **params),
        )
        subject = Subject(hearing_on=hearing.on)
        yield case.find(
            9,
            guards,
            subject=subject,
            kind=sitting(presence, "reconsideration_hearing"),
            uid=hearing.uid,
            cites=("reconsideration_hearing",),
        )
