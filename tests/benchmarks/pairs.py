"""Two ways of doing something, measured alternately in one run. What counts is how one compares with the other.

A machine is slower in one minute than in the next, and another machine is slower altogether. So nothing here is held against
a number of seconds: A and B take turns (A B A B …), each round gives one ratio, and the median of the rounds is reported with
the least and the greatest of them. Ratios are those of processor time, the database server's included, where it can be seen:
what else the machine is doing then hardly shows. The clock on the wall is noted beside it.
"""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import Any

import msgspec

#: Seconds of the processor that a database server has spent for this process so far.
ServerTime = Callable[[], float]
Say = Callable[[str], None]


class DisagreementError(AssertionError):
    """The two sides do not give the same result, so comparing their times would mean nothing."""


class Target(msgspec.Struct, frozen=True):
    """What a figure may be at most, or must be at least."""

    bound: float
    at_least: bool = False

    def is_met_by(self, value: float) -> bool:
        return value >= self.bound if self.at_least else value <= self.bound

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.bound:g}"


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of the two ways. ``before`` restores what ``run`` needs and is not timed."""

    name: str
    run: Callable[[], object]
    before: Callable[[], object] = lambda: None


class Times(msgspec.Struct, frozen=True, kw_only=True):
    """Seconds, one per round: of the processor (empty where the server's share cannot be seen), and by the wall clock."""

    name: str
    processor: tuple[float, ...]
    wall: tuple[float, ...]


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """What one measurement came to: a number per round. ``missing`` says why there is none."""

    key: str
    title: str
    values: tuple[float, ...] = ()
    by_the_wall: tuple[float, ...] = ()
    target: Target | None = None
    sides: tuple[Times, ...] = ()
    detail: Mapping[str, Any] = {}
    missing: str = ""

    @property
    def median(self) -> float:
        return median(self.values)

    @property
    def verdict(self) -> str:
        """``pass``, ``over`` (the target is missed), ``not measured``, or nothing where there is no target."""
        if not self.values:
            return "not measured"
        if self.target is None:
            return ""
        return "pass" if self.target.is_met_by(self.median) else "over"


def alternate(
    first: Side,
    second: Side,
    *,
    rounds: int,
    server_time: ServerTime | None = lambda: 0.0,
    say: Say = lambda line: None,
) -> tuple[Times, Times]:
    """The times of both sides, who take turns ``rounds`` times. ``server_time`` None: it cannot be seen."""
    if rounds < 1:
        raise ValueError("at least one round")
    spent: dict[bool, list[tuple[float, float]]] = {True: [], False: []}
    for number in range(1, rounds + 1):
        for is_first, side in ((True, first), (False, second)):
            spent[is_first].append(_timed(side, server_time or (lambda: 0.0)))
            say(f"round {number}/{rounds}  {side.name}: {spent[is_first][-1][0]:.3f} s")
    return times(first.name, spent[True], server_time), times(second.name, spent[False], server_time)


def ratio(
    key: str,
    title: str,
    first: Side,
    second: Side,
    *,
    rounds: int,
    target: Target | None = None,
    server_time: ServerTime | None = lambda: 0.0,
    say: Say = lambda line: None,
    detail: Mapping[str, Any] | None = None,
) -> Figure:
    """``first`` ÷ ``second``, round by round."""
    sides = alternate(first, second, rounds=rounds, server_time=server_time, say=say)
    return compared(key, title, *sides, target=target, detail=detail)


def compared(
    key: str,
    title: str,
    first: Times,
    second: Times,
    *,
    target: Target | None = None,
    convert: Callable[[float], float] = lambda quotient: quotient,
    detail: Mapping[str, Any] | None = None,
) -> Figure:
    """``first`` ÷ ``second``, round by round, from times already taken; ``convert`` makes each ratio the number wanted."""
    wall = tuple(map(convert, quotients(first.wall, second.wall)))
    return Figure(
        key=key,
        title=title,
        values=tuple(map(convert, quotients(first.processor, second.processor))) or wall,
        by_the_wall=wall,
        target=target,
        sides=(first, second),
        detail=detail or {},
    )


def quotients(mine: Sequence[float], theirs: Sequence[float]) -> tuple[float, ...]:
    """The ratio of each round."""
    return tuple(one / other for one, other in zip(mine, theirs, strict=True) if other > 0)


def exponent(times_as_many: float) -> Callable[[float], float]:
    """Makes a ratio of times the exponent by which time grows with size: 1 is in proportion."""
    return lambda quotient: math.log(quotient) / math.log(times_as_many)


def must_agree(mine: object, theirs: object, what: str) -> None:
    """DisagreementError naming some differences, unless the two are equal."""
    if mine == theirs:
        return
    difference = ""
    if isinstance(mine, frozenset) and isinstance(theirs, frozenset):
        only_mine, only_theirs = sorted(map(str, mine - theirs)), sorted(map(str, theirs - mine))
        difference = (
            f": {len(only_mine)} only in the first, {len(only_theirs)} only in the second; "
            f"such as {only_mine[:5]} and {only_theirs[:5]}"
        )
    raise DisagreementError(f"{what}: the two sides disagree{difference}")


def times(name: str, spent: Sequence[tuple[float, float]], server_time: ServerTime | None) -> Times:
    """Pairs of wall clock and processor as Times."""
    return Times(
        name=name,
        processor=tuple(processor for _wall, processor in spent) if server_time else (),
        wall=tuple(wall for wall, _processor in spent),
    )


def _timed(side: Side, server_time: ServerTime) -> tuple[float, float]:
    side.before()
    # What this process holds beside is none of the side's business: its collector walks its own objects alone.
    gc.collect()
    gc.freeze()
    others, processor, started = server_time(), time.process_time(), time.perf_counter()
    result = side.run()
    wall = time.perf_counter() - started
    spent = time.process_time() - processor + server_time() - others
    del result
    gc.unfreeze()
    return wall, spent
