"""A whole register: as many cases as asked for, spread over the years since the notice."""

from __future__ import annotations

from datetime import timedelta

from litigation.as_of import register_as_of
from litigation.bundle.generate.books import Books
from litigation.bundle.generate.chain import Chain
from litigation.bundle.generate.county import UNITS
from litigation.bundle.generate.days import FIRST_DAY, LAST_DAY, working
from litigation.bundle.generate.elsewhere import tell_elsewhere
from litigation.bundle.generate.gaps import forget
from litigation.bundle.generate.luck import Luck
from litigation.bundle.generate.reports import annual_reports
from litigation.facts import CaseFacts, DisputeFacts, RegisterFacts

_LAST_SERVICE = LAST_DAY - timedelta(days=20)


def generate(cases: int, seed: int) -> RegisterFacts:
    """A register of ``cases`` cases from 2020-09-01 to 2026-10-31, of all kinds, handled well and badly.

    The same arguments give the same register. From about 400 cases on it uses every key and every code of
    litigation-bundle/1. The last dispute may be cut short, so that the number is exact.
    """
    luck, books = Luck(seed), Books()
    disputes: list[DisputeFacts] = []
    told: list[CaseFacts] = []
    days = (_LAST_SERVICE - FIRST_DAY).days
    while len(told) < cases:
        opened = working(FIRST_DAY + timedelta(days=days * len(told) // cases + luck.between(0, 6)))
        if luck.happens("elsewhere", once_in=6):
            dispute, chain = tell_elsewhere(luck, books, opened)
        else:
            dispute, chain = Chain(luck, books).tell(opened)
        disputes.append(dispute)
        told += (forget(case, luck) for case in chain)
    register = RegisterFacts(
        units=UNITS,
        disputes=tuple(disputes),
        cases=tuple(told[:cases]),
        annual_reports=annual_reports(luck),
    )
    return register_as_of(register, LAST_DAY)
