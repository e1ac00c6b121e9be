"""Stores an assessment of the whole register: results, duties, and what became of each finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec
from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from accountability.evaluate import Assessment, assess
from accountability.findings import Finding
from accountability.fingerprints import law_fingerprint
from accountability.history import Change
from accountability.linked_cases import Links
from accountability.models import AppliedLaw, CaseAssessment, UnitAssessment
from accountability.office_law import OfficeLaw, office_law
from accountability.pending import NOTHING, Pending, take_off
from accountability.pins import Part, Pins, read_pins
from accountability.storing.findings import (
    Last,
    findings_news,
    identified_tests,
    last_states,
    store_findings,
)
from accountability.storing.heads import Head, confirm_heads, is_news, store_heads, stored_heads
from accountability.storing.judged import store_judged
from accountability.storing.overtaken import overtaken_results
from accountability.storing.results import Owner, Telling, ToStore, results_to_store
from accountability.storing.unit_totals import carried_on, recount
from litigation.facts import RegisterFacts

#: Any number no other lock of this database uses: two assessments are stored one after the other.
_LOCK = 20200901


class DayRefusedError(ValueError):
    """What is stored is the present: not a day to come, and not a day before the one stored last."""


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    """What was written: ``results`` of cases and units, and states of findings by change, out of the cases ``tested``.

    ``overtaken`` are the refs of cases, and the codes of units, whose record changed while they were assessed. They keep
    the result they had until they are assessed again.
    """

    tested: int
    results: int
    changes: Mapping[Change, int]
    overtaken: tuple[str, ...] = ()


class OvertakenError(RuntimeError):
    """The record of what was assessed has changed since it was read: nothing is stored, read it again."""


def store_assessment(
    assessment: Assessment, *, register: RegisterFacts, law: OfficeLaw, pins: Pins, taken: Pending = NOTHING
) -> Stored:
    """Store ``assessment`` of the whole ``register``, pinned to what ``pins`` named when it was read.

    ``taken`` was still to be tested when the register was read, and no longer is. The same assessment twice writes
    nothing the second time. Raises DayRefusedError, and OvertakenError where ``law`` is another one by now.
    """
    links = Links(register.cases)
    with transaction.atomic():
        _one_at_a_time()
        _check(assessment.as_of)
        _check_law(law)
        results = list(results_to_store(assessment, links, pins))
        overtaken = overtaken_results(results, links, pins, read_pins())
        telling = Telling(as_of=assessment.as_of, moment=timezone.now(), law=_applied_law(law))
        stored = _store(
            assessment,
            register,
            [result for result in results if result.owner not in overtaken],
            telling,
            stored_heads(),
            last_states(),
        )
        confirm_heads(telling, overtaken)
        recount({unit for case, unit in overtaken if not case})
        take_off(taken, but_not={case for case, _unit in overtaken if case})
    return msgspec.structs.replace(stored, overtaken=tuple(sorted(overtaken.values())))


def store_part(
    assessment: Assessment,
    *,
    register: RegisterFacts,
    law: OfficeLaw,
    pins: Pins,
    part: Part,
    taken: Pending = NOTHING,
) -> Stored:
    """Store ``assessment`` of some cases of ``register``, which is the ``part`` of the whole that they depend on.

    What is stored of all other cases stays; the counts of units take it in. However large the register is, the same
    number of queries. Raises DayRefusedError, and OvertakenError where ``pins`` no longer hold.
    """
    with transaction.atomic():
        _one_at_a_time()
        _check(assessment.as_of)
        _check_law(law)
        if read_pins(part) != pins:
            raise OvertakenError(_("The register is being written to; try again in a moment."))
        owners = [(pins.cases[case.ref], pins.units[case.unit]) for case in assessment.cases]
        owners += [(0, pins.units[unit.code]) for unit in assessment.units]
        before = last_states(owners)
        whole = carried_on(assessment, pins, before.values())
        telling = Telling(as_of=assessment.as_of, moment=timezone.now(), law=_applied_law(law))
        stored = _store(
            whole,
            register,
            list(results_to_store(whole, Links(register.cases), pins)),
            telling,
            stored_heads(owners),
            before,
        )
        take_off(taken)
    return stored


def confirm(as_of: date, law: OfficeLaw, *, taken: Pending = NOTHING) -> None:
    """Say of every stored result that it holds on ``as_of`` and by ``law``: whatever would not was tested again before.

    ``taken`` is done with that. Raises DayRefusedError, and OvertakenError where the law is another one by now.
    """
    with transaction.atomic():
        _one_at_a_time()
        if stored_as_of() is not None:
            _check(as_of)
            _check_law(law)
            confirm_heads(Telling(as_of=as_of, moment=timezone.now(), law=_applied_law(law)))
        take_off(taken)


def _store(
    assessment: Assessment,
    register: RegisterFacts,
    results: Sequence[ToStore],
    telling: Telling,
    heads: Mapping[Owner, Head],
    before: Mapping[str, Last],
) -> Stored:
    news = findings_news(
        {result.owner: result for result in results},
        before,
        lambda some: _clear_tests(assessment, register, some),
    )
    keys = store_judged(_judged_anew(results, heads, {entry.result.owner for entry in news}), telling)
    written = store_heads(results, telling, keys, heads)
    return Stored(tested=len(assessment.cases), results=written, changes=store_findings(news, telling, keys))


def _judged_anew(
    results: Sequence[ToStore], heads: Mapping[Owner, Head], changed: set[Owner]
) -> list[ToStore]:
    """The results whose judged record something that is written now will name."""
    return [result for result in results if result.owner in changed or is_news(result, heads)]


def _clear_tests(
    assessment: Assessment, register: RegisterFacts, results: Sequence[ToStore]
) -> dict[str, Finding]:
    """The clear tests of these results. An assessment keeps only what is not clear, so they are tested again."""
    refs = [result.name for result in results if result.case_id]
    codes = [result.name for result in results if not result.case_id]
    kept = Links(register.cases).together(refs)
    some = msgspec.structs.replace(register, cases=tuple(case for case in register.cases if case.ref in kept))
    thorough = assess(some, assessment.law, assessment.as_of, thorough=True, cases=refs, units=codes)
    cases = {case.ref: case.tested for case in thorough.cases}
    units = {unit.code: unit.tested for unit in thorough.units}
    return identified_tests((result, (cases if result.case_id else units)[result.name]) for result in results)


def _one_at_a_time() -> None:
    """SQLite has one writer anyway; PostgreSQL is asked for a lock that ends with the transaction."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _check(as_of: date) -> None:
    today = timezone.localdate()
    if as_of > today:
        raise DayRefusedError(
            _("%(day)s is still to come: it can be assessed for planning, not stored.") % {"day": as_of}
        )
    last = stored_as_of()
    if last is not None and as_of < last:
        raise DayRefusedError(
            _("What is stored stands as of %(last)s; it does not go back to %(day)s.")
            % {"last": last, "day": as_of}
        )


def _check_law(law: OfficeLaw) -> None:
    """Nothing is stored by a law that the office has changed since: it would pass for the newer one."""
    now = office_law()
    if (
        law_fingerprint(now.in_force, now.overrides).digest
        != law_fingerprint(law.in_force, law.overrides).digest
    ):
        raise OvertakenError(_("The law was changed meanwhile; try again."))


def stored_as_of() -> date | None:
    """The latest day as of which anything is stored; None before the first assessment."""
    stored = [model.objects.aggregate(day=Max("as_of"))["day"] for model in (CaseAssessment, UnitAssessment)]
    return max((day for day in stored if day), default=None)


def _applied_law(law: OfficeLaw) -> AppliedLaw:
    fingerprint = law_fingerprint(law.in_force, law.overrides)
    known: AppliedLaw | None = AppliedLaw.objects.filter(digest=fingerprint.digest).first()
    if known is not None:
        return known
    values = {name: getattr(fingerprint, name) for name in fingerprint.__struct_fields__}
    made: AppliedLaw = AppliedLaw.objects.create(
        digest=fingerprint.digest, **{**values, "overrides": msgspec.to_builtins(fingerprint.overrides)}
    )
    return made
