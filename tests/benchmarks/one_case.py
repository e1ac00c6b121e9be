"""5. Testing one case again, in a large register and in a small one.

The small register is a part of the large one, so that the same cases are tested again in both, after the same edits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.db import connection
from django.utils import timezone
from msgspec.structs import replace

from accountability.actions.assess_register import assess_register
from accountability.actions.retest import retest
from accountability.linked_cases import Links
from config.databases import from_url
from litigation.facts import CaseFacts, RegisterFacts
from litigation.models import CasePage, RegisteredFacts
from litigation.stored_facts import VERSION, encode
from tests.benchmarks.asked import Asked, not_measured
from tests.benchmarks.fill import fill
from tests.benchmarks.pairs import Figure, Side, Target, must_agree, ratio
from tests.benchmarks.sample import last_day, sample
from tests.benchmarks.scratch import Scratch, scratch

SLOWER, QUERIES = Target(1.2), Target(1)
FEW = 1_000
STEP = 10
#: How many cases are tested again in each round, one by one: a single one is over before the clock has moved much.
AT_ONCE = 20


def measure(asked: Asked, database: Scratch) -> list[Figure]:
    few = min(FEW, asked.cases // STEP)
    if few < AT_ONCE:
        return [not_measured("one-case", "Testing one case again", f"needs at least {AT_ONCE * STEP} cases")]
    with scratch(asked.address, asked.like) as another:
        return _measured(asked, few, database, another)


def _measured(asked: Asked, few: int, database: Scratch, another: Scratch) -> list[Figure]:
    as_of = last_day()
    large = sample(asked.cases)
    small = _part(large, few)
    for register, filled in ((large, database), (small, another)):
        asked.say(f"storing and assessing {len(register.cases)} cases")
        _switch_to(filled)
        fill(register)
        assess_register(as_of)
        filled.keep()
    chosen = small.cases[:: max(1, len(small.cases) // AT_ONCE)][:AT_ONCE]

    asked.say("comparing what both leave, and how often they ask")
    told = []
    for filled in (database, another):
        _switch_to(filled)
        _edit(chosen, 0)
        with _counted() as queries:
            stored = [retest([case.ref], as_of) for case in chosen]
        told.append((len(queries), [(one.results, one.changes) for one in stored]))
    must_agree(told[0][1], told[1][1], "what is stored of the cases tested again")

    title = f"Testing one case again among {len(large.cases):,} ÷ among {len(small.cases):,}"
    return [
        ratio(
            "one-case",
            title,
            _side(f"among {len(large.cases)}", database, chosen, as_of),
            _side(f"among {len(small.cases)}", another, chosen, as_of),
            rounds=asked.rounds * 2,
            target=SLOWER,
            server_time=asked.server_time(database),
            say=asked.say,
            detail={"cases tested again in a round": len(chosen)},
        ),
        Figure(
            key="one-case-queries",
            title=f"{title}: queries",
            values=(told[0][0] / told[1][0],),
            target=QUERIES,
            detail={"queries for one case": told[0][0] / len(chosen)},
        ),
    ]


def _part(register: RegisterFacts, few: int) -> RegisterFacts:
    """About ``few`` of the cases, with all that hangs together with them."""
    refs = [case.ref for case in register.cases]
    kept = Links(register.cases).together(refs[: few * 2 // 3])
    return replace(register, cases=tuple(case for case in register.cases if case.ref in kept))


def _side(name: str, database: Scratch, chosen: Sequence[CaseFacts], as_of: date) -> Side:
    rounds = iter(range(1, 1_000))

    def before() -> None:
        _switch_to(database)
        _edit(chosen, next(rounds))

    def run() -> None:
        for case in chosen:
            retest([case.ref], as_of)

    return Side(name=name, run=run, before=before)


def _switch_to(database: Scratch) -> None:
    """From now on Django's connection is to ``database``, as in a process that never had another."""
    connection.close()
    connection.settings_dict.update(from_url(database.url))
    connection.ensure_connection()


def _edit(cases: Sequence[CaseFacts], number: int) -> None:
    """Register each of ``cases`` anew: nothing handed in, or what was handed in before, by turns."""
    keys = dict(CasePage.objects.filter(ref__in=[case.ref for case in cases]).values_list("ref", "pk"))
    RegisteredFacts.objects.bulk_create(
        RegisteredFacts(
            case_id=keys[case.ref],
            schema_version=VERSION,
            encoded=encode(case if number % 2 else replace(case, submitted=())),
            recorded_at=timezone.now(),
        )
        for case in cases
    )


@contextmanager
def _counted() -> Iterator[list[str]]:
    """The statements sent meanwhile."""
    sent: list[str] = []

    def note(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        sent.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield sent
