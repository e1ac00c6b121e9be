"""What every rule is given, and how a chain of guards becomes a finding."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import cache, cached_property

from accountability.findings import Finding, Subject
from accountability.outcomes import Result
from accountability.trace import Guard, decide
from litigation.duties.attendance import Attendance, attendance_of
from litigation.duties.case_in_context import CaseInContext
from litigation.duties.derive import FAMILIES, Family, duties_of
from litigation.duties.duty import Duty, DutyCode, Status
from litigation.duties.effect import Effect, effect_of
from litigation.duties.loss import is_loss
from litigation.duties.notice_clock import application
from litigation.duties.presence import Presence, has_attendance_duty, presences
from litigation.law.citations import Grade, Statute
from litigation.law.in_force import LawInForce
from litigation.law.sentences import Scalar

ACCOUNTABILITY_CLAUSE = "N6.0"
NO_SUBJECT = Subject()
ANSWERED_BY_DUTY = frozenset({4, 6, 7})
PLAINLY_CLEAR = frozenset({Status.MET, Status.OPEN, Status.LAPSED})


class CaseUnderTest:
    """A case with what is derived from its facts, each worked out once and only when a rule asks for it.

    ``thorough`` has the rules return clear tests too; otherwise they may pass over what is plainly clear.
    """

    def __init__(
        self, context: CaseInContext, *, thorough: bool = True, families: tuple[Family, ...] = FAMILIES
    ) -> None:
        self.context = context
        self.law = context.law
        self.thorough = thorough
        self._families = families

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        return duties_of(self.context, self._families)

    @cached_property
    def hearings(self) -> tuple[Presence, ...]:
        return presences(self.context)

    @cached_property
    def effect(self) -> Effect:
        return effect_of(self.context)

    @cached_property
    def loss(self) -> bool | None:
        return is_loss(self.context, self.effect)

    @cached_property
    def attendance(self) -> Attendance:
        return attendance_of(self.context)

    @property
    def must_attend(self) -> bool:
        return has_attendance_duty(self.context)

    def duties_to_test(self, codes: Collection[DutyCode]) -> Iterator[Duty]:
        """The duties of these codes; those done in time, open or lapsed only when the test is thorough."""
        for duty in self.duties:
            if duty.code in codes and (self.thorough or not is_plainly_clear(duty)):
                yield duty

    def find(
        self,
        category: int,
        guards: Iterable[Guard],
        *,
        subject: Subject = NO_SUBJECT,
        kind: str = "",
        uid: str = "",
        cites: tuple[str, ...] = (),
    ) -> Finding:
        """The finding of a chain of guards not about a duty; ``cites``: the kinds whose statutes it rests on (else ``kind``)."""
        decided = decide(guards)
        return Finding(
            category=category,
            code=str(category),
            kind=kind,
            outcome=decided.outcome,
            authority=authority(self.law, category, cites or (kind,), subject.hearing_on or subject.on),
            trace=decided.trace,
            application=application(self.context, ACCOUNTABILITY_CLAUSE),
            subject=subject,
            missing=decided.missing,
            uid=uid,
        )


def is_plainly_clear(duty: Duty) -> bool:
    """Whether no guard could say otherwise: done in time, not due yet or lapsed, and not defective."""
    return duty.status in PLAINLY_CLEAR and not duty.defective


def find_about(
    law: LawInForce,
    category: int,
    code: str,
    duty: Duty,
    guards: Iterable[Guard],
    cites: tuple[str, ...] = (),
) -> Finding:
    """The finding of a chain of guards about ``duty``; its arithmetic is the trace's basis."""
    decided = decide(guards, basis=duty.derivation)
    return Finding(
        category=category,
        code=code,
        outcome=decided.outcome,
        authority=_about(law, category, duty, cites),
        trace=decided.trace,
        application=duty.application,
        subject=subject_of(duty),
        duty=duty.code,
        due=duty.due.default,
        days_late=duty.days_late if duty.status in {Status.LATE, Status.MISSED} else None,
        missing=decided.missing,
        uid=duty.uid,
        about=duty.about,
    )


def _about(law: LawInForce, category: int, duty: Duty, cites: tuple[str, ...]) -> tuple[str, ...]:
    """The duty's own sources; only refusal (5) rests on statutes beyond the one that set the term."""
    if category in ANSWERED_BY_DUTY:
        return (f"N6.{category}", *duty.authority)
    clause, *statutes = authority(law, category, cites, duty.trigger.on)
    return tuple(dict.fromkeys((clause, *duty.authority, *statutes)))


def subject_of(duty: Duty) -> Subject:
    document = duty.trigger.document
    return Subject(
        document=document,
        on=duty.trigger.on if document else None,
        recommendation=duty.recommendation,
        year=duty.year,
    )


def authority(
    law: LawInForce, category: int, kinds: tuple[str, ...] = (), day: date | None = None
) -> tuple[str, ...]:
    """Clause of section 六 and the statutes behind these kinds of finding, each with its grade where that must be said."""
    return _authority(category, law.category(category).statutes, kinds, day.isoformat() if day else "")


@cache
def _authority(
    category: int, statutes: tuple[Statute, ...], kinds: tuple[str, ...], day: str
) -> tuple[str, ...]:
    cited = (
        f"{statute.zh}（{statute.grade}）" if statute.grade in {Grade.M, Grade.I} else statute.zh
        for statute in statutes
        if (not statute.kinds or set(statute.kinds) & set(kinds)) and (not day or statute.holds_on(day))
    )
    return (f"N6.{category}", *cited)


def timely(duty: Duty, as_of: Scalar) -> Iterator[Guard]:
    """The guards that clear a duty done, or not due yet; what follows them is late or missed."""
    params: dict[str, Scalar] = {
        "status": duty.status,
        "done": duty.done_on,
        "due": duty.due.default,
        "as_of": as_of,
        "duty": duty.code,
        "days": duty.days_late,
        "undetermined": Status.UNDETERMINED,
        "lapsed": Status.LAPSED,
    }
    yield Guard(
        "timely.unknown", "equals", ("status", "undetermined"), params, Result.UNDETERMINED, duty.missing
    )
    yield Guard("timely.lapsed", "equals", ("status", "lapsed"), params, Result.CLEAR)
    yield Guard("timely.no_limit", "unknown", ("due",), params, Result.CLEAR)
    yield Guard("timely.in_time", "not_after", ("done", "due"), params, Result.CLEAR)
    yield Guard("timely.not_yet_due", "not_after", ("as_of", "due"), params, Result.CLEAR)


def overdue(duty: Duty, as_of: Scalar) -> Iterator[Guard]:
    """Late or never done: the end of the chain that ``timely`` begins."""
    params: dict[str, Scalar] = {
        "duty": duty.code,
        "done": duty.done_on,
        "due": duty.due.default,
        "days": duty.days_late,
        "as_of": as_of,
    }
    yield Guard("overdue.late", "after", ("done", "due"), params, Result.BREACH)
    yield Guard("overdue.missed", "always", (), params, Result.BREACH)
