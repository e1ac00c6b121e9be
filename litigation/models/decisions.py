"""The decision, its service, appeals against it, and what it leaves to perform (N3.7, N5.4, N5.5; facts.md C.5, C.6)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from litigation.models.fields import LineField, TermField, TermsField, day, flag, stated, term_in_days
from litigation.models.rows import CaseRow
from litigation.vocabulary import DecisionForm, Disposition, Outcome, Party, Refusal


class DecisionFields(models.Model):
    """The decision and its performance, flat on the case page."""

    has_decision = stated(_("a decision was given"), _("Ticked by itself once anything about it is given."))
    decision_form = TermField(DecisionForm, verbose_name=_("form"), null=True)
    decision_disposition = TermField(
        Disposition,
        verbose_name=_("disposition"),
        null=True,
        help_text=_("Second instance and retrial: what became of the decision before it."),
    )
    decision_outcomes = TermsField(
        Outcome, verbose_name=_("outcomes"), help_text=_("The substance that stands after this decision.")
    )
    no_services = stated(_("served on nobody yet"))
    no_appeals = stated(_("nobody appealed"))
    decision_effective_on = day(
        _("effective on"), _("Only to overrule the computed day; the note then names the source.")
    )
    decision_note = LineField(verbose_name=_("note"), null=True)
    decision_late_evidence_decisive = flag(
        _("late evidence was decisive"), _("The court treated evidence as absent because it came late.")
    )

    has_performance = stated(
        _("the decision leaves the unit something to do"),
        _("Ticked by itself once anything about it is given."),
    )
    performance_within_days = term_in_days(
        _("within days"), _("From the day the decision takes effect; or a fixed day.")
    )
    performance_due_on = day(_("due on"), _("A fixed day does not roll past rest days."))
    performance_performed_on = day(_("performed on"))
    no_suspensions = stated(_("enforcement was never suspended"))
    no_refusal = stated(_("no sign of refusal"))

    class Meta:
        abstract = True


class Service(CaseRow):
    """The day the decision was served on one party; each party's right to appeal runs from its own (C.6)."""

    page = ParentalKey("litigation.CasePage", related_name="services")
    party = TermField(Party, verbose_name=_("party"))
    on = day(_("served on"), _("By public notice: the day it is deemed done."))

    class Meta(CaseRow.Meta):
        verbose_name = _("service of the decision")
        verbose_name_plural = _("services of the decision")

    def __str__(self) -> str:
        return self.get_party_display()


class Appeal(CaseRow):
    """An appeal against the decision."""

    page = ParentalKey("litigation.CasePage", related_name="appeals")
    by = TermField(Party, verbose_name=_("by"))
    on = day(_("lodged on"))

    class Meta(CaseRow.Meta):
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")

    def __str__(self) -> str:
        return self.get_by_display()


class Suspension(CaseRow):
    """A retrial was ordered and enforcement suspended (法释〔2018〕1号 art 118); the clock stays stopped (rulings.md 14)."""

    page = ParentalKey("litigation.CasePage", related_name="suspensions")
    on = models.DateField(_("suspended on"))

    class Meta(CaseRow.Meta):
        verbose_name = _("suspension of enforcement")
        verbose_name_plural = _("suspensions of enforcement")

    def __str__(self) -> str:
        return str(self.on)


class RefusalSign(CaseRow):
    """A sign that the effective decision is refused (facts.md B.5)."""

    page = ParentalKey("litigation.CasePage", related_name="refusal")
    kind = TermField(Refusal, verbose_name=_("kind"))
    on = day(_("on"))

    class Meta(CaseRow.Meta):
        verbose_name = _("sign of refusal")
        verbose_name_plural = _("signs of refusal")

    def __str__(self) -> str:
        return self.get_kind_display()
