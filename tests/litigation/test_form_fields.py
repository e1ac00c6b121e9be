"""A list of tick boxes tells what is not known from what is not."""

import pytest
from django import forms
from django.core.exceptions import ValidationError

from litigation.form_fields import NONE_OF_THEM, KnownListField


@pytest.fixture
def field():
    return KnownListField(choices=[("a", "A"), ("b", "B")], required=False)


def test_nothing_ticked_is_not_known_and_none_ticked_is_none(field):
    assert field.clean([]) is None
    assert field.clean([NONE_OF_THEM]) == []


def test_what_is_ticked_comes_in_the_order_of_the_vocabulary(field):
    assert field.clean(["b", "a"]) == ["a", "b"]


def test_none_beside_something_is_refused(field):
    with pytest.raises(ValidationError):
        field.clean([NONE_OF_THEM, "a"])


@pytest.mark.parametrize(("value", "ticked"), [(None, 0), ([], 1), (["a", "b"], 2)])
def test_a_form_shows_what_is_stored_and_posts_it_back(field, value, ticked):
    form_class = type("F", (forms.Form,), {"field": field})
    html = str(form_class(initial={"field": value})["field"])
    assert html.count("checked") == ticked
    posted = {"field": [NONE_OF_THEM] if value == [] else value or []}
    form = form_class(posted, initial={"field": value})
    assert form.is_valid()
    assert form.cleaned_data["field"] == value
    assert not form.has_changed()


def test_a_form_that_comes_back_with_errors_still_shows_what_was_ticked(field):
    form = type("F", (forms.Form,), {"field": field})({"field": []}, initial={"field": []})
    assert "checked" not in str(form["field"])
    assert form.has_changed()
