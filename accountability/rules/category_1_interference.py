"""N6.1 — 六（1）: interfering with the court's acceptance or trial. Only a record of it shows it (facts.md B.1)."""

from __future__ import annotations

from collections.abc import Iterator

from accountability.findings import Finding
from accountability.rules.conduct import conduct_findings
from accountability.rules.under_test import CaseUnderTest


def applies(case: CaseUnderTest) -> bool:
    return True


def test(case: CaseUnderTest) -> Iterator[Finding]:
    yield from conduct_findings(case, 1)
