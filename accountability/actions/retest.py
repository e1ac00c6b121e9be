"""Tests again exactly what was touched: on commit what somebody recorded, every night what time alone may have changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from accountability.actions.assess_register import RegisterInMotionError, assess_register
from accountability.actions.store_assessment import (
    OvertakenError,
    Stored,
    confirm,
    store_part,
    stored_as_of,
)
from accountability.collector import collector_paused
from accountability.evaluate import assess
from accountability.history import Change
from accountability.office_law import OfficeLaw, office_law
from accountability.pending import NOTHING, Pending, read_pending, some_of
from accountability.pins import Part, read_pins
from accountability.storing.rows import batches
from accountability.touched import (
    depending_on,
    due_cases,
    due_units,
    judged_with,
    told_by_another_law,
    units_told_by_another_law,
)
from litigation.extract import register_facts
from litigation.models import CasePage, Unit
from litigation.selectors import linked_cases

#: Told (cases tested, cases in all).
Progress = Callable[[int, int], None]
#: How many cases are tested in one transaction.
AT_ONCE = 500
_ATTEMPTS = 5


def retest_pending(progress: Progress | None = None) -> Stored:
    """Test what was recorded and not tested yet, as of today. Nothing is written where nothing is pending.

    Raises RegisterInMotionError where somebody keeps writing to the same cases; what is pending then stays so.
    """
    pending = read_pending()
    if not pending.rows:
        return _nothing()
    return _retest(pending, timezone.localdate(), progress, whole=pending.law)


def retest_due(as_of: date, progress: Progress | None = None) -> Stored:
    """Visit the cases and units whose day has come by ``as_of``, and what is pending; everything then stands as of it.

    Raises DayRefusedError, RegisterInMotionError.
    """
    return _retest(read_pending(), as_of, progress, whole=True)


def retest(refs: Collection[str], as_of: date, *, units: Collection[str] = ()) -> Stored:
    """Test the cases ``refs``, and the own duties of ``units``, in one transaction; what else is stored stays.

    ``refs`` are tested together with whatever depends on them. Raises RegisterInMotionError, DayRefusedError.
    """
    keys = frozenset(CasePage.objects.filter(ref__in=list(refs)).values_list("pk", flat=True))
    return _part(keys, frozenset(), frozenset(units), as_of, office_law(), NOTHING)


def _retest(pending: Pending, as_of: date, progress: Progress | None, *, whole: bool) -> Stored:
    """``whole``: what is neither pending nor due nor told by another law is confirmed as of ``as_of``, by the law in force."""
    law = office_law()
    visited: frozenset[int] = frozenset()
    units = pending.units
    if whole:
        visited = due_cases(as_of) | told_by_another_law(law)
        units |= due_units(as_of) | units_told_by_another_law(law)
    total = len(pending.cases | visited)
    if pending.everything or total * 2 > CasePage.objects.count() > AT_ONCE:
        # More than half: the whole register in one go is quicker than its parts.
        done = assess_register(as_of, progress=progress).stored
        return done if done is not None else _nothing()

    stored = []
    codes = frozenset(Unit.objects.filter(pk__in=units).values_list("code", flat=True))
    chosen = sorted(pending.cases | visited)
    for place, some in enumerate(batches(chosen, AT_ONCE) if chosen else [[]]):
        first = place == 0
        stored.append(
            _part(
                pending.cases & {*some},
                visited & {*some},
                codes if first else frozenset(),
                as_of,
                law,
                some_of(pending, some, units=first),
            )
        )
        if progress is not None:
            progress(min((place + 1) * AT_ONCE, total), total)
    if whole and stored_as_of() is not None:
        confirm(as_of, law)
    return _together(stored)


def _part(
    changed: frozenset[int],
    visited: frozenset[int],
    units: frozenset[str],
    as_of: date,
    law: OfficeLaw,
    taken: Pending,
) -> Stored:
    """Test ``changed`` with all that depends on them, and ``visited`` alone, and store it with what they depend on."""
    for _attempt in range(_ATTEMPTS):
        seeds = changed | visited | judged_with(changed)
        linked = linked_cases(seeds)
        refs = {key: ref for ref, key in linked.items()}
        before = read_pins(Part(cases=frozenset(linked), units=frozenset()))
        with collector_paused():
            register = register_facts(cases=linked, also=units)
            known = {case.ref for case in register.cases}
            tested = depending_on([refs[key] for key in changed], register)
            tested |= {refs[key] for key in seeds if key in refs} & known
            codes = units | {case.unit for case in register.cases if case.ref in tested}
            part = Part(cases=frozenset(linked), units=codes)
            pins = read_pins(part)
            if pins.changed_cases(before):
                continue
            result = assess(register, law.in_force, as_of, cases=tested, units=codes, lasting=True)
        try:
            return store_part(result, register=register, law=law, pins=pins, part=part, taken=taken)
        except OvertakenError:
            continue
    raise RegisterInMotionError(_("The register is being written to; try again in a moment."))


def _together(stored: Sequence[Stored]) -> Stored:
    changes: Counter[Change] = Counter()
    for part in stored:
        changes.update(part.changes)
    return Stored(
        tested=sum(part.tested for part in stored),
        results=sum(part.results for part in stored),
        changes=changes,
    )


def _nothing() -> Stored:
    return Stored(tested=0, results=0, changes={})
