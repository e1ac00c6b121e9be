"""How the facts of a case are kept: as JSON under a version number, written once and read for ever.

A change of ``CaseFacts`` that old text no longer fits needs a new version here with a reader for every old one; text
already stored is never written again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from litigation.facts import CaseFacts

VERSION = 1


class UnknownVersionError(ValueError):
    """Facts were stored by a newer program, or the row is damaged."""


def encode(facts: CaseFacts) -> str:
    """``facts`` without its filings (they are rows of their own), in the encoding ``VERSION``."""
    return msgspec.json.encode(msgspec.structs.replace(facts, filings=None)).decode()


def decode(version: int, text: str) -> CaseFacts:
    """The facts stored under ``version``; UnknownVersionError for one this program cannot read."""
    try:
        read = _READERS[version]
    except KeyError:
        known = ", ".join(map(str, sorted(_READERS)))
        raise UnknownVersionError(
            f"Facts stored in version {version} cannot be read; this program reads version {known}."
        ) from None
    return read(text)


_READERS: Mapping[int, Callable[[str], CaseFacts]] = {1: msgspec.json.Decoder(CaseFacts).decode}
