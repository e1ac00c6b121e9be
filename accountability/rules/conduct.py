"""Conduct that no date can show, entered by people with its source: categories 1, 8 and 9 (rulings.md 10)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import msgspec

from accountability.findings import Finding, Subject
from accountability.outcomes import Result
from accountability.rules.under_test import CaseUnderTest
from accountability.trace import Guard, always
from litigation.facts import Conduct
from litigation.law.sentences import Scalar


def _digest(row: Conduct) -> str:
    """Tells rows without an identity of their own apart by what they say, in whatever order they stand."""
    return hashlib.sha256(msgspec.json.encode(row)).hexdigest()[:12]


def conduct_findings(case: CaseUnderTest, category: int) -> Iterator[Finding]:
    """One finding per recorded fact: a breach where the competent body found it, otherwise a lead."""
    for row in case.context.case.conduct or ():
        if row.category != category:
            continue
        params: dict[str, Scalar] = {
            "on": row.on,
            "facts": row.facts,
            "source": f"source.{row.source}" if row.source else None,
            "established": row.established,
        }
        guards = (
            Guard("conduct.established", "is_true", ("established",), params, Result.BREACH),
            always("conduct.reported", Result.LEAD, **params),
        )
        yield case.find(
            category,
            guards,
            subject=Subject(on=row.on),
            kind=f"conduct:{row.uid or _digest(row)}",
            uid=row.uid,
            cites=("conduct",),
        )
