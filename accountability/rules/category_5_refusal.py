"""N6.5 — 六（5）: refusing to perform an effective decision (facts.md B.5; rulings.md 5, 13, 14)."""

from __future__ import annotations

from collections.abc import Iterator

from accountability.findings import Finding, Subject
from accountability.outcomes import Result
from accountability.rules.under_test import CaseUnderTest, find_about, timely
from accountability.trace import Guard, always
from litigation.duties.duty import Duty, DutyCode
from litigation.duties.effect import State
from litigation.duties.performance import leaves_something_to_do
from litigation.facts import RefusalSign
from litigation.law.sentences import Scalar
from litigation.vocabulary import CaseKind, Refusal

IN_EFFECT = frozenset({State.EFFECTIVE, State.UNDETERMINED})


def applies(case: CaseUnderTest) -> bool:
    """Whether a decision in effect leaves the unit something to do."""
    return case.effect.state in IN_EFFECT and leaves_something_to_do(case.context.case.decision)


def test(case: CaseUnderTest) -> Iterator[Finding]:
    if not applies(case):
        return
    for duty in case.duties_to_test((DutyCode.PERFORMANCE,)):
        yield find_about(case.law, 5, "5", duty, _guards(case, duty), cites=(_before_whom(case),))
    yield from same_act_findings(case, 5)


def _before_whom(case: CaseUnderTest) -> str:
    """The kind of body whose decision is refused, which settles the statutes."""
    facts = case.context.case
    if facts.is_court_case:
        return "court"
    return "reconsideration" if facts.kind is CaseKind.RECONSIDERATION else "arbitration"


def signs(case: CaseUnderTest) -> tuple[RefusalSign, ...]:
    """What the court or the unit did after the decision took effect, as recorded."""
    decision = case.context.case.decision
    performance = decision.performance if decision else None
    return performance.refusal or () if performance else ()


def same_act_findings(case: CaseUnderTest, category: int) -> Iterator[Finding]:
    """The same act made again: sameness is a judgment, so a lead, in (5) and in (9) (行政诉讼法 71; rulings.md 5)."""
    for sign in signs(case):
        if sign.kind is Refusal.SAME_ACT_REPEATED:
            guards = (always("refusal.same_act", Result.LEAD, on=sign.on),)
            yield case.find(category, guards, subject=Subject(on=sign.on), kind="same_act", uid=sign.uid)


def _guards(case: CaseUnderTest, duty: Duty) -> Iterator[Guard]:
    yield from timely(duty, case.context.as_of)
    sign = _first_refusal(case, duty)
    params: dict[str, Scalar] = {
        "refused": sign is not None,
        "sign": sign.kind if sign else None,
        "on": sign.on if sign else None,
        "due": duty.due.default,
        "done": duty.done_on,
        "days": duty.days_late,
    }
    yield Guard("refusal.shown", "is_true", ("refused",), params, Result.BREACH)
    yield always("refusal.overdue_only", Result.LEAD, **params)


def _first_refusal(case: CaseUnderTest, duty: Duty) -> RefusalSign | None:
    """The first sign of refusal before the unit performed; a repeated act is no proof of its own."""
    shown = [
        sign
        for sign in signs(case)
        if sign.kind is not Refusal.SAME_ACT_REPEATED
        and (sign.on is None or duty.done_on is None or sign.on <= duty.done_on)
    ]
    return min(shown, key=lambda sign: (sign.on is None, sign.on), default=None)
