"""Which stored results something touches: a record that changed, a day that came, a law that is another one now."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

import msgspec
from django.db.models import Q

from accountability.fingerprints import LawFingerprint, law_fingerprint
from accountability.linked_cases import Links
from accountability.models import AppliedLaw, CaseAssessment, JudgedRegistration, UnitAssessment
from accountability.next_change import SLACK
from accountability.office_law import OfficeLaw
from litigation.facts import RegisterFacts
from litigation.models import CasePage, Unit


def judged_with(cases: Collection[int]) -> frozenset[int]:
    """The cases whose stored result took in one of ``cases``, each of ``cases`` that has a result included."""
    records = JudgedRegistration.objects.filter(registration__case__in=list(cases)).values("record")
    return frozenset(CaseAssessment.objects.filter(judged__in=records).values_list("case_id", flat=True))


def depending_on(changed: Collection[str], register: RegisterFacts) -> frozenset[str]:
    """The cases of ``register`` whose result depends on one of ``changed`` as it is recorded now."""
    links, changed = Links(register.cases), frozenset(changed)
    return frozenset(
        case.ref for case in register.cases if not changed.isdisjoint(links.judged_with(case.ref))
    )


def due_cases(as_of: date) -> frozenset[int]:
    """The cases whose day has come, and those that were registered but never tested."""
    come = CaseAssessment.objects.filter(holds_until__lte=as_of).values_list("case_id", flat=True)
    never = CasePage.objects.filter(assessment__isnull=True, registrations__isnull=False)
    return frozenset(come) | frozenset(never.values_list("pk", flat=True))


def due_units(as_of: date) -> frozenset[int]:
    """The units whose own duties' day has come, and those that were never tested."""
    come = UnitAssessment.objects.filter(holds_until__lte=as_of).values_list("unit_id", flat=True)
    never = Unit.objects.filter(assessment__isnull=True).values_list("pk", flat=True)
    return frozenset(come) | frozenset(never)


def told_by_another_law(law: OfficeLaw) -> frozenset[int]:
    """The cases whose result ``law`` may change: told by another law folder, other readings, or past a day now another."""
    now = law_fingerprint(law.in_force, law.overrides)
    found: set[int] = set()
    for applied in _other_laws(now, CaseAssessment):
        results = CaseAssessment.objects.filter(applied_law=applied)
        if _same_but_for_days(applied, now):
            results = results.filter(_counted_past(_other_days(applied, now)))
        found |= {*results.values_list("case_id", flat=True)}
    return frozenset(found)


def units_told_by_another_law(law: OfficeLaw) -> frozenset[int]:
    """The units whose own duties were told by another law, calendar or readings."""
    now = law_fingerprint(law.in_force, law.overrides)
    results = UnitAssessment.objects.filter(applied_law__in=list(_other_laws(now, UnitAssessment)))
    return frozenset(results.values_list("unit_id", flat=True))


def _other_laws(now: LawFingerprint, model: Any) -> Iterable[AppliedLaw]:
    applied: Iterable[AppliedLaw] = AppliedLaw.objects.filter(
        pk__in=model.objects.order_by().values("applied_law").distinct()
    ).exclude(digest=now.digest)
    return applied


def _same_but_for_days(applied: AppliedLaw, now: LawFingerprint) -> bool:
    names = ("law_version", "calendar_version", "readings_digest", "law_at")
    return all(getattr(applied, name) == getattr(now, name) for name in names)


def _other_days(applied: AppliedLaw, now: LawFingerprint) -> frozenset[date]:
    """The days that were decided otherwise in one of the two only, or in another way."""
    before = {str(entry["day"]): entry for entry in applied.overrides}
    after = {str(entry["day"]): entry for entry in msgspec.to_builtins(now.overrides)}
    return frozenset(
        date.fromisoformat(day) for day in before.keys() | after.keys() if before.get(day) != after.get(day)
    )


def _counted_past(days: Collection[date]) -> Q:
    spans = [Q(counted_from__lte=day + SLACK, counted_to__gte=day - SLACK) for day in days]
    return reduce(or_, spans, Q(pk__in=[]))
