"""Which models keep their rows for ever, and which record asks for a test. No rule in here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models.signals import pre_delete

from litigation import signals
from litigation.models.kept import refuse_deletion


def connect() -> None:
    """Called once, when the apps are ready."""
    from accountability import models

    kept = (
        models.AppliedLaw,
        models.FindingState,
        models.JudgedFiling,
        models.JudgedRecord,
        models.JudgedRegistration,
        models.StoredFinding,
    )
    for model in kept:
        pre_delete.connect(refuse_deletion, sender=model)
    signals.cases_registered.connect(_test_cases)
    signals.filings_recorded.connect(_test_filed)
    signals.unit_changed.connect(_test_unit)
    signals.law_changed.connect(_test_by_law)


def _test_cases(registrations: Mapping[int, int], **kwargs: Any) -> None:
    _request(cases=registrations)


def _test_filed(cases: frozenset[int], units: frozenset[int], **kwargs: Any) -> None:
    _request(cases=cases, units=units)


def _test_unit(unit: int, is_new: bool, **kwargs: Any) -> None:
    # What kind of unit it is decides about its cases and about those that name it.
    _request(units=[unit], everything=not is_new)


def _test_by_law(**kwargs: Any) -> None:
    _request(law=True)


def _request(**what: Any) -> None:
    from accountability.actions.request_tests import request_tests

    request_tests(**what)
