"""N6.8 — 六（8）: neglect with bad consequences. Never decided by dates: candidates are leads (facts.md B.8)."""

from __future__ import annotations

from collections.abc import Iterator

from accountability.findings import Finding, Subject
from accountability.outcomes import Result
from accountability.rules.category_5_refusal import signs
from accountability.rules.conduct import conduct_findings
from accountability.rules.under_test import CaseUnderTest
from accountability.trace import Guard, always
from litigation.duties.duty import Duty, DutyCode, Status
from litigation.duties.loss import is_loss
from litigation.duties.served import form_of
from litigation.law.sentences import Scalar
from litigation.vocabulary import DecisionForm, Instance, Refusal

COURT_MEASURES = frozenset({Refusal.FINE, Refusal.DETENTION, Refusal.PUBLIC_NOTICE})


def applies(case: CaseUnderTest) -> bool:
    return True


def test(case: CaseUnderTest) -> Iterator[Finding]:
    for duty in case.duties:
        if (
            duty.code is DutyCode.EVIDENCE
            and duty.status in {Status.LATE, Status.MISSED}
            and _lost_in_the_end(case)
        ):
            yield _late_evidence(case, duty)
    if _judged_by_default(case):
        guards = (always("neglect.default_judgment", Result.LEAD, hearing=case.hearings[0].hearing.on),)
        yield case.find(8, guards, kind="default_judgment")
    for sign in signs(case):
        if sign.kind in COURT_MEASURES:
            guards = (always("neglect.court_measure", Result.LEAD, sign=sign.kind, on=sign.on),)
            yield case.find(8, guards, subject=Subject(on=sign.on), kind=sign.kind, uid=sign.uid)
    yield from conduct_findings(case, 8)


def _late_evidence(case: CaseUnderTest, duty: Duty) -> Finding:
    """Evidence late and the case lost: a lead where the court treated it as absent (行政诉讼法 34(2))."""
    decision = case.context.case.decision
    params: dict[str, Scalar] = {
        "decisive": decision.late_evidence_decisive if decision else None,
        "due": duty.due.default,
        "done": duty.done_on,
    }
    missing = ("decision.late_evidence_decisive",)
    guards = (
        Guard("neglect.evidence_unknown", "unknown", ("decisive",), params, Result.UNDETERMINED, missing),
        Guard("neglect.evidence_not_decisive", "is_false", ("decisive",), params, Result.CLEAR),
        always("neglect.evidence_decisive", Result.LEAD, **params),
    )
    return case.find(8, guards, kind="late_evidence", uid=duty.uid)


def _lost_in_the_end(case: CaseUnderTest) -> bool:
    """Whether the case is lost here or, once appealed, in the second instance: the neglect was in this one."""
    if case.loss:
        return True
    return any(
        after.case.instance is Instance.SECOND and is_loss(after) for after in case.context.following()
    )


def _judged_by_default(case: CaseUnderTest) -> bool:
    """A judgment although nobody came to any hearing, summoned and without excuse (缺席判决)."""
    if not case.must_attend or not case.hearings or form_of(case.context.case) is not DecisionForm.JUDGMENT:
        return False
    return all(
        presence.anyone is False and presence.summons is True and presence.party_excused is False
        for presence in case.hearings
    )
