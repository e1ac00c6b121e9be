"""``python -m tests.benchmarks.measure NAME OPTIONS``: one measurement in a process of its own; its figures as JSON."""

from __future__ import annotations

import logging
import sys
from argparse import ArgumentParser
from importlib import import_module
from pathlib import Path

import msgspec

from tests.benchmarks.asked import Asked
from tests.benchmarks.pairs import Figure
from tests.benchmarks.scratch import scratch, start_django

sys.path[:0] = [str(Path(__file__).resolve().parents[2] / "site")]

#: The modules that measure, in the order of the table; whether each needs a database.
MEASUREMENTS = {"evaluation": False, "assessment": True, "growth": True, "importing": True, "one_case": True}


def main() -> None:
    """Measure and print; every other word goes to standard error."""
    parser = ArgumentParser()
    parser.add_argument("name", choices=MEASUREMENTS)
    parser.add_argument("--cases", type=int, required=True)
    parser.add_argument("--rounds", type=int, required=True)
    parser.add_argument("--address", default="sqlite://")
    parser.add_argument("--like", default="")
    logging.disable(logging.WARNING)
    sys.stdout.buffer.write(msgspec.json.encode(measured(Asked(**vars(parser.parse_args())))))


def measured(asked: Asked) -> list[Figure]:
    """The figures of one measurement. Its module is imported only when Django has started."""
    if not MEASUREMENTS[asked.name]:
        start_django("sqlite://:memory:")
        return list(import_module(f"tests.benchmarks.{asked.name}").measure(asked))
    with scratch(asked.address, asked.like) as database:
        start_django(database.url)
        return list(import_module(f"tests.benchmarks.{asked.name}").measure(asked, database))


if __name__ == "__main__":
    main()
