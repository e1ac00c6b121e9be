"""The table above an official document: what the catalogue of government information records of it (facts.md §E)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import msgspec
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

if TYPE_CHECKING:
    from home.models import NoticePage


class Particular(msgspec.Struct, frozen=True):
    """One row. ``day`` is the date behind ``value``, if it is one; ``wide`` rows hold sentences."""

    label: str
    value: str
    day: date | None = None
    wide: bool = False


def particulars_of(page: NoticePage) -> list[Particular]:
    """Return the rows in the order of government sites. What is not known has no row."""
    return [row for row in _rows(page) if row.value]


def _rows(page: NoticePage) -> Iterator[Particular]:
    notice = page.notice
    yield Particular(_("Index number"), notice.index_number or "")
    yield Particular(_("Subject"), page.subject)
    yield Particular(_("Issued by"), notice.issuer)
    yield Particular(_("Manner of publication"), page.get_disclosure_display())
    yield _of_day(_("Dated"), notice.dated)
    yield Particular(_("Document number"), notice.number or "")
    yield Particular(_("Unified number"), page.unified_number)
    yield _of_day(_("Published on"), page.published_on)
    yield _of_day(_("In effect from"), page.effective_on)
    yield Particular(_("Validity"), page.get_validity_display())
    yield Particular(_("Subject words"), page.subject_words, wide=True)
    yield Particular(pgettext("of a notice", "Summary"), page.summary, wide=True)


def _of_day(label: str, day: date | None) -> Particular:
    return Particular(label, date_format(day, "DATE_FORMAT") if day else "", day)
