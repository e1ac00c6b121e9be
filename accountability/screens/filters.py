"""What the lists can be narrowed by. A unit that the user may not read is refused exactly like one that is not there."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from accountability import permissions
from accountability.labels import choices
from accountability.models import FindingState
from accountability.models.assessments import CATEGORIES
from accountability.outcomes import WORST_FIRST, Result
from accountability.screens.lights import TONES, Tone, places_of
from accountability.screens.told import category_name
from litigation.labels import choices as litigation_choices
from litigation.models import CasePage, Unit
from litigation.vocabulary import CaseKind, Instance


def units_for(request: HttpRequest | None) -> QuerySet[Any]:
    """The units the user may choose from, by code."""
    return (
        permissions.readable_units(request.user).order_by("code")
        if request is not None
        else Unit.objects.none()
    )


def category_choices() -> list[tuple[int, str]]:
    """The nine categories with their numbers."""
    return [(number, f"（{number}）{category_name(number)}") for number in CATEGORIES]


def outcome_choices() -> list[tuple[str, Any]]:
    """What a finding that stands can say, the worst first."""
    labels = dict(choices(Result))
    return [(result.value, labels[result.value]) for result in WORST_FIRST if result is not Result.CLEAR]


class ManyChoices(django_filters.MultipleChoiceFilter):
    """Check boxes, any of which may hold. None ticked narrows nothing."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.CheckboxSelectMultiple, distinct=False, **options)


class UnitFilter(django_filters.ModelMultipleChoiceFilter):
    """The unit, by its code: codes never change, so an address that filters can be kept."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            label=_("Unit"),
            queryset=units_for,
            to_field_name="code",
            widget=forms.CheckboxSelectMultiple,
            distinct=False,
            **options,
        )


class CaseFilterSet(WagtailFilterSet):
    """Cases by light, unit, kind and instance."""

    light = ManyChoices(
        label=_("Result"), choices=[(tone.value, word) for tone, word in TONES.items()], method="with_light"
    )
    unit = UnitFilter(field_name="unit__code")
    kind = ManyChoices(label=_("Kind of case"), choices=litigation_choices(CaseKind))
    instance = ManyChoices(label=_("Instance"), choices=litigation_choices(Instance))

    class Meta:
        model = CasePage
        fields: list[str] = []

    def with_light(self, cases: QuerySet[Any], _name: str, tones: list[str]) -> QuerySet[Any]:
        """The cases whose light is any of ``tones``."""
        places = [place for tone in tones for place in places_of(Tone(tone))]
        return cases.filter(place__in=places) if tones else cases


class FindingFilterSet(WagtailFilterSet):
    """Findings by unit, case, category, outcome and day."""

    category = ManyChoices(field_name="finding__category", label=_("Category"), choices=category_choices)
    outcome = ManyChoices(field_name="outcome", label=_("Result"), choices=outcome_choices)
    unit = UnitFilter(field_name="finding__unit__code")
    case = django_filters.CharFilter(field_name="finding__case__ref", label=_("Reference of the case"))
    period = django_filters.DateFromToRangeFilter(
        label=_("Due day or day of the hearing"),
        widget=DateRangePickerWidget,
        method="in_period",
        help_text=_("The last day of the duty; without one, the day of the hearing or of what was found."),
    )

    class Meta:
        model = FindingState
        fields: list[str] = []

    def in_period(self, states: QuerySet[Any], _name: str, period: slice) -> QuerySet[Any]:
        """The findings whose day lies between both ends, these included; those without a day are left out."""
        if period.start is not None:
            states = states.filter(day__gte=_day(period.start))
        if period.stop is not None:
            states = states.filter(day__lte=_day(period.stop))
        return states


def _day(moment: datetime) -> date:
    """The field gives the first and the last moment of a day."""
    return timezone.localtime(moment).date()
