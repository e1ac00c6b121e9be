"""Stores the current result of each case and unit, and its duties, where they are others than before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import msgspec
from django.db import models

from accountability.evaluate import CaseResult, UnitResult
from accountability.models import CaseAssessment, StoredDuty, UnitAssessment
from accountability.next_change import Holds
from accountability.stored_traces import encode_notes
from accountability.storing.results import Owner, Telling, ToStore
from accountability.storing.rows import BATCH, batches, insert_rows
from litigation.duties.attendance import Attendance


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What is stored of a result so far."""

    content: str
    judged: str
    holds: Holds


def stored_heads(owners: Collection[Owner] | None = None) -> dict[Owner, Head]:
    """Every stored result by its owner, or those of ``owners``, in two queries."""
    cases, units = CaseAssessment.objects.all(), UnitAssessment.objects.all()
    if owners is not None:
        cases = cases.filter(case__in=[case for case, _unit in owners if case])
        units = units.filter(unit__in=[unit for case, unit in owners if not case])
    said = ("content", "judged__digest", "holds_until")
    counted = ("counted_from", "counted_to")
    found = {
        (case, unit): Head(
            content=content, judged=judged, holds=Holds(until=until, counted_from=first, counted_to=last)
        )
        for case, unit, content, judged, until, first, last in cases.values_list(
            "case_id", "case__unit_id", *said, *counted
        )
    }
    found |= {
        (0, unit): Head(content=content, judged=judged, holds=Holds(until=until))
        for unit, content, judged, until in units.values_list("unit_id", *said)
    }
    return found


def store_heads(
    results: Sequence[ToStore], telling: Telling, keys: Mapping[str, int], heads: Mapping[Owner, Head]
) -> int:
    """Bring the results up to date, and the duties of those that say something else. How many were written."""
    written = [result for result in results if is_news(result, heads)]
    cases = [
        _case(result, result.result, telling, keys)
        for result in written
        if isinstance(result.result, CaseResult)
    ]
    units = [
        _unit(result, result.result, telling, keys)
        for result in written
        if isinstance(result.result, UnitResult)
    ]
    _put(CaseAssessment, "case", cases)
    _put(UnitAssessment, "unit", units)
    _store_duties([result for result in written if _says_else(result, heads)], heads.keys())
    return len(written)


def confirm_heads(telling: Telling, overtaken: Collection[Owner] = ()) -> None:
    """Everything but ``overtaken`` holds on the day, and by the law, of this assessment."""
    current = {"as_of": telling.as_of, "applied_law": telling.law}
    cases = [case for case, _unit in overtaken if case]
    units = [unit for case, unit in overtaken if not case]
    for results in (
        CaseAssessment.objects.exclude(case__in=cases),
        UnitAssessment.objects.exclude(unit__in=units),
    ):
        older = results.exclude(**current)
        if older.exists():
            older.update(**current)


def is_news(result: ToStore, heads: Mapping[Owner, Head]) -> bool:
    """Whether ``result`` judged another record, says something else, or holds for another time than the stored one."""
    head = heads.get(result.owner)
    now = Head(content=result.content, judged=result.judged, holds=result.holds)
    return head != now


def _says_else(result: ToStore, heads: Mapping[Owner, Head]) -> bool:
    head = heads.get(result.owner)
    return head is None or head.content != result.content


def _columns(
    result: ToStore, attendance: Attendance, telling: Telling, keys: Mapping[str, int]
) -> dict[str, Any]:
    return {
        **msgspec.structs.asdict(attendance),
        "as_of": telling.as_of,
        "recorded_at": telling.moment,
        "applied_law": telling.law,
        "judged_id": keys[result.judged],
        "content": result.content,
        "holds_until": result.holds.until,
    }


def _case(result: ToStore, found: CaseResult, telling: Telling, keys: Mapping[str, int]) -> CaseAssessment:
    return CaseAssessment(
        case_id=result.case_id,
        loss=found.loss,
        effective_on=found.effective_on,
        **{f"category_{number}": outcome.value for number, outcome in found.categories.items()},
        notes=encode_notes(found.notes),
        counted_from=result.holds.counted_from,
        counted_to=result.holds.counted_to,
        **_columns(result, found.attendance, telling, keys),
    )


def _unit(result: ToStore, found: UnitResult, telling: Telling, keys: Mapping[str, int]) -> UnitAssessment:
    counts = {
        str(category): {outcome.value: count for outcome, count in outcomes.items()}
        for category, outcomes in found.counts.items()
    }
    return UnitAssessment(
        unit_id=result.unit_id, counts=counts, **_columns(result, found.attendance, telling, keys)
    )


def _put(model: type[models.Model], key: str, rows: list[Any]) -> None:
    """Insert ``rows``, or overwrite those that have the same ``key``."""
    if rows:
        names = [
            field.name for field in model._meta.concrete_fields if not field.primary_key and field.name != key
        ]
        model._default_manager.bulk_create(
            rows, batch_size=BATCH, update_conflicts=True, unique_fields=[key], update_fields=names
        )


def _store_duties(results: Sequence[ToStore], stored: Collection[Owner]) -> None:
    before = [result.owner for result in results if result.owner in stored]
    _delete(StoredDuty.objects, "case__in", (case for case, _unit in before if case))
    own = StoredDuty.objects.filter(case__isnull=True)
    _delete(own, "unit__in", (unit for case, unit in before if not case))
    insert_rows(
        StoredDuty,
        StoredDuty.COLUMNS,
        (
            StoredDuty.values_of(duty, case_id=result.case_id, unit_id=result.unit_id, place=place)
            for result in results
            for place, duty in enumerate(result.duties)
        ),
    )


def _delete(duties: Any, condition: str, keys: Iterable[int]) -> None:
    for some in batches(keys):
        duties.filter(**{condition: some}).delete()
