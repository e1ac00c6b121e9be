"""Chance that keeps its shares: every choice is dealt from a shuffled deck, so the rarest value comes up too."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

_Value = TypeVar("_Value")


class Luck:
    """All the chance of one register. The same seed deals the same cards."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - invented data, no secrets
        self._decks: dict[str, list[Any]] = {}
        self._shares: dict[str, Mapping[Any, int]] = {}

    def deal(self, deck: str, shares: Mapping[_Value, int]) -> _Value:
        """The next card of ``deck``, which holds each value as often as its share and is made anew when empty."""
        if self._shares.setdefault(deck, shares) != shares:
            raise ValueError(f"two decks are called {deck!r}")
        cards = self._decks.get(deck)
        if not cards:
            cards = [value for value, share in shares.items() for _ in range(share)]
            self._random.shuffle(cards)
            self._decks[deck] = cards
        card: _Value = cards.pop()
        return card

    def happens(self, what: str, *, once_in: int) -> bool:
        """Whether ``what`` happens this time; it does exactly once in ``once_in`` times."""
        return self.deal(what, {True: 1, False: once_in - 1})

    def between(self, least: int, most: int) -> int:
        return self._random.randint(least, most)

    def pick(self, values: Sequence[_Value]) -> _Value:
        return self._random.choice(values)
