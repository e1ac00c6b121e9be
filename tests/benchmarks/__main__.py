"""``python -m tests.benchmarks``: every measurement on every database at hand; a table on standard output, JSON in var/bench."""

from __future__ import annotations

import os
import platform
import signal
import subprocess
import sys
import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "site")]

from tests.benchmarks.measure import MEASUREMENTS  # noqa: E402 - site/ is on the path only now
from tests.benchmarks.pairs import Figure  # noqa: E402
from tests.benchmarks.scratch import FOLDER, scratch, sweep  # noqa: E402
from tests.benchmarks.table import document, table  # noqa: E402

SQLITE = "sqlite://"
#: Above this size fewer rounds are run: each is long, and what varies from round to round matters less.
LARGE = 20_000


def main() -> None:
    """Measure what was asked for. Exit code 0 whatever the figures say: they inform, the tests decide."""
    # Ended from outside, the scratch databases are dropped all the same.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    options = _options()
    addresses = [options.database] if options.database else [SQLITE, *_servers()]
    rounds = options.rounds or (3 if options.cases > LARGE else 5)
    without = [name for name in options.only if not MEASUREMENTS[name]]
    if without:
        figures = [figure for name in without for figure in _measured(name, options.cases, rounds)]
        _report(figures, options, rounds, "no database", "pure")
    for address in addresses:
        try:
            _on(address, options, rounds)
        finally:
            sweep(address)


def _on(address: str, options: Namespace, rounds: int) -> None:
    names = [name for name in options.only if MEASUREMENTS[name]]
    if not names:
        return
    with scratch(address) as empty:
        version = empty.version()
        _say(f"-- {version}: making the tables")
        _run(
            [sys.executable, "-m", "tests.benchmarks.one_process", "migrate", "0"],
            {"BENCH_DATABASE_URL": empty.url},
        )
        figures = [
            figure
            for name in names
            for figure in _measured(name, options.cases, rounds, address=address, like=empty.url)
        ]
    _report(figures, options, rounds, version, version.split()[0].lower())


def _measured(name: str, cases: int, rounds: int, **more: str) -> list[Figure]:
    """The figures of one measurement; a measurement that fails says so in its place and the others go on."""
    _say(f"-- {name}")
    command = [
        sys.executable,
        "-m",
        "tests.benchmarks.measure",
        name,
        f"--cases={cases}",
        f"--rounds={rounds}",
    ]
    try:
        answer = _run([*command, *(f"--{option}={value}" for option, value in more.items())], {})
    except subprocess.CalledProcessError as error:
        return [Figure(key=name, title=name, missing=f"it failed (exit code {error.returncode}); see above")]
    return msgspec.json.decode(answer, type=list[Figure])


def _run(command: Sequence[str], variables: dict[str, str]) -> bytes:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site")]), **variables}
    return subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, check=True).stdout


def _report(figures: list[Figure], options: Namespace, rounds: int, version: str, name: str) -> None:
    moment = (
        time.gmtime()
    )  # this process starts others and never Django, whose clock the rest of the project reads
    about: dict[str, Any] = {
        "measured_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", moment),
        "cases": options.cases,
        "rounds": rounds,
        "database": version,
        "python": platform.python_version(),
        "processors": os.cpu_count(),
        "load": os.getloadavg(),
        "commit": _commit(),
    }
    FOLDER.mkdir(parents=True, exist_ok=True)
    file = FOLDER / f"{time.strftime('%Y%m%d-%H%M%S', moment)}-{name}-{options.cases}.json"
    file.write_bytes(document(figures, about))
    heading = f"{version}, {options.cases:,} cases, {rounds} rounds, Python {about['python']}"
    sys.stdout.write(f"\n{heading}\n{table(figures)}\n{file.relative_to(ROOT)}\n")
    sys.stdout.flush()


def _commit() -> str:
    """The commit that was measured, marked where files differ from it; empty outside a git checkout."""
    answer = subprocess.run(
        ["git", "describe", "--always", "--dirty"],  # noqa: S607 - whichever git the developer has
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return answer.stdout.strip()


def _servers() -> list[str]:
    """The local PostgreSQL server that the tests would take, if there is one."""
    from bootstrap import postgres

    for url in postgres.candidates():
        try:
            postgres.probe(url)
        except RuntimeError:
            continue
        return [url]
    _say("-- No PostgreSQL server answers: measured on SQLite alone")
    return []


def _options() -> Namespace:
    parser = ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "--cases", type=_positive, default=10_000, help="size of the register (default: 10000)"
    )
    parser.add_argument(
        "--rounds", type=_positive, help="how often the two sides of a pair take turns (default: 5, large: 3)"
    )
    parser.add_argument(
        "--database",
        type=_address,
        metavar="URL",
        help="sqlite:// or postgres://… of a server on which scratch databases are made and dropped; default: both",
    )
    parser.add_argument(
        "--only", action="append", choices=MEASUREMENTS, help="one measurement; may be given several times"
    )
    options = parser.parse_args()
    options.only = options.only or list(MEASUREMENTS)
    return options


def _positive(text: str) -> int:
    try:
        number = int(text.replace("_", ""))
    except ValueError:
        number = 0
    if number < 1:
        raise ArgumentTypeError(f"{text!r} is not a number above 0")
    return number


def _address(text: str) -> str:
    if not text.startswith(("sqlite://", "postgres://", "postgresql://")):
        raise ArgumentTypeError("an address begins with sqlite:// or postgres://")
    return text


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
