"""The editor of a case: every list of the record stands in a panel, because a list that does not can be dropped."""

from __future__ import annotations

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, Panel, TabbedInterface
from wagtail.admin.panels.base import get_form_for_model

from litigation.forms import CaseForm, RowFormSet


class RowsPanel(InlinePanel):
    """An InlinePanel whose rows keep their identity from draft to draft, called as their model is in the user's language."""

    def on_model_bound(self) -> None:
        super().on_model_bound()
        self.heading = capfirst(self.db_field.related_model._meta.verbose_name_plural)

    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        rows = options["formsets"][self.relation_name]
        child = self.child_edit_handler.get_form_options()
        rows["formset"] = RowFormSet
        rows["form"] = get_form_for_model(
            self.db_field.related_model,
            form_class=self.db_field.related_model.base_form_class,
            defer_required_on_fields=child.get("defer_required_on_fields", []),
        )
        return options


def rows(name: str, *panels: str | Panel, flag: bool = True) -> list[Panel]:
    """One list with the flag that says there is nothing in it."""
    listed = [panel if isinstance(panel, Panel) else FieldPanel(panel) for panel in panels]
    above = [FieldPanel(f"no_{name}")] if flag else []
    return [*above, RowsPanel(name, panels=listed)]


def fields(heading: Any, *names: str) -> MultiFieldPanel:
    """Fields under one heading."""
    return MultiFieldPanel([FieldPanel(name) for name in names], heading=heading)


CASE = ObjectList(
    [
        fields(
            _("Case"),
            "kind",
            "instance",
            "procedure",
            "docket",
            "tribunal",
            "cause",
            "accepted_on",
            "closed_on",
        ),
        fields(
            _("Dispute and respondents"), "dispute", "follows", "role", "handling_units", "represented_by"
        ),
        MultiFieldPanel(rows("plaintiffs", "kind", "name"), heading=_("Plaintiffs")),
        fields(
            _("Major or sensitive"),
            "has_sensitive",
            "sensitive_flagged_on",
            "sensitive_grounds",
            "sensitive_reported_on",
            "sensitive_assessed_on",
        ),
    ],
    heading=_("Case"),
)

DOCUMENTS = ObjectList(
    [
        MultiFieldPanel(
            rows("received", "document", "on", "forwarded_on", "hearing_on", "evidence_by"),
            heading=_("Documents served"),
        ),
        MultiFieldPanel(rows("submitted", "item", "on"), heading=_("Materials submitted")),
        fields(
            _("Extension of time for evidence"),
            "has_evidence_extension",
            "evidence_extension_applied_on",
            "evidence_extension_granted_on",
            "evidence_extension_obstacle_removed_on",
        ),
    ],
    heading=pgettext_lazy("papers of a case", "Documents"),
)

ATTENDANCE = fields(
    _("The head's absence"), "has_absence", "absence_ground", "absence_formal", "absence_accepted"
)

HEARINGS = ObjectList(
    [
        MultiFieldPanel(
            rows(
                "hearings",
                "on",
                "renewed_notice_on",
                "summons_valid",
                *rows("attendance", "role", "rank", "organ", "name", "proof"),
                ATTENDANCE,
                "left_without_leave",
                "spoke_on_resolution",
                "refused_to_answer",
            ),
            heading=_("Hearings"),
        ),
    ],
    heading=_("Hearings"),
)

DECISION = ObjectList(
    [
        fields(
            _("Decision"),
            "has_decision",
            "decision_form",
            "decision_disposition",
            "decision_outcomes",
            "decision_late_evidence_decisive",
            "decision_effective_on",
            "decision_note",
        ),
        MultiFieldPanel(rows("services", "party", "on"), heading=_("Service of the decision")),
        MultiFieldPanel(rows("appeals", "by", "on"), heading=_("Appeals")),
        fields(
            _("Performance"),
            "has_performance",
            "performance_within_days",
            "performance_due_on",
            "performance_performed_on",
        ),
        MultiFieldPanel(rows("suspensions", "on"), heading=_("Suspensions of enforcement")),
        MultiFieldPanel(rows("refusal", "kind", "on"), heading=_("Signs of refusal")),
    ],
    heading=_("Decision"),
)

RECOMMENDATIONS = ObjectList(
    [
        MultiFieldPanel(
            rows(
                "recommendations",
                "ref",
                "kind",
                "received_on",
                "reply_within_days",
                "reply_by",
                "handled_on",
                "replied_on",
                "copied_on",
            ),
            heading=_("Judicial recommendations"),
        ),
        MultiFieldPanel(
            rows("conduct", "category", "on", "facts", "source", "established"),
            heading=_("Conduct"),
        ),
    ],
    heading=_("Recommendations and conduct"),
)

CASE_EDITOR = TabbedInterface(
    [CASE, DOCUMENTS, HEARINGS, DECISION, RECOMMENDATIONS], base_form_class=CaseForm
)
