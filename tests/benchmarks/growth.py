"""3. How time and memory of a full assessment grow with the register, each run in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping

from tests.benchmarks.asked import Asked, not_measured
from tests.benchmarks.pairs import Figure, Target, Times, compared, exponent, times
from tests.benchmarks.scratch import ROOT, Scratch, scratch, sees_server

GROWTH, MEMORY, TWO = Target(1.05), Target(1.2), Target(1.7, at_least=True)
#: From this size on the targets hold; below it the fixed cost of starting is too large a part.
LARGE = 100_000
STEP = 10


def measure(asked: Asked, database: Scratch) -> list[Figure]:
    sizes = (asked.cases, asked.cases // STEP)
    if sizes[1] < 1:
        return [not_measured("growth", "Growth of a full assessment", f"needs at least {STEP} cases")]
    with scratch(asked.address, asked.like) as another:
        databases = dict(zip(sizes, (database, another), strict=True))
        for size, filled in databases.items():
            asked.say(f"inventing and storing {size} cases")
            _in_process("store", filled, size)
            filled.keep()
        spent: dict[int, list[Mapping[str, float]]] = {size: [] for size in sizes}
        for number in range(1, asked.rounds + 1):
            for size, filled in databases.items():
                filled.restore()
                spent[size].append(_in_process("assess", filled, size))
                wall, peak = spent[size][-1]["wall"], spent[size][-1]["peak"]
                asked.say(f"round {number}/{asked.rounds}  {size} cases: {wall:.1f} s, {peak / 1024:.0f} MiB")
    return _figures(asked, sizes, spent)


def _figures(
    asked: Asked, sizes: tuple[int, int], spent: Mapping[int, list[Mapping[str, float]]]
) -> list[Figure]:
    visible = (lambda: 0.0) if sees_server(asked.address) else None
    more, fewer = (
        times(f"{size} cases", [(run["wall"], run["processor"]) for run in spent[size]], visible)
        for size in sizes
    )
    large = asked.cases >= LARGE
    between = f"{sizes[1]:,} to {sizes[0]:,} cases"
    factor = sizes[0] / sizes[1]
    memory = [[run["peak"] for run in spent[size]] for size in sizes]
    return [
        compared(
            "growth",
            f"Growth exponent of the full assessment, {between}",
            more,
            fewer,
            convert=exponent(factor),
            target=GROWTH if large else None,
        ),
        compared(
            "memory",
            f"Peak memory of the full assessment, {between}",
            *(
                Times(name=side.name, processor=(), wall=tuple(peaks))
                for side, peaks in zip((more, fewer), memory, strict=True)
            ),
            target=MEMORY if large else None,
            detail={"unit": "KiB", "before the assessment": [run["before"] for run in spent[sizes[0]]]},
        ),
        not_measured(
            "two-workers", f"Two worker processes ÷ one ({TWO})", "the assessment has no partitioned run"
        ),
    ]


def _in_process(what: str, database: Scratch, cases: int) -> Mapping[str, float]:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.one_process", what, str(cases)],
        env={**os.environ, "BENCH_DATABASE_URL": database.url},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    answer: Mapping[str, float] = json.loads(ended.stdout)
    return answer
