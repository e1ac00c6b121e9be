"""Hearings: who came, who did not, and what the court was told about it."""

from __future__ import annotations

from datetime import date, timedelta

from litigation.bundle.generate.county import HEADS
from litigation.bundle.generate.days import court_day, working
from litigation.bundle.generate.draft import Draft
from litigation.bundle.generate.luck import Luck
from litigation.facts import Absence, Hearing, Participant
from litigation.vocabulary import AbsenceGround, Document, Leaver, ParticipantRole, Rank

_SCENES = {
    "head, staff, lawyer": 44,
    "head, staff": 24,
    "excused": 5,
    "excuse refused": 2,
    "staff, lawyer": 6,
    "lawyers": 4,
    "nobody": 1,
    "head without proof": 1,
    "left": 2,
    "silent": 3,
    "refused": 1,
    "defective summons": 1,
    "unknown": 2,
}
_RANKS = {Rank.PRINCIPAL: 5, Rank.DEPUTY: 18, Rank.DEPUTY_LEVEL: 3, Rank.IN_CHARGE: 2, None: 1}


def sitting_days(luck: Luck, first: date) -> list[date]:
    """The days on which the court sits in one stage: one, and sometimes another some weeks later."""
    if not luck.happens("another hearing", once_in=7):
        return [first]
    return [first, court_day(first + timedelta(days=luck.between(14, 40)))]


def hold(draft: Draft, days: list[date]) -> None:
    """Hold the hearings; before the second the court may call the head again, in time or not."""
    draft.hearings = [_hearing(draft, days[0])]
    for day in days[1:]:
        notice = None
        if draft.luck.deal("head called again", {True: 2, False: 3}):
            notice = working(day - timedelta(days=draft.luck.deal("notice before", {9: 3, 6: 2, 2: 1})))
            draft.receive(Document.APPEARANCE_NOTICE, notice, hearing_on=day)
        draft.hearings.append(_hearing(draft, day, renewed_notice_on=notice))


def _hearing(draft: Draft, on: date, *, renewed_notice_on: date | None = None) -> Hearing:
    scene = draft.luck.deal("scene", _SCENES)
    if draft.represented_by:
        scene = "represented"
    refused, left = scene == "refused", scene == "left"
    head_spoke = None if "head" not in scene else draft.luck.deal("spoke", {True: 12, False: 1, None: 1})
    return Hearing(
        on=on,
        renewed_notice_on=renewed_notice_on,
        attendance=_attendance(draft, scene),
        absence=_absence(draft, scene),
        left_without_leave=draft.luck.deal("who left", {Leaver.HEAD: 2, Leaver.PARTY: 1}) if left else None,
        spoke_on_resolution=False if scene == "silent" else head_spoke,
        refused_to_answer=True if refused else draft.luck.deal("refusal noted", {None: 3, False: 1}),
        summons_valid=False
        if scene == "defective summons"
        else draft.luck.deal("summons noted", {True: 4, None: 1}),
    )


def _attendance(draft: Draft, scene: str) -> tuple[Participant, ...] | None:
    staff = Participant(role=ParticipantRole.STAFF, organ=_organ_of_staff(draft), proof=True)
    lawyer = Participant(role=ParticipantRole.LAWYER)
    match scene:
        case "unknown":
            return None
        case "nobody":
            return ()
        case "lawyers" | "defective summons":
            return lawyer, lawyer
        case "excused" | "excuse refused" | "staff, lawyer" | "represented":
            return staff, lawyer
        case "head, staff":
            return _head(draft), staff
        case "head without proof":
            return _head(draft, proof=False), lawyer
    return _head(draft), staff, lawyer


def _head(draft: Draft, *, proof: bool | None = True) -> Participant:
    if proof and draft.luck.happens("proof not noted", once_in=40):
        proof = None
    # Once in a while somebody sends the head of an organ that is not the respondent (法释〔2020〕3号 art 2).
    organ = "SFJ" if draft.luck.happens("head of another organ", once_in=60) else draft.unit
    name = draft.luck.pick(HEADS) if draft.luck.deal("name noted", {True: 3, False: 1}) else None
    return Participant(
        role=ParticipantRole.HEAD, rank=draft.luck.deal("rank", _RANKS), organ=organ, name=name, proof=proof
    )


def _organ_of_staff(draft: Draft) -> str:
    """The county government is represented by those who handle the case."""
    return draft.handling_units[0] if draft.handling_units else draft.unit


def _absence(draft: Draft, scene: str) -> Absence | None:
    if scene == "excused":
        grounds = {
            AbsenceGround.IRREPLACEABLE_DUTY: 4,
            AbsenceGround.FORCE_MAJEURE: 1,
            AbsenceGround.ACCIDENT: 1,
            AbsenceGround.OTHER: 1,
        }
        return Absence(ground=draft.luck.deal("ground", grounds), formal=True, accepted=True)
    if scene == "excuse refused":
        formal = draft.luck.deal("formal", {True: 1, False: 1})
        return Absence(ground=AbsenceGround.OTHER, formal=formal, accepted=False)
    return None
