"""Which browser the tests marked `browser` can drive."""

import os
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """Return the path of Chromium: the CHROMIUM variable first, then the usual names on PATH; None if there is none."""
    candidates = (os.environ["CHROMIUM"],) if os.environ.get("CHROMIUM") else NAMES
    return next((path for name in candidates if (path := shutil.which(name))), None)


def describe() -> str:
    """Return one line for the summary of the tests."""
    path = find()
    if path is None:
        return "none found (CHROMIUM=/path/to/chromium names one)"
    answer = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    return f"{answer.stdout.strip() or 'unknown version'} ({path})"
