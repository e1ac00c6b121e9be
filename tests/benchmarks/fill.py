"""Puts a register into the database past every page action: only the rows that an assessment reads or points to.

Ten thousand cases through the editor's own actions take minutes; what is measured here is what comes after them. The pages
are bare: no revision, no rows of their own, and of the fields only those by which cases are found. Units and disputes are made
by the actions of the register.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.utils import timezone
from wagtail.models import Page

from litigation.actions.provision_disputes import provision_disputes
from litigation.actions.provision_unit import provision_unit
from litigation.actions.record_filings import filing_about, keep_filings, report_of
from litigation.extract import register_facts
from litigation.facts import CaseFacts, RegisterFacts
from litigation.models import CasePage, Dispute, Filing, FilingsKept, FilingSource, RegisteredFacts, Unit
from litigation.models.cases import slug_for
from litigation.stored_facts import VERSION, encode
from tests.benchmarks.pairs import must_agree

_BATCH = 5_000


@transaction.atomic
def fill(register: RegisterFacts) -> None:
    """Store ``register``, into a database that has no cases yet."""
    for facts in register.units:
        provision_unit(facts, actor=None)
    provision_disputes(register.disputes, actor=None)
    units = {unit.code: unit for unit in Unit.objects.select_related("page")}
    disputes = dict(Dispute.objects.values_list("ref", "pk"))
    first = (Page.objects.aggregate(last=models.Max("pk"))["last"] or 0) + 1
    keys = {case.ref: first + place for place, case in enumerate(register.cases)}
    _pages(register.cases, keys, units, disputes)
    now = timezone.now()
    insert(
        RegisteredFacts(schema_version=VERSION, recorded_at=now),
        ("case", "encoded"),
        ((keys[case.ref], encode(case)) for case in register.cases),
    )
    insert(
        FilingsKept(since=now),
        ("case",),
        ((keys[case.ref],) for case in register.cases if case.filings is not None),
    )
    _filings(register, keys, units)


def check(register: RegisterFacts) -> None:
    """DisagreementError unless the database gives ``register`` back."""
    read = register_facts()
    must_agree(read.units, register.units, "units")
    must_agree(set(read.disputes), set(register.disputes), "disputes")
    must_agree(set(read.cases), set(register.cases), "cases as they were stored")
    must_agree(set(read.annual_reports or ()), set(register.annual_reports or ()), "annual reports")


def insert(prototype: models.Model, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Add a row like ``prototype`` for each of ``rows``, with its values in the columns ``names``."""
    model = type(prototype)
    fields = [
        field
        for field in model._meta.local_concrete_fields
        if not isinstance(field, models.AutoField) or field.name in names
    ]
    base = [field.get_db_prep_save(field.pre_save(prototype, True), connection) for field in fields]
    places = [(index, names.index(field.name)) for index, field in enumerate(fields) if field.name in names]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    statement = (
        f"INSERT INTO {quote(model._meta.db_table)} ({columns}) "  # noqa: S608 - names of the model alone
        f"VALUES ({', '.join(['%s'] * len(fields))})"
    )

    def values() -> Iterator[list[Any]]:
        for row in rows:
            made = base.copy()
            for index, place in places:
                made[index] = fields[index].get_db_prep_save(row[place], connection)
            yield made

    execute_many(statement, values())


def execute_many(statement: str, rows: Iterable[Sequence[Any]]) -> None:
    """``statement`` for each of ``rows``, some thousands at a time."""
    with connection.cursor() as cursor:
        batch: list[Sequence[Any]] = []
        for row in rows:
            batch.append(row)
            if len(batch) == _BATCH:
                cursor.executemany(statement, batch)
                batch = []
        if batch:
            cursor.executemany(statement, batch)


def _pages(
    cases: Sequence[CaseFacts], keys: dict[str, int], units: dict[str, Unit], disputes: dict[str, int]
) -> None:
    below = {code: unit.page.numchild for code, unit in units.items()}
    some = next(iter(units.values())).page
    prototype = Page(
        title="-",
        draft_title="-",
        depth=some.depth + 1,
        numchild=0,
        live=True,
        has_unpublished_changes=False,
        content_type=ContentType.objects.get_for_model(CasePage),
        locale_id=some.locale_id,
    )
    insert(
        prototype,
        ("id", "path", "slug", "url_path", "translation_key"),
        _tree(cases, keys, units, below),
    )
    for code, unit in units.items():
        Page.objects.filter(pk=unit.page.pk).update(numchild=below[code])
    insert(
        CasePage(),
        ("page_ptr", "ref", "unit", "dispute", "follows"),
        (
            (
                keys[case.ref],
                case.ref,
                units[case.unit].pk,
                disputes[case.dispute] if case.dispute else None,
                case.follows,
            )
            for case in cases
        ),
    )
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [Page]):
            cursor.execute(statement)


def _tree(
    cases: Sequence[CaseFacts], keys: dict[str, int], units: dict[str, Unit], below: dict[str, int]
) -> Iterator[tuple[Any, ...]]:
    for case in cases:
        parent = units[case.unit].page
        below[case.unit] += 1
        slug = slug_for(case.ref)
        path = Page._get_path(parent.path, parent.depth + 1, below[case.unit])
        yield keys[case.ref], path, slug, f"{parent.url_path}{slug}/", UUID(int=keys[case.ref])


def _filings(register: RegisterFacts, keys: dict[str, int], units: dict[str, Unit]) -> None:
    names = ("uid", "case", "duty", "document", "received_on", "on", "content_defect")
    columns = ("case_id", *names[2:])
    prototype = Filing(source=FilingSource.IMPORT, recorded_at=timezone.now())
    insert(
        prototype,
        names,
        (
            (UUID(facts.uid), *(getattr(filing_about(keys[case.ref], facts), name) for name in columns))
            for case in register.cases
            for facts in case.filings or ()
        ),
    )
    reports = [report_of(units[facts.unit].pk, facts) for facts in register.annual_reports or ()]
    insert(
        prototype,
        ("uid", "unit", "year", "recipient", "on"),
        (
            (UUID(facts.uid), report.unit_id, report.year, report.recipient, report.on)
            for facts, report in zip(register.annual_reports or (), reports, strict=True)
        ),
    )
    keep_filings(units=[unit.pk for unit in units.values()])
