"""The list of cases: by unit, each with its light, and with the next day by which something is due."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.search import SearchForm
from wagtail.admin.ui.tables import Column

from accountability.screens import selectors
from accountability.screens.addresses import findings_url
from accountability.screens.columns import DayColumn, DueColumn, LightColumn, LinkColumn, PlainColumn
from accountability.screens.filters import CaseFilterSet
from accountability.screens.lights import ICONS, TONES, Light, light_at, places_of
from accountability.screens.screen import ListScreen
from litigation.bundle.docket import one_spelling

SEARCH_HINT = _("Docket number or reference")


class CasesScreen(ListScreen):
    """Cases of the units that the user may read."""

    page_title = _("Cases")
    header_icon = "folder-open-1"
    template_name = "accountability/screens/cases.html"
    results_template_name = "accountability/screens/cases_results.html"
    index_url_name = "supervision:cases"
    index_results_url_name = "supervision:cases_results"
    filterset_class = CaseFilterSet
    is_searchable = True
    default_order = ("unit__code", "place", "ref")

    @cached_property
    def as_of(self) -> selectors.AsOf:
        return selectors.as_of_of_cases(self.request.user)

    @cached_property
    def columns(self) -> list[Column]:
        columns = [
            LightColumn(
                "place",
                lambda case: light_at(case.place),
                lambda case: findings_url(case=case.ref),
                label=_("Result"),
                sort_key="place",
            ),
            LinkColumn(
                "docket",
                lambda case: reverse("supervision:case", args=[case.ref]),
                lambda case: case.ref if case.docket else "",
                label=_("Docket number"),
                accessor=lambda case: case.docket or case.ref,
                sort_key="docket",
            ),
            LinkColumn(
                "unit",
                lambda case: reverse("supervision:unit", args=[case.unit.code]),
                label=_("Unit"),
                accessor="unit.name",
                sort_key="unit__code",
                is_title=False,
            ),
            PlainColumn("cause", label=_("Cause of action"), sort_key="cause"),
            PlainColumn(
                "instance", label=_("Instance"), accessor="get_instance_display", sort_key="instance"
            ),
            DueColumn("next_due", label=_("Next day due"), sort_key="next_due"),
        ]
        if self.as_of.first != self.as_of.last:
            # Said once above the list where all were assessed as of one day.
            columns.append(
                DayColumn(
                    "as_of",
                    label=_("Assessed as of"),
                    accessor="assessment.as_of",
                    sort_key="assessment__as_of",
                )
            )
        return columns

    def get_base_queryset(self) -> QuerySet[Any]:
        return selectors.readable_cases(self.request.user)

    def get_search_form(self) -> SearchForm:
        return SearchForm(
            self.request.GET if self.search_kwarg in self.request.GET else None, placeholder=SEARCH_HINT
        )

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """By docket number, with brackets of either width, or by reference."""
        if not self.is_searching:
            return queryset
        words = self.search_query.strip()
        return queryset.filter(Q(docket__icontains=one_spelling(words)) | Q(ref__icontains=words))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context["as_of"] = self.as_of
        context["lights"] = _lights_counted(selectors.places_counted(self.object_list))
        return context


def _lights_counted(places: Any) -> list[dict[str, Any]]:
    """How many cases each tone has, for the line above the list."""
    return [
        {
            "light": Light(tone, ICONS[tone], word),
            "tone": tone,
            "count": sum(places[place] for place in places_of(tone)),
        }
        for tone, word in TONES.items()
    ]
