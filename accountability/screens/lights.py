"""Lights: every result as a tone, an icon and a word. Never a colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accountability.labels import LABELS
from accountability.outcomes import WORST_FIRST, Result
from litigation.duties.duty import Status


class Tone(StrEnum):
    """The colour of a light; also the name of its class in the style sheet."""

    RED = "red"
    AMBER = "amber"
    BLUE = "blue"
    GREEN = "green"
    GREY = "grey"


class Light(msgspec.Struct, frozen=True):
    """``icon`` is one of Wagtail's. ``word`` says by itself what the light says."""

    tone: Tone
    icon: str
    word: str | Promise


#: The tones as choices of a filter, with what each stands for in a list of cases.
TONES: Mapping[Tone, Promise] = {
    Tone.RED: _("Breach"),
    Tone.AMBER: _("Reading-dependent or undetermined"),
    Tone.BLUE: _("Lead"),
    Tone.GREEN: LABELS[Result][Result.CLEAR],
    Tone.GREY: _("Nothing assessed"),
}
ICONS: Mapping[Tone, str] = {
    Tone.RED: "warning",
    Tone.AMBER: "help",
    Tone.BLUE: "info-circle",
    Tone.GREEN: "circle-check",
    Tone.GREY: "minus",
}
TONE_OF: Mapping[Result, Tone] = {
    Result.BREACH: Tone.RED,
    Result.READING_DEPENDENT: Tone.AMBER,
    Result.UNDETERMINED: Tone.AMBER,
    Result.LEAD: Tone.BLUE,
    Result.CLEAR: Tone.GREEN,
    Result.NOT_APPLICABLE: Tone.GREY,
}
#: The tones behind which there are findings.
TELLING = frozenset({Tone.RED, Tone.AMBER, Tone.BLUE})
STATUS_LIGHTS: Mapping[Status, tuple[Tone, str]] = {
    Status.MET: (Tone.GREEN, "circle-check"),
    Status.LATE: (Tone.RED, "warning"),
    Status.MISSED: (Tone.RED, "circle-xmark"),
    Status.OPEN: (Tone.BLUE, "time"),
    Status.LAPSED: (Tone.GREY, "minus"),
    Status.UNDETERMINED: (Tone.AMBER, "help"),
}
NOT_ASSESSED = Light(Tone.GREY, "time", TONES[Tone.GREY])


def light_of(result: Result) -> Light:
    """The light of one test, one category or one case."""
    tone = TONE_OF[result]
    return Light(tone, ICONS[tone], LABELS[Result][result])


def light_of_status(status: Status) -> Light:
    """The light of a duty."""
    tone, icon = STATUS_LIGHTS[status]
    return Light(tone, icon, LABELS[Status][status])


#: Where a case stands in the order of lists: its worst result first, those without any last.
PLACES: Mapping[int, Result] = dict(enumerate(WORST_FIRST))
UNASSESSED_PLACE = len(WORST_FIRST)


def light_at(place: int) -> Light:
    """The light of a case by its place (``selectors.readable_cases``)."""
    return light_of(PLACES[place]) if place in PLACES else NOT_ASSESSED


def places_of(tone: Tone) -> tuple[int, ...]:
    """The places whose light has this tone."""
    if tone is Tone.GREY:
        return (UNASSESSED_PLACE,)
    return tuple(place for place, result in PLACES.items() if TONE_OF[result] is tone)
