"""A command that is silent for long gives a sign of life, and one that is quick does not."""

from __future__ import annotations

import time

from litigation.management.progress import Ticker


class Lines:
    """Keeps what is written."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def write(self, msg: str) -> None:
        self.written.append(msg)


def test_a_quick_command_prints_nothing() -> None:
    lines = Lines()
    with Ticker(lines, every=30) as ticker:
        ticker.say("reading")
    assert lines.written == []


def test_a_slow_one_says_what_it_does_and_how_far_it_is() -> None:
    lines = Lines()
    with Ticker(lines, every=0.02) as ticker:
        ticker.count("cases", 3, 10)
        deadline = time.monotonic() + 10
        while not lines.written and time.monotonic() < deadline:
            time.sleep(0.01)
    assert lines.written
    assert "cases 3/10" in lines.written[0]
