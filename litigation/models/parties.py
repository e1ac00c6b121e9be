"""原告: who sues."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey

from litigation.models.fields import LineField, TermField
from litigation.models.rows import CaseRow
from litigation.vocabulary import PlaintiffKind


class Plaintiff(CaseRow):
    """A plaintiff, applicant or claimant."""

    page = ParentalKey("litigation.CasePage", related_name="plaintiffs")
    kind = TermField(PlaintiffKind, verbose_name=_("kind"))
    name = LineField(verbose_name=pgettext_lazy("of a person", "name"), null=True)

    class Meta(CaseRow.Meta):
        verbose_name = _("plaintiff")
        verbose_name_plural = _("plaintiffs")

    def __str__(self) -> str:
        return self.name or self.get_kind_display()
