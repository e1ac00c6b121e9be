"""Makes .venv with the standard library and fills it from the hash-locked requirement files, once per lock file."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from bootstrap import progress
from bootstrap.checkout import DEVELOPMENT_LOCK, ROOT, RUNTIME_LOCK, VENV, VENV_PYTHON


def ensure(*, development: bool = False) -> Path:
    """Return the Python of .venv with everything the site (and, if asked, the tests) needs; exit with one line if not.

    Nothing is done when the stamp inside .venv says that these lock files are installed already.
    """
    _create()
    runtime_stamp, development_stamp = VENV / ".installed-runtime", VENV / ".installed-development"
    runtime, everything = _digest(RUNTIME_LOCK), _digest(RUNTIME_LOCK, DEVELOPMENT_LOCK)
    if development:
        if _read(development_stamp) != everything:
            _install(RUNTIME_LOCK, DEVELOPMENT_LOCK)
            development_stamp.write_text(everything)
            runtime_stamp.write_text(runtime)
    elif _read(runtime_stamp) != runtime:
        _install(RUNTIME_LOCK)
        runtime_stamp.write_text(runtime)
    return VENV_PYTHON


def _create() -> None:
    if _works(VENV_PYTHON):
        return
    # A .venv whose Python is gone (moved checkout, upgraded system) is of no use to anybody.
    shutil.rmtree(VENV, ignore_errors=True)
    version = ".".join(map(str, sys.version_info[:3]))
    progress.say(f"-- Making .venv with Python {version}")
    failed = progress.run([sys.executable, "-m", "venv", VENV], cwd=ROOT, what="making .venv")
    if failed or not _works(VENV_PYTHON):
        shutil.rmtree(VENV, ignore_errors=True)
        sys.exit("The virtual environment could not be made. On Debian and Ubuntu: apt install python3-venv")


def _works(python: Path) -> bool:
    if not python.exists():
        return False
    check = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    # -I: neither PYTHONPATH nor the current folder may make a broken environment look whole.
    return subprocess.run([python, "-I", "-c", check], capture_output=True, check=False).returncode == 0


def _install(*locks: Path) -> None:
    total = len({name for lock in locks for name in _pinned(lock)})
    progress.say(f"-- Installing {total} packages from {' and '.join(lock.name for lock in locks)}")
    command: list[str | Path] = [VENV_PYTHON, "-m", "pip", "install", "--require-hashes"]
    command += ["--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
    for lock in locks:
        command += ["-r", lock]
    seen: set[str] = set()

    def on_line(line: str) -> None:
        if line.startswith("Collecting "):
            seen.add(line.split()[1])
            if len(seen) % 10 == 0:
                progress.say(f"   {len(seen)} of {total} looked up, now {line.split()[1]}")
        elif line.startswith("Installing collected packages"):
            progress.say("   unpacking")
        elif line.lstrip().startswith("Downloading") and "MB" in line:
            progress.say(f"   {line.strip()}")

    with progress.ticking("installing"):
        code, lines = progress.follow(command, cwd=ROOT, on_line=on_line)
    if code:
        progress.say("\n".join(lines[-15:]))
        sys.exit("Installing the packages failed; the lines above are pip's. Is PyPI reachable?")


def _pinned(lock: Path) -> list[str]:
    return [
        line.split("==")[0].lower()
        for line in lock.read_text().splitlines()
        if line[:1].isalnum() and "==" in line
    ]


def _digest(*locks: Path) -> str:
    content = b"".join(lock.read_bytes() for lock in locks)
    return hashlib.sha256(content).hexdigest()


def _read(stamp: Path) -> str | None:
    return stamp.read_text() if stamp.exists() else None
