"""What the person at the terminal sees: one line per step, and a sign of life in those that are silent for long."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

SILENT_SECONDS = 2.0  # before the first sign of life
TICK_SECONDS = 5.0


def say(text: str) -> None:
    """Print one line at once, also into a pipe, so that it stands before the output of the next step."""
    print(text, flush=True)


@contextmanager
def ticking(what: str) -> Iterator[None]:
    """Print `what` with the seconds passed, first after two seconds and then every few, until the block ends."""
    done = threading.Event()

    def tick() -> None:
        passed, pause = 0.0, SILENT_SECONDS
        while not done.wait(pause):
            passed, pause = passed + pause, TICK_SECONDS
            say(f"   … {what}, {passed:.0f} s")

    thread = threading.Thread(target=tick, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def run(
    command: Sequence[str | Path], *, cwd: Path, env: Mapping[str, str] | None = None, what: str | None = None
) -> int:
    """Run a command and return its exit code. With `what`, keep saying that it is still at work."""
    sys.stdout.flush()
    if what is None:
        return subprocess.run(command, cwd=cwd, env=env, check=False).returncode
    with ticking(what):
        return subprocess.run(command, cwd=cwd, env=env, check=False).returncode


def follow(
    command: Sequence[str | Path], *, cwd: Path, on_line: Callable[[str], None]
) -> tuple[int, list[str]]:
    """Run a command, hand each line of its output to `on_line`; return the exit code and all lines."""
    lines: list[str] = []
    with subprocess.Popen(
        command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            lines.append(line.rstrip())
            on_line(lines[-1])
    return process.returncode, lines
