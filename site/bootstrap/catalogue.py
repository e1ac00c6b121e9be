"""Reads, updates and compiles the translation catalogues in locale/ with Babel (no GNU gettext on the machine)."""

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from bootstrap.checkout import LOCALE, ROOT
from config.catalogues import is_stale

LANGUAGE = "zh_Hans"
# Ours, kept equal to our code; and beside it strings of Wagtail and other packages that their own catalogues miss.
OWN = LOCALE / LANGUAGE / "LC_MESSAGES" / "django.po"
PACKAGES = LOCALE / "packages" / LANGUAGE / "LC_MESSAGES" / "django.po"
HEADER = "# Simplified Chinese for Yingsu (应诉). Collected by `make messages`, translated by hand."


def read(path: Path) -> Catalog:
    """Return the catalogue in a .po file; an empty one if there is no such file yet."""
    if not path.exists():
        return Catalog(locale=LANGUAGE, charset="utf-8", header_comment=HEADER)
    with path.open("rb") as file:
        return read_po(file, locale=LANGUAGE)


def write(path: Path, catalogue: Catalog) -> None:
    """Write a .po file in an order and form that make small diffs: no line numbers, no dates."""
    catalogue.header_comment = HEADER
    for message in catalogue:
        # Otherwise a line added to a module moves its strings about in the file.
        message.locations = sorted({(name, 0) for name, _line in message.locations})
    body = io.BytesIO()
    write_po(body, catalogue, width=110, sort_by_file=True, include_lineno=False, omit_header=True)
    put_in_place(path, f"{_header(catalogue)}\n".encode() + body.getvalue())


def put_in_place(path: Path, content: bytes, changed: int | None = None) -> None:
    """Write the file under another name first: whoever reads meanwhile, or writes too, never meets half of it.

    ``changed`` is the time it is to bear, in nanoseconds; None is now.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as half:
        half.write(content)
    new = Path(half.name)
    new.chmod(0o644)
    if changed is not None:
        os.utime(new, ns=(changed, changed))
    new.replace(path)


def _header(catalogue: Catalog) -> str:
    # Only what Django reads: Babel's own header carries dates that would change with every run.
    return (
        f'{HEADER}\nmsgid ""\nmsgstr ""\n"Language: {LANGUAGE}\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {catalogue.plural_forms}\\n"\n'
    )


def sources() -> Iterator[Path]:
    """Yield the .po files that exist."""
    return (path for path in (OWN, PACKAGES) if path.exists())


def compile_all() -> list[Path]:
    """Write a .mo beside each .po that is newer than it; return those written."""
    return [compile_one(source) for source in sources() if is_stale(source)]


def compile_one(source: Path) -> Path:
    """Write the .mo beside this .po, with the time of its source, and return it."""
    target = source.with_suffix(".mo")
    changed = source.stat().st_mtime_ns
    body = io.BytesIO()
    write_mo(body, read(source))
    put_in_place(target, body.getvalue(), changed)
    return target


if __name__ == "__main__" and sys.argv[1:] == ["compile"]:
    for path in compile_all():
        print(f"   {path.relative_to(ROOT)}")
