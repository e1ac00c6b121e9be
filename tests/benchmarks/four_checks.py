"""Four checks, told twice: by the rules over facts, and by one statement over normalised tables (``four_checks.sql``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.db import connection

from accountability.evaluate import Assessment, dependent, removes_breach
from accountability.findings import Finding
from accountability.models import FindingState
from accountability.outcomes import Result
from accountability.rules import RULES
from accountability.rules.reach import REACH
from accountability.rules.under_test import CaseUnderTest
from litigation.duties.case_in_context import CaseInContext, Docket, in_context
from litigation.duties.court import answer_duties
from litigation.duties.derive import Family
from litigation.duties.duty import Duty, DutyCode
from litigation.duties.filings import document_filings, loss_analyses
from litigation.facts import RegisterFacts
from litigation.law.in_force import LawInForce

SQL = Path(__file__).with_suffix(".sql")
#: What was found: check, case, document, day, result, due, days late.
Found = tuple[Any, ...]


def replies(context: CaseInContext) -> Iterator[Duty]:
    """The duties to answer. All three items are worked out, because the rules know no smaller step; one is kept."""
    return (duty for duty in answer_duties(context) if duty.code is DutyCode.DEFENCE)


FAMILIES: tuple[Family, ...] = (replies, document_filings, loss_analyses)
TESTED = (3, 4, 7)


def by_rules(register: RegisterFacts, law: LawInForce, as_of: date) -> list[tuple[str, Finding]]:
    """The findings of the four checks that are not clear, with the refs of their cases."""
    found = []
    for context in in_context(Docket.of(register, as_of), law):
        case = CaseUnderTest(context, thorough=False, families=FAMILIES)
        for category in TESTED:
            rule = RULES[category - 1]
            if rule.applies(case):
                found += [(context.case.ref, _tried(context, finding)) for finding in rule.test(case)]
    return [(ref, finding) for ref, finding in found if finding.outcome is not Result.CLEAR]


def by_sql(as_of: date, law: LawInForce) -> list[Found]:
    """The rows of the statement, days as day numbers and cases as keys: as the database hands them out."""
    with connection.cursor() as cursor:
        cursor.execute(
            SQL.read_text(encoding="utf-8"),
            {"day": as_of.toordinal(), "notice": law.notice_from.toordinal()},
        )
        return list(cursor.fetchall())


def as_rows(found: Iterable[tuple[str, Finding]]) -> frozenset[tuple[Found, int]]:
    """Findings as the statement tells them, each with how often it occurs."""
    return frozenset(Counter(_row(ref, finding) for ref, finding in found).items())


def named(rows: Iterable[Found], register: RegisterFacts) -> frozenset[tuple[Found, int]]:
    """Rows of the statement with refs and days for numbers, each with how often it occurs."""
    refs = dict(enumerate(sorted(case.ref for case in register.cases), start=1))
    return frozenset(
        Counter(
            (what, refs[case], document, _day(on), result, _day(due), late)
            for what, case, document, on, result, due, late in rows
        ).items()
    )


def of_the_four(assessment: Assessment) -> list[tuple[str, Finding]]:
    """Those findings of a full assessment that the four checks cover."""
    return [(case.ref, finding) for case in assessment.cases for finding in case.findings if _covers(finding)]


def of_the_four_stored() -> list[tuple[str, Finding]]:
    """Those findings in the database that the four checks cover, as last told and as far as they stand."""
    states = FindingState.objects.filter(superseded_at__isnull=True, finding__case__isnull=False)
    told = [
        (state.finding.case.ref, state.as_finding())
        for state in states.exclude(outcome=Result.CLEAR).select_related("finding__case")
        if state.finding.case
    ]
    return [(ref, finding) for ref, finding in told if finding and _covers(finding)]


def _covers(finding: Finding) -> bool:
    return (
        finding.category == 3
        or finding.code in {"7d", "7f"}
        or (finding.category == 4 and finding.duty is DutyCode.DEFENCE)
    )


def _tried(context: CaseInContext, finding: Finding) -> Finding:
    """``finding`` under the enabled alternatives, as ``accountability.evaluate`` tries them, for these duties alone."""
    if finding.outcome is not Result.BREACH:
        return finding
    for key, value in context.law.readings.alternatives:
        reach = REACH[key]
        if finding.category in reach.categories and reach.matters(context.case):
            other = CaseUnderTest(
                context.under(context.law.taking(key, value)), thorough=False, families=FAMILIES
            )
            outcomes = {each.identity: each.outcome for each in RULES[finding.category - 1].test(other)}
            outcome = outcomes.get(finding.identity, Result.CLEAR)
            if removes_breach(outcome):
                return dependent(finding, key, value, outcome)
    return finding


def _row(ref: str, finding: Finding) -> Found:
    if finding.category == 3:
        return "lawyers", ref, None, finding.subject.hearing_on, finding.outcome.value, None, None
    what = {"4": "reply", "7d": "filing", "7f": "loss"}[finding.code]
    return (
        what,
        ref,
        finding.subject.document,
        finding.subject.on,
        finding.outcome.value,
        finding.due,
        finding.days_late,
    )


def _day(number: int | None) -> date | None:
    return None if number is None else date.fromordinal(number)
