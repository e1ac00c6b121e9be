"""Cells of the lists that Wagtail's own columns do not have."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.tables import Column

from accountability.screens.confirmed import confirmed
from accountability.screens.lights import TELLING, Light, Tone
from accountability.screens.told import category_name
from accountability.screens.wording import explained

#: Days left at which a day that comes near turns amber, then red.
SOON, NOW = 3, 1


class PlainColumn(Column):
    """A word or a number, a dash where there is none."""

    cell_template_name = "accountability/screens/cells/plain.html"


class LightColumn(Column):
    """A light: tone, icon and word. ``get_light`` makes it of the row; ``get_url`` says where what it tells is listed."""

    cell_template_name = "accountability/screens/cells/light.html"

    def __init__(
        self,
        name: str,
        get_light: Callable[[Any], Light],
        get_url: Callable[[Any], str] | None = None,
        **options: Any,
    ) -> None:
        super().__init__(name, **options)
        self._get_light = get_light
        self._get_url = get_url

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> Any:
        context = super().get_cell_context_data(instance, parent_context)
        light = self._get_light(instance)
        url = self._get_url(instance) if self._get_url and light.tone in TELLING else ""
        return {**context, "light": light, "url": url}


class LinkColumn(Column):
    """What leads to the record; below it, smaller, what else names the row. ``is_title``: it names the row itself."""

    cell_template_name = "accountability/screens/cells/link.html"

    def __init__(
        self,
        name: str,
        get_url: Callable[[Any], str],
        get_below: Callable[[Any], str] | None = None,
        *,
        is_title: bool = True,
        **options: Any,
    ) -> None:
        super().__init__(name, **options)
        self._get_url = get_url
        self._get_below = get_below
        self._is_title = is_title

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> Any:
        context = super().get_cell_context_data(instance, parent_context)
        below = self._get_below(instance) if self._get_below else ""
        return {**context, "url": self._get_url(instance), "below": below, "is_title": self._is_title}


class DayColumn(Column):
    """A day as all screens write days."""

    cell_template_name = "accountability/screens/cells/day.html"


class DueColumn(DayColumn):
    """A day by which something has to be done, with the days that are left. Counted from today, not from the assessment."""

    cell_template_name = "accountability/screens/cells/due.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> Any:
        context = super().get_cell_context_data(instance, parent_context)
        day: date | None = context["raw_value"]
        if day is None:
            return context
        left = (day - timezone.localdate()).days
        return {**context, "left": left, "past": -left, "tone": _tone(left)}


class FindingColumn(LinkColumn):
    """A finding by code and name, with its explanation on request."""

    cell_template_name = "accountability/screens/cells/finding.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> Any:
        context = super().get_cell_context_data(instance, parent_context)
        about, finding = instance.finding, instance.as_finding()
        return {
            **context,
            "code": about.code,
            "category": about.category,
            "category_name": category_name(about.category),
            "explanation": explained(confirmed(finding, instance.assessed_as_of)) if finding else "",
        }


def _tone(left: int) -> Tone:
    if left <= NOW:
        return Tone.RED
    return Tone.AMBER if left <= SOON else Tone.GREY
