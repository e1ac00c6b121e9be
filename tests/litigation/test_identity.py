"""A corrected entry is the same entry; a new one is not."""

from datetime import date

from msgspec.structs import replace

from litigation.facts import Hearing, Participant, Plaintiff, Received, Recommendation, Suspension
from litigation.identity import match
from litigation.vocabulary import Document, ParticipantRole, PlaintiffKind, RecommendationKind


def received(uid="", document=Document.COMPLAINT, day=1, **others):
    return Received(uid=uid, document=document, on=date(2021, 3, day), **others)


def uids(rows):
    return [row.uid for row in rows]


def test_what_is_equal_is_the_same_wherever_it_stands():
    stored = (received("a", day=1), received("b", day=2))
    assert uids(match(stored, (received(day=2), received(day=1)))) == ["b", "a"]


def test_another_day_of_the_same_document_is_a_correction():
    stored = (received("a", day=1),)
    assert uids(match(stored, (received(day=5),))) == ["a"]


def test_a_further_detail_of_the_same_document_and_day_goes_before_another_day():
    stored = (received("a", Document.SUMMONS, 1), received("b", Document.SUMMONS, 2))
    new = (
        received(document=Document.SUMMONS, day=2, hearing_on=date(2021, 4, 1)),
        received(document=Document.SUMMONS, day=3),
    )
    assert uids(match(stored, new)) == ["b", "a"]


def test_another_document_is_another_entry():
    assert uids(match((received("a"),), (received(document=Document.RULING),))) == [""]


def test_equal_entries_are_matched_in_order():
    stored = (received("a"), received("b"), received("c"))
    assert uids(match(stored, (received(), received(), received()))) == ["a", "b", "c"]


def test_an_identity_is_given_once():
    assert uids(match((received("a"),), (received(), received()))) == ["a", ""]


def test_nothing_and_not_known_stay_what_they_are():
    assert match((received("a"),), None) is None
    assert match((received("a"),), ()) == ()
    assert match(None, (received(),)) == (received(),)


def test_a_hearing_moved_to_another_day_keeps_its_attendance():
    head = Participant(uid="p", role=ParticipantRole.HEAD, name="甲")
    stored = (Hearing(uid="h", on=date(2021, 4, 1), attendance=(head,)),)
    (hearing,) = match(
        stored, (Hearing(on=date(2021, 4, 8), attendance=(replace(head, uid="", proof=True),)),)
    )
    assert hearing.uid == "h"
    assert hearing.attendance[0].uid == "p"


def test_a_recommendation_is_known_by_its_reference_alone():
    stored = (Recommendation(uid="r", ref="R1", kind=RecommendationKind.INDIVIDUAL),)
    assert uids(match(stored, (Recommendation(ref="R2", kind=RecommendationKind.INDIVIDUAL),))) == [""]
    assert uids(match(stored, (Recommendation(ref="R1", kind=RecommendationKind.GENERAL),))) == ["r"]


def test_a_name_found_out_later_belongs_to_the_same_plaintiff():
    stored = (Plaintiff(uid="a", kind=PlaintiffKind.PERSON),)
    assert uids(match(stored, (Plaintiff(kind=PlaintiffKind.PERSON, name="张某"),))) == ["a"]


def test_a_suspension_on_another_day_is_a_correction():
    stored = (Suspension(uid="s", on=date(2021, 1, 1)),)
    assert uids(match(stored, (Suspension(on=date(2021, 1, 2)),))) == ["s"]
