"""``python -m tests.benchmarks.one_process migrate|store|assess N``: makes the tables at BENCH_DATABASE_URL, fills them, or
assesses once what is in them.

Prints seconds and the peak of this process's memory in KiB as JSON: what a process needed is known only if it did nothing else.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2] / "site")]

from tests.benchmarks.scratch import server_time_at, start_django  # noqa: E402 - site/ is on the path only now


def migrate(cases: int) -> dict[str, float]:
    """Make the tables."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    return {}


def store(cases: int) -> dict[str, float]:
    """Fill the database with a register of ``cases`` cases."""
    from tests.benchmarks.fill import fill
    from tests.benchmarks.sample import sample

    fill(sample(cases))
    return {}


def assess(cases: int) -> dict[str, float]:
    """Assess the register and store what is found."""
    from accountability.actions.assess_register import assess_register
    from tests.benchmarks.sample import last_day

    before = _peak()
    elsewhere, processor, started = server_time_at(), time.process_time(), time.perf_counter()
    assessed = assess_register(last_day())
    wall = time.perf_counter() - started
    if len(assessed.assessment.cases) != cases:
        raise SystemExit(f"{len(assessed.assessment.cases)} cases were assessed, not {cases}")
    spent = time.process_time() - processor + server_time_at() - elsewhere
    return {"wall": wall, "processor": spent, "peak": _peak(), "before": before}


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main(what: str, cases: str) -> None:
    start_django(os.environ["BENCH_DATABASE_URL"])
    answer = {"migrate": migrate, "store": store, "assess": assess}[what](int(cases))
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main(*sys.argv[1:])
