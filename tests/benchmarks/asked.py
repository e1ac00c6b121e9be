"""What one run of the benchmarks was asked for, as every measurement is given it."""

from __future__ import annotations

import sys

import msgspec

from tests.benchmarks.pairs import Figure, ServerTime
from tests.benchmarks.scratch import Scratch, sees_server


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """``address``: where scratch databases are made; ``like``: the one with tables and no rows that others are copied from."""

    name: str
    cases: int
    rounds: int
    address: str
    like: str = ""

    def say(self, line: str) -> None:
        """A sign of life on standard error."""
        sys.stderr.write(f"   {self.name}: {line}\n")
        sys.stderr.flush()

    def server_time(self, database: Scratch) -> ServerTime | None:
        """The server's share of the processor time, None where it cannot be seen."""
        return database.server_time if sees_server(self.address) else None


def not_measured(key: str, title: str, why: str) -> Figure:
    """A gap with its name."""
    return Figure(key=key, title=title, missing=why)
