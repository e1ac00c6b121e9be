"""What was found stays found: no row is deleted, and none is changed but for what follows it."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, models, transaction

from accountability.actions.assess_register import assess_register
from accountability.models import (
    AppliedLaw,
    CaseAssessment,
    FindingState,
    JudgedFiling,
    JudgedRecord,
    JudgedRegistration,
    StoredFinding,
    UnitAssessment,
)
from accountability.outcomes import Result
from litigation.models import KeptForeverError
from tests.accountability.records import filed_late, put
from tests.accountability.stored import JUNE, last

pytestmark = pytest.mark.django_db

KEPT: list[type[models.Model]] = [
    AppliedLaw,
    FindingState,
    JudgedFiling,
    JudgedRecord,
    JudgedRegistration,
    StoredFinding,
]


@pytest.fixture(autouse=True)
def _assessed() -> None:
    put(filed_late())
    assess_register(JUNE)


@pytest.mark.parametrize("model", KEPT)
def test_rows_are_never_deleted_and_never_changed(model: type[models.Model]) -> None:
    row = model._default_manager.first()
    assert row is not None
    for write in (
        row.delete,
        row.save,
        model._default_manager.filter(pk=row.pk).delete,
        lambda: model._default_manager.filter(pk=row.pk).update(pk=row.pk),
    ):
        with pytest.raises((KeptForeverError, models.ProtectedError)):
            write()


def test_a_finding_has_one_last_state() -> None:
    state = last()
    state.pk, state._state.adding = None, True
    with pytest.raises(IntegrityError), transaction.atomic():
        state.save()


def test_rows_have_names() -> None:
    assert str(last().finding) == "7d document_filing"
    assert str(JUNE) in str(last())
    for model in (*KEPT, CaseAssessment, UnitAssessment):
        assert str(model._default_manager.first())


def test_results_are_read_by_category() -> None:
    head = CaseAssessment.objects.get()
    assert head.categories[7] is Result.BREACH
    unit = UnitAssessment.objects.get(unit__code="AJ")
    assert (unit.count(7, Result.BREACH), unit.count(3, Result.BREACH)) == (1, 0)
