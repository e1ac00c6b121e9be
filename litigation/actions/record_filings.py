"""Acts towards the justice bureau or a government: kept as they came, never edited (DESIGN §4)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from litigation import signals
from litigation.facts import AnnualReport, FilingFacts
from litigation.models import Filing, FilingsKept, FilingSource

_BATCH = 500


def filing_about(case_id: int, facts: FilingFacts) -> Filing:
    """An act about a case, not saved yet."""
    return Filing(
        case_id=case_id,
        duty=facts.duty.value,
        document=facts.document.value if facts.document else None,
        received_on=facts.received_on,
        on=facts.on,
        content_defect=facts.content_defect,
    )


def report_of(unit_id: int, facts: AnnualReport) -> Filing:
    """An annual report of a unit, not saved yet."""
    return Filing(
        unit_id=unit_id,
        year=facts.year,
        recipient=facts.recipient.value if facts.recipient else None,
        on=facts.on,
    )


@transaction.atomic
def record_filings(
    filings: Iterable[Filing], *, actor: Any, source: FilingSource, reason: str | None = None
) -> list[Filing]:
    """Record acts that happened, with who, when and how they came into the register, and return them.

    ``reason`` says why a filing on paper is entered later. The moment is the server's.
    """
    recorded = list(filings)
    for filing in recorded:
        filing.actor, filing.source, filing.reason = actor, source, reason
    Filing.objects.bulk_create(recorded, batch_size=_BATCH)
    if recorded:
        _tell(
            cases={filing.case_id for filing in recorded if filing.case_id},
            units={filing.unit_id for filing in recorded if filing.unit_id},
            filings=[filing.pk for filing in recorded],
        )
    return recorded


@transaction.atomic
def keep_filings(*, cases: Iterable[int] = (), units: Iterable[int] = ()) -> None:
    """From now on the register keeps the filings of ``cases`` and the annual reports of ``units``. Safe to repeat."""
    case_ids, unit_ids = set(cases), set(units)
    case_ids -= set(FilingsKept.objects.filter(case__isnull=False).values_list("case_id", flat=True))
    unit_ids -= set(FilingsKept.objects.filter(unit__isnull=False).values_list("unit_id", flat=True))
    beginnings = [FilingsKept(case_id=pk) for pk in sorted(case_ids)]
    beginnings += [FilingsKept(unit_id=pk) for pk in sorted(unit_ids)]
    FilingsKept.objects.bulk_create(beginnings, batch_size=_BATCH)
    if beginnings:
        _tell(cases=case_ids, units=unit_ids, filings=[])


def _tell(*, cases: set[int], units: set[int], filings: list[int]) -> None:
    signals.filings_recorded.send(
        sender=Filing, cases=frozenset(cases), units=frozenset(units), filings=filings
    )
