"""Long lists in pieces that every database takes in one query."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

SIZE = 500

_T = TypeVar("_T")


def in_batches(items: Sequence[_T], size: int = SIZE) -> Iterator[Sequence[_T]]:
    """``items`` in order, at most ``size`` at a time."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
