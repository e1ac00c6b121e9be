"""Whether the head was due at a hearing, shared by categories 3 and 9 (四 chapeau; 法释〔2020〕3号 art 7; AMB-21)."""

from __future__ import annotations

from collections.abc import Iterator

from accountability.outcomes import Result
from accountability.rules.under_test import CaseUnderTest
from accountability.trace import Guard
from litigation.duties.presence import Presence, any_of
from litigation.law.sentences import Scalar


def sitting(presence: Presence, kind: str = "") -> str:
    """The kind of a finding about one hearing; the second hearing of a day has one of its own."""
    return f"{kind}@{presence.sitting}" if presence.sitting else kind


def facts_of(case: CaseUnderTest, presence: Presence) -> dict[str, Scalar]:
    """The facts of one hearing as both rules record them."""
    others = any_of(other.head for other in case.hearings if other is not presence)
    return {
        "hearing": presence.hearing.on,
        "summons": presence.summons,
        "represented_by": case.context.case.represented_by,
        "head": presence.head,
        "staff": presence.staff,
        "anyone": presence.anyone,
        "elsewhere": others,
        "called_again": presence.renewed,
        "excused": presence.excused,
        # The head need not come again once he has come, unless the court calls him again in time.
        "done_elsewhere": False if presence.renewed else others,
        "nobody": None,
    }


def not_due_or_there(params: dict[str, Scalar]) -> Iterator[Guard]:
    """Guards that clear the hearing: defective summons, represented, head present."""
    yield Guard("head.summons_defective", "is_false", ("summons",), params, Result.CLEAR)
    yield Guard("head.represented", "differs", ("represented_by", "nobody"), params, Result.CLEAR)
    yield Guard("head.came", "is_true", ("head",), params, Result.CLEAR)
