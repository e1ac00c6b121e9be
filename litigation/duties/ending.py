"""When a case ended for the unit, which ends what it had not done by then (facts.md B.4, B.7)."""

from __future__ import annotations

from datetime import date

import msgspec

from litigation.duties.duty import Status
from litigation.duties.served import form_of, served_on_unit
from litigation.duties.timing import Act, Settled, settle, undetermined
from litigation.facts import CaseFacts
from litigation.law.periods import DayCount
from litigation.vocabulary import DecisionForm

OVERDUE = frozenset({Status.LATE, Status.MISSED})
ENDING_FORMS = frozenset({DecisionForm.RULING, DecisionForm.MEDIATION})


class Ending(msgspec.Struct, frozen=True, kw_only=True):
    """``on``: the day the case ended; ``missing``: facts without which nobody can say whether it had."""

    on: date | None = None
    missing: tuple[str, ...] = ()

    def settle(self, count: DayCount, act: Act, as_of: date) -> Settled:
        """The status of a duty that the end of the case ends."""
        settled = settle(count, act, as_of, self.on)
        return undetermined(*self.missing) if self.missing and settled.status in OVERDUE else settled


def ended_on(case: CaseFacts) -> date | None:
    """The day on which the case ended for this unit: the decision reached it, or the file was closed."""
    days = [day for day in (served_on_unit(case), case.closed_on) if day]
    return min(days, default=None)


def ends_by_ruling(case: CaseFacts) -> bool:
    """Whether a ruling or a settlement ended it, which may come at any time; a judgment follows the answer."""
    return case.decision is not None and form_of(case) in ENDING_FORMS
