"""The register as one value: what every assessment and every export reads (DESIGN §4, two clocks: ``recorded_at``)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from msgspec.structs import replace

from litigation import selectors
from litigation.facts import (
    AnnualReport,
    CaseFacts,
    DisputeFacts,
    FilingFacts,
    RegisterFacts,
    UnitFacts,
)
from litigation.models import Filing
from litigation.stored_facts import decode
from litigation.vocabulary import Document, FiledDuty, UnitKind

#: What a filing says, by the name of the fact.
FILED = ("duty", "document", "received_on", "on", "content_defect")


def register_facts(
    *,
    recorded_at: datetime | None = None,
    units: Iterable[str] | None = None,
    cases: Iterable[str] | None = None,
    also: Iterable[str] = (),
) -> RegisterFacts:
    """The register as it stood at ``recorded_at`` (None: now): every case in its latest registration by then.

    ``units`` (codes) and ``cases`` (refs) narrow the cases; with either, units and disputes are those that the cases
    name, and annual reports those of the respondents and of ``units``; ``also`` are codes of units to bring along with
    their reports, which narrow nothing. The number of queries does not grow with the
    register.
    """
    narrow = units is not None or cases is not None
    asked = None if units is None else frozenset(units)
    refs = None if cases is None else frozenset(cases)
    extra = frozenset(also) | (asked or frozenset())
    kept = list(
        selectors.filings_kept_at(recorded_at, units=asked, cases=refs).values_list("case_id", "unit_id")
    )
    found = tuple(_cases(recorded_at, asked, refs, {case for case, _unit in kept if case is not None}))

    named = {code for case in found for code in units_named(case)} | extra
    all_units = [u for u in selectors.units_at(recorded_at) if not narrow or u.code in named]
    respondents = {case.unit for case in found} | extra
    reporting = [u for u in all_units if not narrow or u.code in respondents]
    reports, unknown = _reports(recorded_at, reporting, {unit for _case, unit in kept if unit is not None})
    disputes = {case.dispute for case in found if case.dispute}
    return RegisterFacts(
        units=tuple(UnitFacts(code=u.code, name=u.name, kind=UnitKind(u.kind)) for u in all_units),
        disputes=tuple(
            DisputeFacts(ref=d.ref, title=d.title)
            for d in selectors.disputes_at(recorded_at, refs=disputes if narrow else None)
        ),
        cases=found,
        annual_reports=reports,
        reports_unknown=unknown,
    )


def with_filings(case: CaseFacts, filings: Sequence[Filing], *, known: bool = True) -> CaseFacts:
    """``case`` with its filings; where there are none, ``known`` decides between *none* and *not known*."""
    return _with(case, [filing_facts(filing) for filing in filings], known=known)


def _with(case: CaseFacts, filings: Sequence[FilingFacts], *, known: bool) -> CaseFacts:
    return replace(case, filings=tuple(filings) if filings or known else None)


def units_named(case: CaseFacts) -> Iterator[str]:
    """The codes of all units that ``case`` speaks of."""
    yield case.unit
    yield from case.handling_units or ()
    if case.represented_by:
        yield case.represented_by
    for hearing in case.hearings or ():
        yield from (person.organ for person in hearing.attendance or () if person.organ)


def _cases(
    moment: datetime | None, units: frozenset[str] | None, refs: frozenset[str] | None, kept: set[int]
) -> Iterator[CaseFacts]:
    filings: dict[int, list[FilingFacts]] = defaultdict(list)
    # Plain values: a model instance for each of many thousand filings takes longer than all the rest.
    filed = selectors.filings_at(moment, units=units, cases=refs)
    for case_id, *values in filed.values_list("case_id", "uid", *FILED).iterator():
        filings[case_id].append(_filing(*values))
    rows = selectors.registrations_at(moment, units=units, cases=refs)
    for case_id, version, text in rows.values_list("case_id", "schema_version", "encoded").iterator():
        yield _with(decode(version, text), filings.get(case_id, ()), known=case_id in kept)


def _reports(
    moment: datetime | None, units: Sequence[Any], kept: set[int]
) -> tuple[tuple[AnnualReport, ...] | None, tuple[str, ...]]:
    """The annual reports of ``units``, None if nobody recorded any of them, and the codes whose are not known."""
    reports = [
        report_facts(filing) for filing in selectors.reports_at(moment, units=[unit.code for unit in units])
    ]
    known = {unit.code for unit in units if unit.pk in kept} | {report.unit for report in reports}
    if not known:
        return None, ()
    return tuple(reports), tuple(unit.code for unit in units if unit.code not in known)


def report_facts(filing: Filing) -> AnnualReport:
    """An annual report as facts."""
    return msgspec.convert(
        {
            "uid": str(filing.uid),
            "unit": filing.unit.code if filing.unit else None,
            "year": filing.year,
            "on": filing.on,
            "recipient": filing.recipient,
        },
        AnnualReport,
    )


def filing_facts(filing: Filing) -> FilingFacts:
    """A filing about a case as facts."""
    return _filing(filing.uid, *(getattr(filing, name) for name in FILED))


def _filing(
    uid: UUID,
    duty: str,
    document: str | None,
    received_on: date | None,
    on: date | None,
    content_defect: bool | None,
) -> FilingFacts:
    """The filing with this identity and the values of ``FILED``."""
    return FilingFacts(
        uid=str(uid),
        duty=FiledDuty(duty),
        document=None if document is None else Document(document),
        received_on=received_on,
        on=on,
        content_defect=content_defect,
    )
