"""Who was in court for the respondent, and does that person count (facts.md B.3; 法释〔2020〕3号 arts 2, 6, 10)."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from litigation.duties.case_in_context import CaseInContext
from litigation.facts import Absence, Hearing, Participant
from litigation.vocabulary import (
    AbsenceGround,
    Document,
    Instance,
    ParticipantRole,
    Rank,
    RespondentRole,
    UnitKind,
)

INSTANCES_WITH_HEARING = frozenset({Instance.FIRST, Instance.SECOND, Instance.RETRIAL, Instance.REMAND})
ANSWERED_FOR = frozenset({UnitKind.COUNTY_GOVERNMENT, UnitKind.JUSTICE_BUREAU})
PARTY_GROUNDS = frozenset({AbsenceGround.FORCE_MAJEURE, AbsenceGround.ACCIDENT})


class Presence(msgspec.Struct, frozen=True, kw_only=True):
    """One hearing. Each of ``head``, ``staff``, ``anyone`` is None where a fact is missing; ``missing`` names it.

    ``sitting`` counts hearings of one day from 0. ``renewed``: the court called the head again in time; ``excused``: the
    court accepted why the head is absent.
    """

    hearing: Hearing
    sitting: int
    head: bool | None
    staff: bool | None
    anyone: bool | None
    principal: bool
    lower_organ_head: bool
    unproved_head: bool
    agents: int
    renewed: bool
    renewed_too_late: bool
    excused: bool | None
    party_excused: bool | None
    summons: bool | None
    missing: tuple[str, ...]

    @property
    def lawyers_only(self) -> bool:
        return self.anyone is True and self.head is False and self.staff is False


def has_attendance_duty(context: CaseInContext) -> bool:
    """Whether heads must appear in this case at all: a court case in an instance with hearings (facts.md C.1, C.7)."""
    return context.case.is_court_case and context.case.instance in INSTANCES_WITH_HEARING


def presences(context: CaseInContext) -> tuple[Presence, ...]:
    """The hearings held by ``as_of``, earliest first."""
    if "presences" not in context.memo:
        hearings = context.case.hearings or ()
        if len(hearings) > 1:
            hearings = tuple(sorted(hearings, key=lambda hearing: (hearing.on, msgspec.json.encode(hearing))))
        context.memo["presences"] = tuple(_presence(context, hearing) for hearing in hearings)
    held: tuple[Presence, ...] = context.memo["presences"]
    return held


def any_of(values: Iterable[bool | None]) -> bool | None:
    """True if one is, None if none is true but one is unknown, else False."""
    seen: bool | None = False
    for value in values:
        if value:
            return True
        if value is None:
            seen = None
    return seen


def both(first: bool | None, second: bool | None) -> bool | None:
    """False if one is, None if none is false but one is unknown, else True."""
    if first is False or second is False:
        return False
    return None if first is None or second is None else True


def _presence(context: CaseInContext, hearing: Hearing) -> Presence:
    rows = hearing.attendance
    heads = [(row, _is_own_head(context, row)) for row in rows or () if row.role is ParticipantRole.HEAD]
    staff = [row for row in rows or () if row.role is ParticipantRole.STAFF]
    counted = [(row, both(own, row.proof)) for row, own in heads]
    # Another organ's head is no head here, yet may stand for the respondent as its staff (2018 art 130(2), 2020-3 art 10(2)).
    lower = [row for row, own in heads if own is False]
    employed = [(row, both(_is_own_staff(context, row), row.proof)) for row in (*staff, *lower)]
    called_again = hearing.renewed_notice_on
    lead = context.law.number("summons_notice_days", hearing.on)
    given = (hearing.on - called_again).days if called_again is not None else None
    in_time = given is not None and lead is not None and given >= lead
    return Presence(
        hearing=hearing,
        sitting=_sitting(context, hearing),
        head=None if rows is None else any_of(value for _, value in counted),
        staff=None if rows is None else any_of(value for _, value in employed),
        anyone=None if rows is None else bool(rows),
        principal=any(value and row.rank is Rank.PRINCIPAL for row, value in counted),
        lower_organ_head=bool(lower),
        unproved_head=any(own and row.proof is False for row, own in heads),
        agents=len(rows or ()) - len(heads),
        renewed=in_time,
        renewed_too_late=given is not None and lead is not None and given < lead,
        excused=_excused(hearing.absence),
        party_excused=_party_excused(hearing.absence),
        summons=_summons_valid(context, hearing, lead),
        missing=_missing(hearing, counted + employed),
    )


def _sitting(context: CaseInContext, hearing: Hearing) -> int:
    """Which hearing of its day it is, by what is recorded of each, for no hour is."""
    same_day = [other for other in context.case.hearings or () if other.on == hearing.on]
    if len(same_day) == 1:
        return 0
    return sorted(map(msgspec.json.encode, same_day)).index(msgspec.json.encode(hearing))


def _is_own_head(context: CaseInContext, row: Participant) -> bool | None:
    """A head of the respondent itself; a lower or entrusted organ's head is none (法释〔2020〕3号 art 2(2))."""
    case = context.case
    if row.organ is None:
        return None
    if row.organ in {case.unit, case.represented_by}:
        return True
    organ = context.docket.units.get(row.organ)
    answers_for_county = case.role is RespondentRole.RECONSIDERATION_ORGAN
    return answers_for_county and organ is not None and organ.kind is UnitKind.COUNTY_GOVERNMENT


def _is_own_staff(context: CaseInContext, row: Participant) -> bool | None:
    """Staff of the respondent, of the organ that handled the act, or of a county's own departments (art 10; 2018 art 130).

    Whether another organ is a lower or entrusted one (art 10(2)) the record does not say: unknown.
    """
    case = context.case
    if row.organ is None:
        return None
    if row.organ == case.unit or row.organ in (case.handling_units or ()) or context.is_county_government:
        return True
    organ = context.docket.units.get(row.organ)
    if case.role is RespondentRole.RECONSIDERATION_ORGAN and organ is not None and organ.kind in ANSWERED_FOR:
        return True
    return None


def _excused(absence: Absence | None) -> bool | None:
    """Whether the head's absence is excused. No reason on record is no excuse; the court has the last word (art 9)."""
    if absence is None:
        return False
    if absence.accepted is not None:
        return absence.accepted
    return False if absence.formal is False else None


def _party_excused(absence: Absence | None) -> bool | None:
    """Whether the whole party's absence is excused: force majeure or accident only (facts.md B.2)."""
    excused = _excused(absence)
    if absence is None or not (excused or excused is None):
        return False
    if absence.ground is None:
        return None
    return both(excused, absence.ground in PARTY_GROUNDS)


def _summons_valid(context: CaseInContext, hearing: Hearing, lead: int | None) -> bool | None:
    """As recorded; else True where a summons for this day was served three days before; else unknown."""
    if hearing.summons_valid is not None:
        return hearing.summons_valid
    for row in context.case.received or ():
        served = row.on if row.document is Document.SUMMONS and row.hearing_on == hearing.on else None
        # S-26: served at least three days before the hearing.
        if served is not None and lead is not None and (hearing.on - served).days >= lead:
            return True
    return None


def _missing(hearing: Hearing, rows: list[tuple[Participant, bool | None]]) -> tuple[str, ...]:
    place = f"hearings[{hearing.on}].attendance"
    if hearing.attendance is None:
        return (place,)
    names: list[str] = []
    for row, value in rows:
        if value is None:
            names.append(f"{place}[{row.role}].{'proof' if row.proof is None else 'organ'}")
    return tuple(sorted(set(names)))
