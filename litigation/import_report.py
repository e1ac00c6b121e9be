"""What an import did, or why it did nothing."""

from __future__ import annotations

import msgspec

from litigation.changes import Change


class Problem(msgspec.Struct, frozen=True):
    """Something in the input that the register refuses. ``path`` as in ``cases[3].unit``."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


class ImportRefusedError(ValueError):
    """Nothing was imported; ``problems`` are all the reasons."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class Tally(msgspec.Struct):
    """Codes or references of records by what the import did to them."""

    created: list[str] = msgspec.field(default_factory=list)
    changed: list[str] = msgspec.field(default_factory=list)
    unchanged: list[str] = msgspec.field(default_factory=list)

    def note(self, ref: str, *, was_there: bool, written: bool) -> None:
        """Count one record."""
        if not written:
            self.unchanged.append(ref)
        elif was_there:
            self.changed.append(ref)
        else:
            self.created.append(ref)


class ImportReport(msgspec.Struct):
    """The result of one import. What the register holds and the input lacks is listed, never removed."""

    units: Tally = msgspec.field(default_factory=Tally)
    disputes: Tally = msgspec.field(default_factory=Tally)
    cases: Tally = msgspec.field(default_factory=Tally)
    #: For every changed case, what stood there before and what stands there now (rulings.md 23).
    changes: dict[str, tuple[Change, ...]] = msgspec.field(default_factory=dict)
    filings_added: int = 0
    reports_added: int = 0
    #: Filings of the register that the input does not repeat, in words, by case; reports by unit.
    filings_missing: dict[str, list[str]] = msgspec.field(default_factory=dict)
    reports_missing: dict[str, list[str]] = msgspec.field(default_factory=dict)

    @property
    def changed_anything(self) -> bool:
        """Whether the register is another after the import."""
        tallies = (self.units, self.disputes, self.cases)
        return any(t.created or t.changed for t in tallies) or bool(self.filings_added or self.reports_added)
