"""Keeps the compiled translations level with their sources, so that a plain clone speaks Chinese without `make`.

The .mo files are not in the repository: two people who translate at once could never merge them. Both entry points,
manage.py and wsgi.py, and the tests come through here before Django reads a catalogue.
"""

import sys
from pathlib import Path

LOCALE = Path(__file__).resolve().parents[2] / "locale"


def is_stale(source: Path) -> bool:
    """Whether the .mo beside this .po is missing or older."""
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime_ns < source.stat().st_mtime_ns


def compile_stale(locale: Path = LOCALE) -> None:
    """Compile what is stale. Where that cannot be done (a read-only checkout) say so and go on: the words are then English."""
    stale = [source for source in locale.rglob("*.po") if is_stale(source)]
    if not stale:
        return
    try:
        # Only now: Babel takes longer to load than everything else here, and is needed after an update only.
        from bootstrap.catalogue import compile_one

        for source in stale:
            compile_one(source)
    except (OSError, ImportError) as error:
        sys.stderr.write(
            f"The translations in {locale} could not be compiled ({error}); some words will be English.\n"
        )
