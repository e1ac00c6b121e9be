"""2. A full assessment with its findings stored, and four of its checks alone, against one statement of SQL for the four."""

from __future__ import annotations

from collections import Counter
from datetime import date

from accountability.actions.assess_register import assess_register
from accountability.collector import collector_paused
from accountability.evaluate import Assessment
from accountability.models import FindingState
from accountability.office_law import office_law
from litigation.extract import register_facts
from litigation.facts import RegisterFacts
from tests.benchmarks import four_checks
from tests.benchmarks.asked import Asked
from tests.benchmarks.fill import check, fill
from tests.benchmarks.normalised import lay_out
from tests.benchmarks.pairs import Figure, Side, Target, must_agree, ratio
from tests.benchmarks.sample import last_day, sample
from tests.benchmarks.scratch import Scratch

FULL, FOUR = Target(15), Target(6)


def measure(asked: Asked, database: Scratch) -> list[Figure]:
    as_of = last_day()
    register = _laid_out(asked, as_of)
    database.keep()
    database.restore()
    asked.say("comparing the findings of rules and SQL, one by one")
    detail = {"cases": asked.cases, **_agreed(register, as_of)}
    law = office_law().in_force
    server_time = asked.server_time(database)

    def four_by_sql() -> object:
        return four_checks.by_sql(as_of, law)

    # A first run, untimed, has the tables in memory: SQL is not charged for the copying before the other side.
    sql = Side(name="four checks by SQL", run=four_by_sql, before=four_by_sql)
    return [
        ratio(
            "assessment",
            "Full assessment, findings stored ÷ four checks in one SQL query",
            Side(name="assess and store", run=lambda: assess_register(as_of), before=database.restore),
            sql,
            rounds=asked.rounds,
            target=FULL,
            server_time=server_time,
            say=asked.say,
            detail=detail,
        ),
        ratio(
            "four-checks",
            "The same four checks by the rules, facts read from the database ÷ SQL",
            Side(name="four checks by rules", run=lambda: _four_by_rules(as_of)),
            sql,
            rounds=asked.rounds,
            target=FOUR,
            server_time=server_time,
            say=asked.say,
            detail=detail,
        ),
        ratio(
            "four-checks-in-memory",
            "The same four checks by the rules, facts already read ÷ SQL",
            Side(
                name="four checks by rules, in memory",
                run=lambda: four_checks.by_rules(register, office_law().in_force, as_of),
            ),
            sql,
            rounds=asked.rounds,
            server_time=server_time,
            say=asked.say,
            detail=detail,
        ),
    ]


def _laid_out(asked: Asked, as_of: date) -> RegisterFacts:
    asked.say(f"inventing and storing {asked.cases} cases")
    register = sample(asked.cases)
    fill(register)
    check(register)
    asked.say("laying out the normalised tables")
    lay_out(register, office_law().in_force, as_of)
    return register


def _four_by_rules(as_of: date) -> object:
    # As an assessment reads and tests.
    with collector_paused():
        return four_checks.by_rules(register_facts(), office_law().in_force, as_of)


def _agreed(register: RegisterFacts, as_of: date) -> dict[str, int]:
    """How many findings there are; DisagreementError unless rules, SQL, the full assessment and the stored rows agree."""
    law = office_law().in_force
    rows = four_checks.by_sql(as_of, law)
    by_sql = four_checks.named(rows, register)
    must_agree(four_checks.as_rows(four_checks.by_rules(register, law, as_of)), by_sql, "four checks")
    full = assess_register(as_of).assessment
    must_agree(four_checks.as_rows(four_checks.of_the_four(full)), by_sql, "full assessment and SQL")
    must_agree(_stored(), _found(full), "stored findings")
    return {"findings of the four checks": len(rows), "findings": sum(_found(full).values())}


def _found(assessment: Assessment) -> Counter[tuple[object, ...]]:
    owners = [(case.ref, case) for case in assessment.cases] + [
        (unit.code, unit) for unit in assessment.units
    ]
    return Counter(
        (
            name,
            finding.category,
            finding.code,
            finding.kind,
            finding.outcome.value,
            finding.due,
            finding.days_late,
        )
        for name, owner in owners
        for finding in owner.findings
    )


def _stored() -> Counter[tuple[object, ...]]:
    rows = FindingState.objects.filter(superseded_at__isnull=True).values_list(
        "finding__case__ref",
        "finding__unit__code",
        "finding__category",
        "finding__code",
        "finding__kind",
        "outcome",
        "due",
        "days_late",
    )
    return Counter((case or unit, *said) for case, unit, *said in rows)
