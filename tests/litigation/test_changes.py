"""What differs between two states of a case, with its place."""

from datetime import date

from msgspec.structs import replace

from litigation.changes import Change, changes
from litigation.facts import Received
from litigation.vocabulary import Document
from tests.litigation.records import FULL, NONE

A = Received(uid="a", document=Document.COMPLAINT, on=date(2021, 3, 1))
B = Received(uid="b", document=Document.SUMMONS, on=date(2021, 3, 2))
CASE = replace(FULL, received=(A, B))


def found(before, after):
    return [(change.path, change.before, change.after) for change in changes(before, after)]


def test_equal_cases_differ_in_nothing():
    assert changes(CASE, CASE) == ()


def test_a_field_of_an_entry_is_named_by_the_place_it_stood_at():
    moved = replace(CASE, received=(A, replace(B, on=date(2021, 3, 5))))
    assert found(CASE, moved) == [("received[1].on", "2021-03-02", "2021-03-05")]


def test_a_field_of_a_group_is_named_by_the_group():
    noted = replace(CASE, decision=replace(CASE.decision, note="更正"))
    assert found(CASE, noted) == [("decision.note", "按判决书", "更正")]


def test_an_entry_taken_out_or_put_in_is_given_whole():
    assert found(CASE, replace(CASE, received=(A,))) == [
        ("received[1]", {"uid": "b", "document": "summons", "on": "2021-03-02"}, None)
    ]
    assert found(replace(CASE, received=(A,)), CASE) == [
        ("received[1]", None, {"uid": "b", "document": "summons", "on": "2021-03-02"})
    ]


def test_another_order_is_a_change():
    assert found(CASE, replace(CASE, received=(B, A))) == [("received", ["a", "b"], ["b", "a"])]


def test_not_known_and_none_differ():
    assert changes(NONE, replace(NONE, hearings=None)) == (Change(path="hearings", before=[], after=None),)
