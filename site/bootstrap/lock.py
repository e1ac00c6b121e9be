"""`make lock`: resolve requirements*.in for every platform and Python from 3.11 on, with hashes.

uv does it, from an environment of its own: nobody else needs it.
"""

import subprocess
import sys
from pathlib import Path

from bootstrap import progress
from bootstrap.checkout import DEVELOPMENT_LOCK, ROOT, RUNTIME_LOCK

ENVIRONMENT = ROOT / ".venv-lock"
RESOLVE = ["pip", "compile", "--quiet", "--universal", "--generate-hashes", "--python-version", "3.11"]
# The index is whatever the machine is told to use; its address does not belong in the tree.
RESOLVE += ["--no-emit-index-url", "--custom-compile-command", "make lock"]


def main(arguments: list[str]) -> None:
    """Write both lock files. `--upgrade` takes the newest versions the .in files allow; else known pins stay."""
    python = ENVIRONMENT / "bin" / "python"
    if not python.exists():
        progress.say("-- Fetching uv into .venv-lock")
        subprocess.run([sys.executable, "-m", "venv", ENVIRONMENT], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "uv~=0.13"], check=True)
    # In this order: the development lock is constrained by the runtime lock.
    for lock in (RUNTIME_LOCK, DEVELOPMENT_LOCK):
        progress.say(f"-- {lock.name}")
        source = lock.with_suffix(".in").name
        command: list[str | Path] = [
            ENVIRONMENT / "bin" / "uv",
            *RESOLVE,
            *arguments,
            source,
            "--output-file",
            lock.name,
        ]
        if progress.run(command, cwd=ROOT, what="resolving"):
            sys.exit(f"{source} could not be resolved; what uv said is above.")


if __name__ == "__main__":
    main(sys.argv[1:])
