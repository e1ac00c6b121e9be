"""The filings and annual reports of an import: added where the register lacks them, never changed or removed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from litigation import selectors
from litigation.actions.record_filings import filing_about, keep_filings, record_filings, report_of
from litigation.batches import in_batches
from litigation.extract.register import filing_facts, report_facts
from litigation.facts import AnnualReport, CaseFacts, FilingFacts, RegisterFacts
from litigation.import_report import ImportReport
from litigation.models import FilingSource, Unit

_Act = TypeVar("_Act", FilingFacts, AnnualReport)


def import_filings(
    cases: Sequence[CaseFacts], pages: Mapping[str, int], *, report: ImportReport, actor: Any
) -> None:
    """Record the filings of ``cases`` that are not recorded yet. A case without the key says nothing about them."""
    for batch in in_batches([case for case in cases if case.filings is not None]):
        stored: dict[int, list[FilingFacts]] = defaultdict(list)
        for filing in selectors.filings_at(cases=[case.ref for case in batch]):
            if filing.case_id is not None:
                stored[filing.case_id].append(filing_facts(filing))
        new = []
        for case in batch:
            page_id = pages[case.ref]
            added, missing = compare(stored[page_id], case.filings or ())
            new += [filing_about(page_id, facts) for facts in added]
            if missing:
                report.filings_missing[case.ref] = [in_words(facts) for facts in missing]
        record_filings(new, actor=actor, source=FilingSource.IMPORT)
        keep_filings(cases=[pages[case.ref] for case in batch])
        report.filings_added += len(new)


def import_reports(register: RegisterFacts, *, report: ImportReport, actor: Any) -> None:
    """Record the annual reports that are not recorded yet, of every unit of which ``register`` speaks."""
    if register.annual_reports is None:
        return
    speaks_of = {unit.code for unit in register.units} | {facts.unit for facts in register.annual_reports}
    units = {u.code: u.pk for u in Unit.objects.all() if u.code in speaks_of - {*register.reports_unknown}}
    stored: dict[str, list[AnnualReport]] = defaultdict(list)
    for filing in selectors.reports_at(units=units):
        facts = report_facts(filing)
        stored[facts.unit].append(facts)
    given: dict[str, list[AnnualReport]] = defaultdict(list)
    for facts in register.annual_reports:
        given[facts.unit].append(facts)
    new = []
    for code, unit_id in units.items():
        added, missing = compare(stored[code], given[code])
        new += [report_of(unit_id, facts) for facts in added]
        if missing:
            report.reports_missing[code] = [in_words(facts) for facts in missing]
    record_filings(new, actor=actor, source=FilingSource.IMPORT)
    keep_filings(units=units.values())
    report.reports_added += len(new)


def compare(stored: Sequence[_Act], given: Sequence[_Act]) -> tuple[list[_Act], list[_Act]]:
    """What ``given`` adds, in its order, and what it lacks; the same act twice is two acts."""
    left = Counter(map(_content, stored))
    added = []
    for act in given:
        content = _content(act)
        if left[content]:
            left[content] -= 1
        else:
            added.append(act)
    return added, list(left.elements())


def in_words(act: FilingFacts | AnnualReport) -> str:
    """An act in one line, by the names of the bundle."""
    return " ".join(_words(act))


def _words(act: FilingFacts | AnnualReport) -> Iterator[str]:
    for name in act.__struct_fields__:
        value = getattr(act, name)
        if name not in ("uid", "returned") and value is not None:
            yield f"{name}={value}"


def _content(act: _Act) -> _Act:
    plain = replace(act, uid="")
    return replace(plain, returned=False) if isinstance(plain, FilingFacts) else plain
