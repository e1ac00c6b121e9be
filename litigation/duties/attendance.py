"""Attendance of heads, one unit per case, as the rates count it (facts.md C.7, B.3; AMB-07, AMB-19)."""

from __future__ import annotations

import msgspec

from litigation.duties.case_in_context import CaseInContext
from litigation.duties.presence import any_of, has_attendance_duty, presences


class Attendance(msgspec.Struct, frozen=True, kw_only=True):
    """Counts for one case (0 or 1 each, but for renewed notices) or summed for a unit."""

    due: int = 0
    appeared: int = 0
    excused: int = 0
    renewed_due: int = 0
    renewed_honoured: int = 0
    principal: int = 0

    def plus(self, other: Attendance) -> Attendance:
        return Attendance(
            due=self.due + other.due,
            appeared=self.appeared + other.appeared,
            excused=self.excused + other.excused,
            renewed_due=self.renewed_due + other.renewed_due,
            renewed_honoured=self.renewed_honoured + other.renewed_honoured,
            principal=self.principal + other.principal,
        )


NONE = Attendance()


def attendance_of(context: CaseInContext) -> Attendance:
    """No hearing, no unit; another respondent's head by filed agreement leaves this one out of its denominator."""
    held = presences(context) if has_attendance_duty(context) else ()
    if not held or context.case.represented_by:
        return NONE
    appeared = any_of(presence.head for presence in held) is True
    excused = not appeared and all(presence.excused is True for presence in held)
    renewed = [presence for presence in held if presence.renewed]
    return Attendance(
        due=1,
        appeared=int(appeared),
        excused=int(excused),
        renewed_due=len(renewed),
        renewed_honoured=sum(presence.head is True for presence in renewed),
        principal=int(any(presence.principal for presence in held)),
    )
