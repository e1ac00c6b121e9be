"""The fast yes or no and jsonschema agree about every record: what one accepts the other accepts."""

import copy
import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from litigation.bundle.predicate import compiled, is_day
from litigation.bundle.schema import SECTIONS, definition
from litigation.bundle.shape import _validator, shape_flaws
from tests.litigation.bundle.strategies import REFS, TEXTS, documents, records

JUNK = st.sampled_from(
    (
        *(None, True, False, 0, 1, -1, 3.0, 2.5, math.inf, math.nan, "", "x", "first", {}, []),
        *("2021-02-30", "2021-02-28\n", "0021-01-01", "（2021）鲁0831行初1号\n", "（２０２１）鲁0831行初1号"),
        *([None], [1, 1.0], ["a", "a"], {"on": "2021-01-01"}),
    )
)


@st.composite
def spoiled(draw, section):
    """A record of ``section`` with up to three of its values replaced, removed or joined by another."""
    record = copy.deepcopy(draw(records(definition((section, 0)))))
    for _ in range(draw(st.integers(0, 3))):
        places = [record]
        while isinstance(places[-1], dict | list) and places[-1]:
            holder = places[-1]
            key = draw(st.sampled_from(list(holder) if isinstance(holder, dict) else range(len(holder))))
            if not isinstance(holder[key], dict | list) or draw(st.booleans()):
                break
            places.append(holder[key])
        holder = places[-1]
        how = draw(st.sampled_from(["replace", "remove", "add"]))
        if isinstance(holder, list):
            holder.append(draw(JUNK | TEXTS))
        elif how == "add" or not holder:
            holder[
                draw(st.sampled_from(["verdict", "on", "kind", "docket", "note", "effective_on", "due_on"]))
            ] = draw(JUNK)
        elif how == "remove":
            del holder[draw(st.sampled_from(list(holder)))]
        else:
            holder[draw(st.sampled_from(list(holder)))] = draw(JUNK | REFS)
    return record


@pytest.mark.parametrize("section", SECTIONS)
def test_the_predicate_accepts_what_the_validator_accepts(section):
    accepts, validator = compiled(definition((section, 0))), _validator(section)

    @settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
    @given(spoiled(section))
    def agree(record):
        assert accepts(record) == validator.is_valid(record)

    agree()


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(spoiled("cases"))
def test_a_refused_record_is_explained_and_an_accepted_one_is_not(record):
    flaws = shape_flaws({"format": "litigation-bundle/1", "cases": [record]})
    assert bool(flaws) != _validator("cases").is_valid(record)
    assert all(flaw.at[:2] == ("cases", 0) for flaw in flaws)


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_a_sound_bundle_has_no_flaw_of_shape(document):
    assert shape_flaws(document) == []


@pytest.mark.parametrize(
    ("node", "keyword"),
    [({"maxItems": 3}, "maxItems"), ({"type": "string", "format": "uri"}, "format"), ({"$ref": "#"}, "ref")],
)
def test_a_keyword_that_the_predicate_does_not_read_is_refused_at_once(node, keyword):
    Draft202012Validator.check_schema(node)
    with pytest.raises(ValueError, match=keyword):
        compiled(node)


@pytest.mark.parametrize("text", ["2020-02-29", "2021-12-31", "1900-01-01", "2100-12-31"])
def test_a_day_of_the_calendar_is_one(text):
    assert is_day(text)


NO_DAYS = """
    2021-02-29 2021-13-01 2021-00-10 2021-1-1 20210101 2021-01-01T00:00 2021/01/01 ２０２１-01-01
    1899-12-31 2101-01-01 0001-01-01 9999-12-31 first
"""


@pytest.mark.parametrize("text", [*NO_DAYS.split(), "", "2021-01-01\n", " 2021-01-01"])
def test_anything_else_is_no_day(text):
    assert not is_day(text)
