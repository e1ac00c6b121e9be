"""What courts decide, and how often: the substance of decisions (facts.md C.5)."""

from __future__ import annotations

from litigation.bundle.generate.luck import Luck
from litigation.vocabulary import CaseKind, DecisionForm, Disposition, Outcome

Outcomes = tuple[Outcome, ...]

# Whoever is left with one of these has lost, and owes an analysis (N5.5).
LOST = {
    Outcome.REVOKED,
    Outcome.PARTLY_REVOKED,
    Outcome.ORDERED_TO_REMAKE,
    Outcome.ORDERED_TO_PERFORM,
    Outcome.ORDERED_TO_PAY,
    Outcome.DECLARED_UNLAWFUL,
    Outcome.DECLARED_VOID,
    Outcome.MODIFIED,
    Outcome.COMPENSATION_AWARDED,
}
# These leave the unit something to do.
TO_DO = {
    Outcome.ORDERED_TO_REMAKE,
    Outcome.ORDERED_TO_PERFORM,
    Outcome.ORDERED_TO_PAY,
    Outcome.COMPENSATION_AWARDED,
    Outcome.REMEDIAL_MEASURES,
    Outcome.AGREEMENT_PERFORMANCE,
    Outcome.INDEMNITY,
    Outcome.MEDIATED,
}

_JUDGMENTS: dict[Outcomes, int] = {
    (Outcome.CLAIM_DISMISSED,): 30,
    (Outcome.REVOKED,): 5,
    (Outcome.REVOKED, Outcome.ORDERED_TO_REMAKE): 5,
    (Outcome.PARTLY_REVOKED,): 2,
    (Outcome.ORDERED_TO_PERFORM,): 5,
    (Outcome.ORDERED_TO_PAY,): 2,
    (Outcome.DECLARED_UNLAWFUL,): 5,
    (Outcome.DECLARED_UNLAWFUL, Outcome.REMEDIAL_MEASURES): 2,
    (Outcome.DECLARED_UNLAWFUL, Outcome.COMPENSATION_AWARDED): 1,
    (Outcome.DECLARED_VOID,): 2,
    (Outcome.MODIFIED,): 2,
    (Outcome.AGREEMENT_PERFORMANCE,): 2,
    (Outcome.INDEMNITY,): 2,
}
_COMPENSATION: dict[Outcomes, int] = {(Outcome.CLAIM_DISMISSED,): 2, (Outcome.COMPENSATION_AWARDED,): 2}
_PUBLIC_INTEREST: dict[Outcomes, int] = {(Outcome.ORDERED_TO_PERFORM,): 2, (Outcome.DECLARED_UNLAWFUL,): 1}
_RULINGS: dict[Outcomes, int] = {
    (Outcome.SUIT_DISMISSED,): 6,
    (Outcome.WITHDRAWAL_PERMITTED,): 6,
    (Outcome.TERMINATED,): 1,
}
_WITHOUT_HEARING: dict[Outcomes, int] = {
    (Outcome.WITHDRAWAL_PERMITTED,): 4,
    (Outcome.SUIT_DISMISSED,): 3,
    (Outcome.TRANSFERRED,): 2,
}
_REVERSED: dict[Outcomes, int] = {
    (Outcome.REVOKED,): 1,
    (Outcome.DECLARED_UNLAWFUL,): 1,
    (Outcome.DECLARED_VOID,): 1,
    (Outcome.MODIFIED,): 1,
}
_DISPOSITIONS = {
    Disposition.UPHELD: 12,
    Disposition.REVERSED: 3,
    Disposition.REMANDED: 2,
    Disposition.APPEAL_WITHDRAWN: 2,
}


def first_verdict(luck: Luck, kind: CaseKind) -> tuple[DecisionForm, Outcomes]:
    """How a trial at first instance ends after a hearing."""
    form = luck.deal("form", {DecisionForm.JUDGMENT: 20, DecisionForm.RULING: 5, DecisionForm.MEDIATION: 2})
    if form is DecisionForm.RULING:
        return form, luck.deal("ruling", _RULINGS)
    if form is DecisionForm.MEDIATION:
        return form, (Outcome.MEDIATED,)
    if kind is CaseKind.COMPENSATION:
        return form, luck.deal("compensation", _COMPENSATION)
    if kind is CaseKind.PUBLIC_INTEREST:
        return form, luck.deal("public interest", _PUBLIC_INTEREST)
    return form, luck.deal("judgment", _JUDGMENTS)


def verdict_without_hearing(luck: Luck) -> Outcomes:
    """How a case ends by a ruling before anybody was heard."""
    return luck.deal("without hearing", _WITHOUT_HEARING)


def higher_verdict(
    luck: Luck, before: Outcomes, *, retrial: bool
) -> tuple[DecisionForm, Disposition, Outcomes]:
    """What the second instance, or the retrial, makes of the outcomes before it."""
    disposition = luck.deal("disposition", _DISPOSITIONS)
    if retrial and disposition in (Disposition.REMANDED, Disposition.APPEAL_WITHDRAWN):
        disposition = Disposition.UPHELD
    match disposition:
        case Disposition.UPHELD:
            form = DecisionForm.RULING if Outcome.SUIT_DISMISSED in before else DecisionForm.JUDGMENT
            return form, disposition, before
        case Disposition.REVERSED:
            lost = any(outcome in LOST for outcome in before)
            reversed_to = (Outcome.CLAIM_DISMISSED,) if lost else luck.deal("reversed to", _REVERSED)
            return DecisionForm.JUDGMENT, disposition, reversed_to
    return DecisionForm.RULING, disposition, ()


def for_the_other(luck: Luck, outcomes: Outcomes) -> Outcomes:
    """What stands for the second of two respondents: as for the first, or its own act stands while the other's fell."""
    lost = any(outcome in LOST for outcome in outcomes)
    if lost and luck.deal("both lost", {True: 1, False: 1}):
        return (Outcome.NOT_LOST_ELSEWHERE,)
    return outcomes
