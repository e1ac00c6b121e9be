"""Assesses the register as it stood at a moment, and stores the result if it is the present one."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, datetime

import msgspec
from django.utils.translation import gettext as _

from accountability.actions.store_assessment import OvertakenError, Stored, store_assessment
from accountability.collector import collector_paused
from accountability.evaluate import Assessment, assess
from accountability.linked_cases import narrowed
from accountability.office_law import OfficeLaw, office_law
from accountability.pending import read_pending
from accountability.pins import Pins, read_pins
from accountability.readings_file import Picked
from litigation.extract import register_facts
from litigation.facts import RegisterFacts

#: Told (cases assessed, cases in all).
Progress = Callable[[int, int], None]
_ATTEMPTS = 5


class UnknownCodesError(ValueError):
    """Units or cases were asked for that the register did not hold at the moment; the message names them."""


class NotThePresentError(ValueError):
    """Only the whole register as it stands, by the law as the office applies it, can be stored."""


class RegisterInMotionError(RuntimeError):
    """The register changed at every attempt to read it."""


class Assessed(msgspec.Struct, frozen=True, kw_only=True):
    """``assessment`` of ``register``, told by ``law``; ``stored`` is None where nothing was to be stored."""

    assessment: Assessment
    register: RegisterFacts
    law: OfficeLaw
    stored: Stored | None = None


def assess_register(
    as_of: date,
    *,
    recorded_at: datetime | None = None,
    law_at: date | None = None,
    picked: Picked | None = None,
    units: Collection[str] | None = None,
    cases: Collection[str] | None = None,
    store: bool = True,
    progress: Progress | None = None,
) -> Assessed:
    """The register as of ``as_of``, assessed; stored in one transaction unless ``store`` is false.

    ``recorded_at`` takes the register as it stood then (None: now), ``law_at`` and ``picked`` take the place of law and
    readings. ``units`` and ``cases`` narrow what is worked out to what their results depend on. None of the four goes
    with ``store``. The number of queries does not grow with the register. Raises UnknownCodesError, NotThePresentError,
    DayRefusedError, LawError, UnknownReadingError.
    """
    if store and any(choice is not None for choice in (recorded_at, law_at, picked, units, cases)):
        raise NotThePresentError(
            _("Stored is the whole register as it stands, by law and readings in force; nothing else can be.")
        )
    with collector_paused():
        if not store:
            law = office_law(law_at=law_at, picked=picked)
            register = register_facts(recorded_at=recorded_at)
            _check(register, units, cases)
            chosen = narrowed(register, units, cases)
            return Assessed(
                assessment=assess(chosen, law.in_force, as_of, progress), register=register, law=law
            )
        for _attempt in range(_ATTEMPTS):
            # Read first: whatever is recorded or decided from now on stays on the list of what is to be tested.
            pending = read_pending()
            law = office_law()
            register, pins = _pinned()
            assessment = assess(register, law.in_force, as_of, progress, lasting=True)
            try:
                stored = store_assessment(assessment, register=register, law=law, pins=pins, taken=pending)
            except OvertakenError:
                continue
            return Assessed(assessment=assessment, register=register, law=law, stored=stored)
    raise RegisterInMotionError(_("The register is being written to; try again in a moment."))


def _pinned() -> tuple[RegisterFacts, Pins]:
    """The register, and the pins of exactly what was read: rows are only added, so equal pins mean equal rows."""
    for _attempt in range(_ATTEMPTS):
        before = read_pins()
        register = register_facts()
        if read_pins() == before:
            return register, before
    raise RegisterInMotionError(_("The register is being written to; try again in a moment."))


def _check(register: RegisterFacts, units: Collection[str] | None, cases: Collection[str] | None) -> None:
    known_units = {unit.code for unit in register.units}
    known_cases = {case.ref for case in register.cases}
    problems = [
        *(
            _("There is no unit %(code)s.") % {"code": code}
            for code in sorted(set(units or ()) - known_units)
        ),
        *(_("There is no case %(ref)s.") % {"ref": ref} for ref in sorted(set(cases or ()) - known_cases)),
    ]
    if problems:
        raise UnknownCodesError("\n".join(problems))
