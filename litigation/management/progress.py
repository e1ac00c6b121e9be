"""A sign of life of commands that are silent for long. Goes to standard error, so that output stays a document."""

from __future__ import annotations

import threading
import time
from contextvars import ContextVar
from types import TracebackType
from typing import Protocol, Self

SILENT_SECONDS = 2.0
_IN_USE: ContextVar[Ticker | None] = ContextVar("ticker", default=None)


def ticker_in_use() -> Ticker | None:
    """The ticker of the command that is running, for work that a commit sets off; None in a request or a worker."""
    return _IN_USE.get()


class Stream(Protocol):
    """What a command writes to."""

    def write(self, msg: str) -> object: ...


class Ticker:
    """Prints what is being done, and how far it is, once it has taken two seconds and every two seconds after that.

    ``silent`` is for those who asked for no output at all.
    """

    def __init__(self, stream: Stream, every: float | None = None, *, silent: bool = False) -> None:
        self._stream = stream
        self._silent = silent
        self._every = SILENT_SECONDS if every is None else every
        self._what = ""
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._tick, daemon=True)
        self._started = time.monotonic()

    def say(self, what: str) -> None:
        """From now on this is being done."""
        self._what = what

    def count(self, what: str, done: int, total: int) -> None:
        """So many of so many are done."""
        self._what = f"{what} {done}/{total}"

    def __enter__(self) -> Self:
        self._token = _IN_USE.set(self)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        _IN_USE.reset(self._token)
        self._done.set()
        self._thread.join()

    def _tick(self) -> None:
        while not self._done.wait(self._every):
            if self._what and not self._silent:
                self._stream.write(f"… {self._what} ({time.monotonic() - self._started:.0f} s)")
