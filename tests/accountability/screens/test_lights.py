"""Lights: the worst of nine, in words as well as colour, and never clear where nothing was tested or known."""

from __future__ import annotations

import itertools

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from accountability.actions.assess_register import assess_register
from accountability.models import CaseAssessment
from accountability.models.assessments import CATEGORIES
from accountability.outcomes import WORST_FIRST, Result
from accountability.screens.lights import (
    ICONS,
    NOT_ASSESSED,
    PLACES,
    STATUS_LIGHTS,
    TELLING,
    TONE_OF,
    TONES,
    UNASSESSED_PLACE,
    Tone,
    light_at,
    light_of,
    light_of_status,
    places_of,
)
from accountability.screens.selectors import places_counted, readable_cases
from accountability.screens.told import category_name
from litigation.duties.duty import Status
from litigation.models import CasePage
from tests.accountability.records import put, unfiled
from tests.accountability.screens.county import screen, words_of
from tests.accountability.stored import JULY
from tests.cast import case


def words_shown(light: object) -> str:
    return render_to_string("accountability/screens/includes/light.html", {"light": light})


def test_every_result_has_a_light_with_colour_icon_and_word() -> None:
    for result in Result:
        light = light_of(result)
        html = words_shown(light)
        assert f"light--{TONE_OF[result]}" in html
        assert f'href="#icon-{light.icon}"' in html
        assert str(light.word) in html


def test_every_status_of_a_duty_has_a_light_and_no_two_the_same_word() -> None:
    lights = [light_of_status(status) for status in Status]
    assert set(STATUS_LIGHTS) == set(Status)
    assert len({str(light.word) for light in lights}) == len(lights)


def test_only_clear_is_green() -> None:
    assert [result for result in Result if light_of(result).tone is Tone.GREEN] == [Result.CLEAR]
    assert [status for status in Status if light_of_status(status).tone is Tone.GREEN] == [Status.MET]
    assert NOT_ASSESSED.tone is Tone.GREY


def test_no_other_light_says_clear() -> None:
    for language in ("zh-hans", "en"):
        with override(language):
            clear = str(light_of(Result.CLEAR).word)
            others = [light_of(result) for result in Result if result is not Result.CLEAR]
            assert all(clear != str(light.word) for light in (*others, NOT_ASSESSED))


def test_each_tone_has_a_word_an_icon_and_its_places_and_no_place_is_without_a_tone() -> None:
    assert set(TONES) == set(ICONS) == set(Tone)
    places = list(itertools.chain.from_iterable(places_of(tone) for tone in Tone))
    assert sorted(places) == sorted([*PLACES, UNASSESSED_PLACE])
    assert {light_at(place).tone for place in places} == set(Tone)
    assert Tone.GREEN not in TELLING
    assert Tone.GREY not in TELLING


@pytest.mark.django_db
@pytest.mark.parametrize("worst", WORST_FIRST)
def test_a_case_shows_the_worst_of_its_nine(admin_user: object, worst: Result) -> None:
    put(unfiled())
    assess_register(JULY)
    milder = [Result.NOT_APPLICABLE, *WORST_FIRST[WORST_FIRST.index(worst) :]]
    for place in (1, 5, 9):
        results = {f"category_{number}": milder[number % len(milder)] for number in CATEGORIES}
        CaseAssessment.objects.update(**{**results, f"category_{place}": worst})
        shown = readable_cases(admin_user).get()
        assert light_at(shown.place) == light_of(worst)


@pytest.mark.django_db
def test_a_case_that_was_not_assessed_says_so_and_stands_last(admin_client) -> None:
    put(case("A1"), unfiled("A2"))
    assess_register(JULY)
    put(case("A0"))
    response = admin_client.get(screen("cases"))
    assert [found.ref for found in response.context["object_list"]] == ["A2", "A1", "A0"]
    assert light_at(response.context["object_list"][2].place) is NOT_ASSESSED
    counted = places_counted(readable_cases(response.wsgi_request.user))
    assert counted[UNASSESSED_PLACE] == 1
    grey = admin_client.get(screen("cases", light="grey"))
    assert [found.ref for found in grey.context["object_list"]] == ["A0"]
    words = words_of(admin_client.get(screen("case", "A0")).content)
    assert "本案已登记，尚未检验" in words
    assert "未触发" not in words


@pytest.mark.django_db
def test_a_draft_that_was_never_registered_says_so_and_claims_nothing(admin_client) -> None:
    put(unfiled())
    CasePage.objects.get().save_revision()
    parent = CasePage.objects.get().get_parent()
    draft = CasePage(title="草稿")
    parent.add_child(instance=draft)
    words = words_of(admin_client.get(screen("case", draft.ref)).content)
    assert "草稿" in words
    assert "未触发" not in words
    assert not any(category_name(number) in words for number in CATEGORIES)


@pytest.mark.django_db
def test_an_undetermined_category_is_never_shown_as_clear(admin_client) -> None:
    put(case("A1", hearings=[{"on": "2021-04-07"}], received=[{"document": "summons", "on": "2021-03-01"}]))
    assess_register(JULY)
    response = admin_client.get(screen("case", "A1"))
    undetermined = [entry for entry in response.context["categories"] if "无法判定" in str(entry.light.word)]
    assert undetermined
    assert all(entry.light.tone is Tone.AMBER for entry in undetermined)


@pytest.mark.django_db
def test_every_assessed_case_has_a_result_that_is_not_merely_inapplicable(admin_user: object) -> None:
    """The first category can be found of any case, so grey in the list always means: not assessed."""
    put(
        case("A1"),
        case("A2", kind="arbitration", instance="none"),
        case("A3", kind="reconsideration", instance="none"),
    )
    assess_register(JULY)
    assert all(found.place in PLACES for found in readable_cases(admin_user))
