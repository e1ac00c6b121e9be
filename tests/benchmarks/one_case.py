"""5. Testing one case again, in a large register and in a small one."""

from __future__ import annotations

from tests.benchmarks.asked import Asked, not_measured
from tests.benchmarks.pairs import Figure
from tests.benchmarks.scratch import Scratch


def measure(asked: Asked, database: Scratch) -> list[Figure]:
    """Nothing yet: the only way to test one case again reads the whole register."""
    return [
        not_measured(
            "one-case",
            "Testing one case again, in a large register ÷ in a small one",
            "no action tests one case alone and stores it",
        )
    ]
