"""Facts that no date can show; categories 1, 8 and 9 only (facts.md B.1, B.8, B.9)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from litigation.models.fields import TermField, day, flag
from litigation.models.rows import CaseRow
from litigation.vocabulary import ConductSource


class Conduct(CaseRow):
    """A lead that somebody entered, with its source. Established only by the competent body (rulings.md 10)."""

    CATEGORIES = [
        (1, _("(1) Interfered with acceptance or trial")),
        (8, _("(8) Dereliction with harmful results")),
        (9, _("(9) Other breach of law")),
    ]

    page = ParentalKey("litigation.CasePage", related_name="conduct")
    category = models.PositiveSmallIntegerField(_("category"), choices=CATEGORIES)
    on = day(_("on"))
    facts = models.TextField(_("what happened"), null=True, blank=True)  # noqa: DJ001 - null is "not known"
    source = TermField(ConductSource, verbose_name=_("source"), null=True)
    established = flag(_("established"), _("Found by the competent body, not by this system."))

    class Meta(CaseRow.Meta):
        verbose_name = _("conduct")
        verbose_name_plural = _("conduct")

    def __str__(self) -> str:
        return self.get_category_display()
