"""Which categories a reading can reach, and when: nothing else need be worked out again to try it (rulings.md 2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from litigation.duties.appearance import registration_duties
from litigation.duties.court import answer_duties
from litigation.duties.derive import FAMILIES, Family
from litigation.duties.filings import filing_duties
from litigation.duties.recommendations import recommendation_duties
from litigation.facts import CaseFacts

REPORTS: tuple[Family, ...] = (registration_duties, filing_duties, recommendation_duties)


def _always(case: CaseFacts) -> bool:
    return True


class Reach(msgspec.Struct, frozen=True):
    """``categories`` whose breaches the reading may remove; ``matters``: whether it can make a difference to this case."""

    categories: frozenset[int]
    matters: Callable[[CaseFacts], bool] = _always


NOWHERE = Reach(frozenset())
_NOTICE_DAYS = Reach(frozenset({6, 7}))
_REPORTING = Reach(frozenset({7}))
_EFFECT = Reach(frozenset({5, 7}), lambda case: case.decision is not None)
_RECOMMENDED = Reach(frozenset({6, 7}), lambda case: bool(case.recommendations))

REACH: Mapping[str, Reach] = {
    "AMB-01": _NOTICE_DAYS,
    "AMB-02": _NOTICE_DAYS,
    "AMB-03": _NOTICE_DAYS,
    "AMB-04": NOWHERE,  # fixed dates: annual reports of units only
    "AMB-05": NOWHERE,
    "AMB-06": _REPORTING,
    "AMB-07": _REPORTING,
    "AMB-08": _REPORTING,
    "AMB-09": _REPORTING,
    "AMB-10": _REPORTING,
    "AMB-11": _REPORTING,
    "AMB-12": NOWHERE,  # the record has no other day
    "AMB-13": NOWHERE,
    "AMB-14": _EFFECT,
    "AMB-15": _EFFECT,
    "AMB-16": _RECOMMENDED,
    "AMB-17": _RECOMMENDED,
    "AMB-18": _REPORTING,
    "AMB-19": NOWHERE,  # rates, not findings
    "AMB-20": Reach(frozenset({2})),
    "AMB-21": Reach(frozenset({3})),
    "AMB-22": Reach(frozenset({4})),
    "AMB-23": NOWHERE,  # no civil suits in the record
    "AMB-24": Reach(frozenset({4})),
    "AMB-25": Reach(frozenset({4}), lambda case: case.accepted_on is not None),
    "AMB-26": _REPORTING,
    "AMB-27": _NOTICE_DAYS,
}

# What a category needs of the duties when it is tested again.
FAMILIES_OF: Mapping[int, tuple[Family, ...]] = {
    2: (),
    3: (),
    4: (answer_duties,),
    6: (recommendation_duties,),
    7: REPORTS,
}


def families_of(category: int) -> tuple[Family, ...]:
    return FAMILIES_OF.get(category, FAMILIES)
