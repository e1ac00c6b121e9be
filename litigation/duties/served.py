"""Who was served with a decision, when, and who appealed: one judgment on several respondents is one, whoever recorded it.

Facts.md C.6(1): the latest expiry over all parties counts, and nothing takes effect if anyone appeals; rulings.md 19.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from litigation.duties.case_in_context import CaseInContext
from litigation.facts import Appeal, CaseFacts
from litigation.vocabulary import (
    PAPER_OF,
    CaseKind,
    DecisionForm,
    Instance,
    Outcome,
    Party,
    RespondentRole,
)

RULING_OUTCOMES = frozenset(
    {Outcome.SUIT_DISMISSED, Outcome.WITHDRAWAL_PERMITTED, Outcome.TRANSFERRED, Outcome.TERMINATED}
)
#: A co-respondent's own case says "unit" where this one says "co_respondent".
RESPONDENTS = frozenset({Party.UNIT, Party.CO_RESPONDENT})
_SEEN_FROM_THE_OTHER = {Party.UNIT: Party.CO_RESPONDENT, Party.CO_RESPONDENT: Party.UNIT}
#: Roles that there are only beside another respondent.
_JOINT = frozenset({RespondentRole.ORIGINAL_ORGAN, RespondentRole.CO_RESPONDENT})


def form_of(case: CaseFacts) -> DecisionForm | None:
    """The decision's form as recorded, else as kind and outcomes imply it (驳回起诉 is a ruling, 撤销 a judgment)."""
    decision = case.decision
    if decision is None or decision.form is not None:
        return decision.form if decision else None
    if not case.is_court_case:
        return DecisionForm.DECISION if case.kind is CaseKind.RECONSIDERATION else DecisionForm.AWARD
    if not decision.outcomes:
        return None
    outcomes = set(decision.outcomes)
    if outcomes & RULING_OUTCOMES:
        return DecisionForm.RULING
    return DecisionForm.MEDIATION if Outcome.MEDIATED in outcomes else DecisionForm.JUDGMENT


def served_on_unit(case: CaseFacts) -> date | None:
    """The day the decision was served on this unit: its service, else the receipt of the paper."""
    decision = case.decision
    if decision is None:
        return None
    days = [row.on for row in decision.services or () if row.party is Party.UNIT and row.on]
    if days:
        return max(days)
    form = form_of(case)
    paper = PAPER_OF.get(form) if form else None
    received = [row.on for row in case.received or () if row.document is paper and row.on]
    return max(received, default=None)


class Service(NamedTuple):
    """``party`` as this record calls it, served on ``on``."""

    party: Party
    on: date


def services_of(context: CaseInContext) -> tuple[list[Service], tuple[str, ...]]:
    """The services on record, and what is missing: unit and plaintiff are always parties, others as far as known.

    A co-respondent is known by its row, by its own case of the same judgment, or by the role of this unit.
    """
    case = context.case
    rows = (case.decision.services if case.decision else None) or ()
    services = [Service(row.party, row.on) for row in rows if row.on is not None]
    missing: set[Party] = {row.party for row in rows if row.on is None and row.party is not Party.UNIT}
    listed = {row.party for row in rows}
    on_unit = served_on_unit(case)
    if on_unit is None:
        missing.add(Party.UNIT)
    else:
        services.append(Service(Party.UNIT, on_unit))
    others = [other.case for other in context.judged_together()]
    for other in others:
        for row in (other.decision.services if other.decision else None) or ():
            if row.on is not None and row.party not in RESPONDENTS:
                services.append(Service(row.party, row.on))
        served = served_on_unit(other)
        if served is not None:
            services.append(Service(Party.CO_RESPONDENT, served))
    listed |= {service.party for service in services}
    told = sum(row.party is Party.CO_RESPONDENT and row.on is not None for row in rows)
    if told < sum(served_on_unit(other) is None for other in others):
        missing.add(Party.CO_RESPONDENT)
    if case.role in _JOINT and Party.CO_RESPONDENT not in listed:
        missing.add(Party.CO_RESPONDENT)
    if Party.PLAINTIFF not in listed:
        missing.add(Party.PLAINTIFF)
    return services, tuple(sorted(f"decision.services[{party}].on" for party in missing))


def appellants(context: CaseInContext) -> frozenset[Party]:
    """Who appealed, as this record calls them."""
    own = {appeal.by for appeal in _appeals(context)}
    others = {
        _SEEN_FROM_THE_OTHER.get(a.by, a.by) for each in context.judged_together() for a in _appeals(each)
    }
    return frozenset(own | others)


def appeals_in_time(context: CaseInContext, limit: int) -> Iterator[bool]:
    """For each appeal on record, the other respondents' too, whether it counts as lodged within ``limit`` days.

    One without a day, or by a party of unknown service, does.
    """
    for each in (context, *context.judged_together()):
        for appeal in _appeals(each):
            yield _in_time(each, appeal, limit)


def second_instances(context: CaseInContext) -> list[CaseFacts]:
    """The cases of second instance that follow this one, or another respondent's under the same judgment."""
    return [
        after.case
        for each in (context, *context.judged_together())
        for after in each.following()
        if after.case.instance is Instance.SECOND
    ]


def _appeals(context: CaseInContext) -> tuple[Appeal, ...]:
    return (context.case.decision.appeals if context.case.decision else None) or ()


def _in_time(context: CaseInContext, appeal: Appeal, limit: int) -> bool:
    decision = context.case.decision
    served = [
        row.on for row in (decision.services if decision else None) or () if row.party is appeal.by and row.on
    ]
    if appeal.on is None or not served:
        return True
    end = context.law.counter.calendar_days(max(served), limit).default
    return end is None or appeal.on <= end
