"""What the register of the test has stored about findings."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from accountability.actions.assess_register import assess_register
from accountability.models import FindingState, PendingTest

JUNE, JULY = date(2021, 6, 30), date(2021, 7, 1)


def states(code: str = "7d") -> list[tuple[str, str]]:
    """Every state of the findings with this code, oldest first."""
    found = FindingState.objects.filter(finding__code=code).order_by("id")
    return [(state.change, state.outcome) for state in found]


def last(code: str = "7d") -> FindingState:
    state: FindingState = FindingState.objects.get(finding__code=code, superseded_at__isnull=True)
    return state


def all_tested() -> None:
    """Every case stored, as of today, and nothing left on the list."""
    assess_register(timezone.localdate())
    assert not PendingTest.objects.exists()


def agrees_with_testing_all(day: date | None = None) -> None:
    """A full assessment finds nothing that re-testing did not store."""
    stored = assess_register(day or timezone.localdate()).stored
    assert stored is not None
    assert (stored.results, sum(stored.changes.values())) == (0, 0)
