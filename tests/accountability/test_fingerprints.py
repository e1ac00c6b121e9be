"""Digests tell what is the same: not the passing of time, not the order in which a mapping was filled."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from accountability.fingerprints import (
    case_content,
    digest_of,
    finding_content,
    finding_identity,
    judged_digest,
    law_fingerprint,
)
from litigation.law.in_force import law_in_force
from litigation.law.working_days import DayKind, Override
from tests.accountability.records import filed_late, unfiled
from tests.cast import result, the_finding


def test_a_finding_says_the_same_on_the_next_day() -> None:
    today, tomorrow = (
        the_finding(result(unfiled(), as_of=day), "7d") for day in ("2021-06-30", "2021-07-01")
    )
    assert today.trace != tomorrow.trace
    assert finding_content(today) == finding_content(tomorrow)


def test_a_finding_says_something_else_when_the_act_comes_late_instead_of_never() -> None:
    never = the_finding(result(unfiled(), as_of="2021-06-30"), "7d")
    late = the_finding(result(filed_late(on="2021-03-10"), as_of="2021-06-30"), "7d")
    later = the_finding(result(filed_late(on="2021-03-11"), as_of="2021-06-30"), "7d")
    assert len({finding_content(never), finding_content(late), finding_content(later)}) == 3


def test_the_identity_is_of_case_subject_and_number() -> None:
    finding = the_finding(result(unfiled(), as_of="2021-06-30"), "7d")
    other = replace(finding, about="summons:2021-03-01")
    identities = {
        finding_identity("case:1", finding, 0),
        finding_identity("case:2", finding, 0),
        finding_identity("unit:1", finding, 0),
        finding_identity("case:1", finding, 1),
        finding_identity("case:1", other, 0),
    }
    assert len(identities) == 5
    assert finding_identity("case:1", replace(finding, days_late=99), 0) in identities


def test_a_result_is_told_apart_by_its_duties() -> None:
    assert case_content(result(unfiled(), as_of="2021-06-30")) == case_content(
        result(unfiled(), as_of="2021-06-30")
    )
    assert case_content(result(unfiled(), as_of="2021-06-30")) != case_content(
        result(filed_late(), as_of="2021-06-30")
    )


def test_a_day_more_of_the_same_delay_is_the_same_result() -> None:
    assert case_content(result(unfiled(), as_of="2021-06-30")) == case_content(
        result(unfiled(), as_of="2021-07-01")
    )


def test_order_says_nothing() -> None:
    assert digest_of({"a": 1, "b": 2}) == digest_of({"b": 2, "a": 1})
    assert judged_digest("case:1", [2, 1], [4, 3]) == judged_digest("case:1", [1, 2], [3, 4])
    assert judged_digest("case:1", [1], [2]) != judged_digest("case:1", [2], [1])


def test_the_law_is_told_apart_by_readings_calendar_and_days() -> None:
    override = Override(day=date(2027, 1, 1), kind=DayKind.REST, name="元旦", source="国办")
    usual = law_fingerprint(law_in_force(), ())
    others = [
        law_fingerprint(law_in_force(chosen={"AMB-01": "working"}), ()),
        law_fingerprint(law_in_force(enabled={"AMB-01": frozenset()}), ()),
        law_fingerprint(law_in_force(overrides=[override]), (override,)),
        law_fingerprint(law_in_force(law_at=date(2024, 1, 1)), ()),
        law_fingerprint(law_in_force(notice_from=date(2021, 1, 1)), ()),
    ]
    assert len({usual.digest, *(other.digest for other in others)}) == 6
    assert law_fingerprint(law_in_force(), ()).digest == usual.digest
    assert [other.readings_digest != usual.readings_digest for other in others] == [
        True,
        True,
        False,
        False,
        True,
    ]
    assert [other.calendar_digest != usual.calendar_digest for other in others] == [
        False,
        False,
        True,
        False,
        False,
    ]
