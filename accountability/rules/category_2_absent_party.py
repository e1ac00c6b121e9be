"""N6.2 — 六（2）: the party stays away without a reason, or leaves without leave (B.2; AMB-20; rulings.md 15, 17)."""

from __future__ import annotations

from collections.abc import Iterator

from accountability.findings import Finding, Subject
from accountability.outcomes import Result
from accountability.rules.head_duty import sitting
from accountability.rules.under_test import CaseUnderTest
from accountability.trace import Guard, always
from litigation.duties.presence import Presence
from litigation.law.sentences import Scalar
from litigation.vocabulary import Leaver


def applies(case: CaseUnderTest) -> bool:
    return case.must_attend and bool(case.hearings)


def test(case: CaseUnderTest) -> Iterator[Finding]:
    for presence in case.hearings:
        hearing = presence.hearing
        if not case.thorough and presence.anyone and hearing.left_without_leave is None:
            continue
        subject = Subject(hearing_on=hearing.on)
        guards = _guards(presence, case.law.readings["AMB-20"])
        yield case.find(2, guards, subject=subject, kind=sitting(presence), uid=hearing.uid)


def _guards(presence: Presence, leaving: str) -> Iterator[Guard]:
    hearing = presence.hearing
    place = f"hearings[{hearing.on}]"
    params: dict[str, Scalar] = {
        "hearing": hearing.on,
        "summons": presence.summons,
        "left": hearing.left_without_leave,
        "party": Leaver.PARTY,
        "head": Leaver.HEAD,
        "anyone": presence.anyone,
        "excused": presence.party_excused,
    }
    yield Guard("absent.summons_defective", "is_false", ("summons",), params, Result.CLEAR)
    yield Guard("absent.party_left", "equals", ("left", "party"), params, Result.BREACH)
    # AMB-20: the head leaving while agents stay counts, unless only the whole party's leaving does.
    left = Result.BREACH if leaving == "head_counts" else Result.CLEAR
    yield Guard(f"absent.head_left.{leaving}", "equals", ("left", "head"), params, left)
    yield Guard(
        "absent.not_recorded", "unknown", ("anyone",), params, Result.UNDETERMINED, (f"{place}.attendance",)
    )
    yield Guard("absent.someone_came", "is_true", ("anyone",), params, Result.CLEAR)
    yield Guard("absent.excused", "is_true", ("excused",), params, Result.CLEAR)
    missing = (f"{place}.absence",)
    yield Guard("absent.excuse_unknown", "unknown", ("excused",), params, Result.UNDETERMINED, missing)
    missing = (f"{place}.summons_valid",)
    yield Guard("absent.summons_unknown", "unknown", ("summons",), params, Result.UNDETERMINED, missing)
    yield always("absent.nobody", Result.BREACH, **params)
