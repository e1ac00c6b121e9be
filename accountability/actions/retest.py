"""Tests again exactly what was touched: on commit what somebody recorded, every night what time alone may have changed."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from django.db import DatabaseError
from django.utils import timezone
from django.utils.translation import gettext as _

from accountability.actions.assess_register import RegisterInMotionError, assess_register
from accountability.actions.store_assessment import (
    DayRefusedError,
    OvertakenError,
    Stored,
    confirm,
    store_part,
)
from accountability.collector import collector_paused
from accountability.evaluate import assess
from accountability.history import Change
from accountability.office_law import OfficeLaw, office_law
from accountability.pending import NOTHING, Pending, read_pending, some_of, take_off
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
logger = logging.getLogger(__name__)


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
    if pending.everything or (total > AT_ONCE and total * 2 > CasePage.objects.count()):
        # More than half: the whole register in one go is quicker than its parts.
        done = assess_register(as_of, progress=progress).stored
        return done if done is not None else _nothing()

    batch = _Batches(pending, visited, as_of, law)
    batch.test(frozenset(), frozenset(Unit.objects.filter(pk__in=units).values_list("code", flat=True)))
    for some in batches(sorted(pending.cases | visited), AT_ONCE):
        batch.test(frozenset(some))
        if progress is not None:
            progress(min(len(batch.seen), total), total)
    rest = some_of(pending, frozenset(), others=True)
    if batch.failed:
        # What cannot be tested stays on the list, and nothing is said of the whole.
        raise UntestableError(batch.failed)
    if whole or rest.rows:
        _confirm(as_of, law, rest, whole=whole)
    return _together(batch.stored)


class UntestableError(RuntimeError):
    """Cases that the rules cannot be run on, by a fault of the program; all others were tested and stored."""

    def __init__(self, failed: Mapping[int, Exception]) -> None:
        self.failed = failed
        refs = CasePage.objects.filter(pk__in=failed).order_by("ref").values_list("ref", flat=True)
        super().__init__(_("These cases could not be tested: %(refs)s") % {"refs": ", ".join(refs)})


class _Batches:
    """Tests cases so many at a time; where one of them cannot be tested, the others are tested without it."""

    def __init__(self, pending: Pending, visited: frozenset[int], as_of: date, law: OfficeLaw) -> None:
        self._pending, self._visited, self._as_of, self._law = pending, visited, as_of, law
        self.stored: list[Stored] = []
        self.seen: set[int] = set()
        self.failed: dict[int, Exception] = {}

    def test(self, cases: frozenset[int], units: frozenset[str] = frozenset()) -> None:
        """Test ``cases`` and ``units`` in one transaction, and take exactly these cases off the list."""
        if not cases and not units:
            return
        taken = some_of(self._pending, cases, others=False)
        changed, visited = self._pending.cases & cases, self._visited & cases
        try:
            self.stored.append(_part(changed, visited, units, self._as_of, self._law, taken))
            self.seen |= cases
        except (DatabaseError, DayRefusedError, RegisterInMotionError):
            raise
        except Exception as error:
            if len(cases) <= 1:
                if not cases:
                    raise
                logger.exception("case %s could not be tested", *cases)
                self.failed[min(cases)] = error
                return
            half = sorted(cases)[: len(cases) // 2]
            self.test(frozenset(half))
            self.test(cases - {*half})


def _confirm(as_of: date, law: OfficeLaw, rest: Pending, *, whole: bool) -> None:
    try:
        confirm(as_of, law, taken=rest) if whole else take_off(rest)
    except OvertakenError as overtaken:
        # A newer law waits on the list; what was tested by this one is tested again by that.
        raise RegisterInMotionError(str(overtaken)) from overtaken


def _part(
    changed: frozenset[int],
    visited: frozenset[int],
    units: frozenset[str],
    as_of: date,
    law: OfficeLaw,
    taken: Pending,
) -> Stored:
    """Test ``changed`` with all that depends on them, and ``visited`` alone, and store it with what they depend on."""
    for attempt in range(_ATTEMPTS):
        law = office_law() if attempt else law
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
