"""The list of findings: what stands, by unit, category, result and day, with counts."""

from __future__ import annotations

from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from accountability.models import FindingState
from accountability.outcomes import Result
from accountability.screens import selectors
from accountability.screens.columns import DayColumn, FindingColumn, LightColumn, LinkColumn, PlainColumn
from accountability.screens.confirmed import confirmed
from accountability.screens.counts import count_table
from accountability.screens.filters import FindingFilterSet
from accountability.screens.lights import light_of
from accountability.screens.screen import ListScreen
from accountability.screens.told import finding_name, subject_of, subject_told


class FindingsScreen(ListScreen):
    """Findings of the units that the user may read."""

    page_title = _("Findings")
    header_icon = "warning"
    template_name = "accountability/screens/findings.html"
    results_template_name = "accountability/screens/findings_results.html"
    index_url_name = "supervision:findings"
    index_results_url_name = "supervision:findings_results"
    filterset_class = FindingFilterSet
    is_searchable = False
    #: A unit's own findings stand above those of its cases, and what has no day below; the same on every database.
    default_order = (
        "finding__unit__code",
        F("finding__case__ref").asc(nulls_first=True),
        "finding__category",
        F("day").asc(nulls_last=True),
        "finding_id",
    )

    @cached_property
    def columns(self) -> list[Column]:
        return [
            LightColumn(
                "outcome",
                lambda state: light_of(Result(state.outcome)),
                label=_("Result"),
                sort_key="severity",
            ),
            FindingColumn(
                "finding",
                finding_url,
                lambda state: subject_told(subject_of(state)),
                label=_("Finding"),
                accessor=lambda state: finding_name(state.finding.category, state.finding.duty),
                sort_key="finding__category",
            ),
            LinkColumn(
                "case",
                _record_url,
                lambda state: state.finding.unit.name if state.finding.case else "",
                label=_("Case"),
                accessor=_record_name,
                sort_key="finding__unit__code",
                is_title=False,
            ),
            DayColumn("day", label=_("Due day or day of the hearing"), sort_key="day"),
            PlainColumn(
                "days_late",
                label=_("Days late"),
                accessor=_days_late,
                sort_key="late_for",
                classname="figure",
            ),
        ]

    def get_base_queryset(self) -> QuerySet[Any]:
        return selectors.readable_findings(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        counts = selectors.findings_counted(self.object_list)
        context["counts"] = count_table(counts, self.request.GET)
        context["as_of"] = selectors.as_of_of_findings(self.request.user)
        return context


def finding_url(state: FindingState) -> str:
    """Where a finding is told step by step: on the screen of its case, or of its unit."""
    return f"{_record_url(state)}#finding-{state.finding_id}"


def _record_url(state: FindingState) -> str:
    about = state.finding
    if about.case is not None:
        return reverse("supervision:case", args=[about.case.ref])
    return reverse("supervision:unit", args=[about.unit.code])


def _days_late(state: Any) -> int | None:
    finding = state.as_finding()
    return confirmed(finding, state.assessed_as_of).days_late if finding else None


def _record_name(state: FindingState) -> str:
    case = state.finding.case
    return str(case.docket or case.ref) if case is not None else str(state.finding.unit.name)
