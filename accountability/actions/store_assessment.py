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
from accountability.office_law import OfficeLaw
from accountability.pins import Pins, read_pins
from accountability.storing.findings import findings_news, identified_tests, store_findings
from accountability.storing.heads import Head, confirm_heads, needs_record, store_heads, stored_heads
from accountability.storing.judged import store_judged
from accountability.storing.overtaken import overtaken_results
from accountability.storing.results import Owner, Telling, ToStore, results_to_store
from litigation.facts import RegisterFacts

#: Any number no other lock of this database uses: two assessments are stored one after the other.
_LOCK = 20200901


class DayRefusedError(ValueError):
    """What is stored is the present: not a day to come, and not a day before the one stored last."""


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    """What was written: results of cases and units, and states of findings by change.

    ``overtaken`` are the refs of cases, and the codes of units, whose record changed while they were assessed. They keep
    the result they had until they are assessed again.
    """

    results: int
    changes: Mapping[Change, int]
    overtaken: tuple[str, ...] = ()


def store_assessment(
    assessment: Assessment, *, register: RegisterFacts, law: OfficeLaw, pins: Pins
) -> Stored:
    """Store ``assessment`` of ``register``, pinned to what ``pins`` named when it was read.

    The same assessment twice writes nothing the second time. Raises DayRefusedError.
    """
    links = Links(register.cases)
    with transaction.atomic():
        _one_at_a_time()
        _check(assessment.as_of)
        results = list(results_to_store(assessment, links, pins))
        overtaken = overtaken_results(results, links, pins, read_pins())
        telling = Telling(as_of=assessment.as_of, moment=timezone.now(), law=_applied_law(law))
        stored = _store(
            assessment, register, [result for result in results if result.owner not in overtaken], telling
        )
        confirm_heads(telling, overtaken)
    return msgspec.structs.replace(stored, overtaken=tuple(sorted(overtaken.values())))


def _store(
    assessment: Assessment, register: RegisterFacts, results: Sequence[ToStore], telling: Telling
) -> Stored:
    heads = stored_heads()
    news = findings_news(
        {result.owner: result for result in results}, lambda some: _clear_tests(assessment, register, some)
    )
    keys = store_judged(_judged_anew(results, heads, {entry.result.owner for entry in news}), telling)
    written = store_heads(results, telling, keys, heads)
    return Stored(results=written, changes=store_findings(news, telling, keys))


def _judged_anew(
    results: Sequence[ToStore], heads: Mapping[Owner, Head], changed: set[Owner]
) -> list[ToStore]:
    """The results whose judged record something that is written now will name."""
    return [
        result
        for result in results
        if result.owner in changed
        or needs_record(result, heads)
        or heads[result.owner].content != result.content
    ]


def _clear_tests(
    assessment: Assessment, register: RegisterFacts, results: Sequence[ToStore]
) -> dict[str, Finding]:
    """The clear tests of these results. An assessment keeps only what is not clear, so they are tested again."""
    kept = Links(register.cases).together(result.name for result in results if result.case_id)
    some = msgspec.structs.replace(register, cases=tuple(case for case in register.cases if case.ref in kept))
    thorough = assess(some, assessment.law, assessment.as_of, thorough=True)
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
    stored = [model.objects.aggregate(day=Max("as_of"))["day"] for model in (CaseAssessment, UnitAssessment)]
    last = max((day for day in stored if day), default=None)
    if last is not None and as_of < last:
        raise DayRefusedError(
            _("What is stored stands as of %(last)s; it does not go back to %(day)s.")
            % {"last": last, "day": as_of}
        )


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
