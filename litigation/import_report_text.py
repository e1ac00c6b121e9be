"""The report of an import in lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from litigation.import_report import ImportReport, Tally
from litigation.written_days import day_of

_FEW = 20


def report_lines(report: ImportReport, *, source: str, all_changes: bool = False) -> Iterator[str]:
    """One line per kind of record, then every changed case with its previous values, then what the input lacks.

    Without ``all_changes`` long lists end after twenty.
    """
    limit = None if all_changes else _FEW
    yield f"{source}:"
    yield from _tally(_("Units"), report.units)
    yield from _tally(_("Disputes"), report.disputes)
    yield from _tally(_("Cases"), report.cases)
    yield "  " + _("Filings: %(count)d added") % {"count": report.filings_added}
    yield "  " + _("Annual reports: %(count)d added") % {"count": report.reports_added}
    yield from _limited(_changes(report), limit)
    yield from _limited(_missing(report), limit)


def _tally(name: str, tally: Tally) -> Iterator[str]:
    yield "  " + _("%(name)s: %(created)d created, %(changed)d changed, %(unchanged)d unchanged") % {
        "name": name,
        "created": len(tally.created),
        "changed": len(tally.changed),
        "unchanged": len(tally.unchanged),
    }


def _changes(report: ImportReport) -> Iterator[str]:
    for ref, changes in report.changes.items():
        for change in changes:
            yield _("  Case %(ref)s, %(path)s: was %(before)s, is %(after)s") % {
                "ref": ref,
                "path": change.path,
                "before": _shown(change.before),
                "after": _shown(change.after),
            }


def _missing(report: ImportReport) -> Iterator[str]:
    for ref, acts in report.filings_missing.items():
        for act in acts:
            yield _("  Case %(ref)s: the register keeps a filing that the file lacks: %(act)s") % {
                "ref": ref,
                "act": act,
            }
    for code, acts in report.reports_missing.items():
        for act in acts:
            yield _("  Unit %(code)s: the register keeps a report that the file lacks: %(act)s") % {
                "code": code,
                "act": act,
            }


def _shown(value: Any) -> str:
    if value is None:
        return _("not known")
    day = day_of(value)
    return str(value) if day is None else date_format(day, "DATE_FORMAT")


def _limited(lines: Iterator[str], limit: int | None) -> Iterator[str]:
    left = 0
    for number, line in enumerate(lines):
        if limit is None or number < limit:
            yield line
        else:
            left += 1
    if left:
        yield _("  … and %(count)d more; --verbosity 2 shows all of them") % {"count": left}
