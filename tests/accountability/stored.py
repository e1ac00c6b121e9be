"""What the register of the test has stored about findings."""

from __future__ import annotations

from datetime import date

from accountability.models import FindingState

JUNE, JULY = date(2021, 6, 30), date(2021, 7, 1)


def states(code: str = "7d") -> list[tuple[str, str]]:
    """Every state of the findings with this code, oldest first."""
    found = FindingState.objects.filter(finding__code=code).order_by("id")
    return [(state.change, state.outcome) for state in found]


def last(code: str = "7d") -> FindingState:
    state: FindingState = FindingState.objects.get(finding__code=code, superseded_at__isnull=True)
    return state
