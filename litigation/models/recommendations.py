"""司法建议 (N5.7; facts.md B.6)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from litigation.models.fields import CodeField, TermField, day, term_in_days
from litigation.models.rows import CaseRow
from litigation.models.units import valid_code
from litigation.vocabulary import RecommendationKind


class Recommendation(CaseRow):
    """A judicial recommendation that arose from the case, and what became of it."""

    page = ParentalKey("litigation.CasePage", related_name="recommendations")
    ref = CodeField(verbose_name=_("reference"), validators=[valid_code])
    kind = TermField(RecommendationKind, verbose_name=_("kind"))
    received_on = day(_("received on"))
    reply_within_days = term_in_days(_("reply within days"))
    reply_by = day(_("reply by"), _("The day the recommendation itself names."))
    handled_on = day(
        _("handled on"), _("The result is sent to the court within 30 days of this day (N5.7b).")
    )
    replied_on = day(_("replied on"))
    copied_on = day(_("copied to the justice bureau on"), _("N5.7c"))

    class Meta(CaseRow.Meta):
        verbose_name = _("judicial recommendation")
        verbose_name_plural = _("judicial recommendations")

    def __str__(self) -> str:
        return self.ref
