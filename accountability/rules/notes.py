"""Warnings that change no result: what another reading would ask, and what the notice only recommends (bundle.md, ``notes``)."""

from __future__ import annotations

from collections.abc import Iterator

from accountability.findings import Note
from accountability.rules.under_test import CaseUnderTest
from litigation.duties.filings import OTHER_PAPERS, UNNAMED_PAPERS, filings_of, papers_to_file
from litigation.duties.loss import EXTENDED, lost_outcomes
from litigation.duties.presence import any_of
from litigation.law.sentences import Node
from litigation.vocabulary import FiledDuty, ParticipantRole


def notes_of(case: CaseUnderTest) -> Iterator[Note]:
    """Every note of the case, by category."""
    if case.must_attend:
        yield from _lawyers_alone_later(case)
        yield from _composition(case)
        yield from _unfiled_other_papers(case)
        yield from _outside_the_list(case)
        yield from _silent_head(case)
        yield from _called_again_too_late(case)
        yield from _excuses(case)
    else:
        yield from _unfiled_other_papers(case)


def _lawyers_alone_later(case: CaseUnderTest) -> Iterator[Note]:
    """AMB-21: lawyers alone at a hearing after the head came once."""
    for presence in case.hearings:
        came_elsewhere = any_of(other.head for other in case.hearings if other is not presence)
        if presence.lawyers_only and came_elsewhere and not presence.renewed:
            yield Note(
                category=3,
                reading="AMB-21",
                nodes=(Node("note.lawyers_only", {"hearing": presence.hearing.on}),),
            )


def _composition(case: CaseUnderTest) -> Iterator[Note]:
    """N4.3: one member of staff and one lawyer is what the notice calls usual; not following it is no breach."""
    for presence in case.hearings:
        roles = [
            row.role for row in presence.hearing.attendance or () if row.role is not ParticipantRole.HEAD
        ]
        if roles and sorted(roles) != [ParticipantRole.LAWYER, ParticipantRole.STAFF]:
            yield Note(category=9, nodes=(Node("note.composition", {"hearing": presence.hearing.on}),))


def _unfiled_other_papers(case: CaseUnderTest) -> Iterator[Note]:
    """AMB-10: papers that clause 五（三） does not name, received and not filed."""
    if case.context.case.filings is None:
        return
    filed = {row.document for row in filings_of(case.context, FiledDuty.DOCUMENT_FILING)}
    watched = (UNNAMED_PAPERS | OTHER_PAPERS) - papers_to_file(case.context)
    for row in case.context.case.received or ():
        if row.document in watched and row.document not in filed:
            params = {"document": row.document, "on": row.on}
            yield Note(category=7, reading="AMB-10", nodes=(Node("note.not_named", params),))


def _outside_the_list(case: CaseUnderTest) -> Iterator[Note]:
    """AMB-18: outcomes that clause 五（五） does not list, where nothing listed stands beside them."""
    decision = case.context.case.decision
    if decision is None or lost_outcomes(case.context):
        return
    for outcome in decision.outcomes or ():
        if outcome in EXTENDED:
            yield Note(category=7, reading="AMB-18", nodes=(Node("note.not_listed", {"outcome": outcome}),))


def _silent_head(case: CaseUnderTest) -> Iterator[Note]:
    """N4.2 出庭又出声: the head came and said nothing on resolving the dispute (法释〔2020〕3号 art 11)."""
    for presence in case.hearings:
        if presence.head and presence.hearing.spoke_on_resolution is False:
            yield Note(category=9, nodes=(Node("note.silent_head", {"hearing": presence.hearing.on}),))


def _called_again_too_late(case: CaseUnderTest) -> Iterator[Note]:
    """S-26: a renewed notice served less than three days before the hearing calls nobody."""
    for presence in case.hearings:
        if presence.renewed_too_late and not presence.head:
            params = {"hearing": presence.hearing.on, "on": presence.hearing.renewed_notice_on}
            yield Note(category=9, nodes=(Node("note.called_too_late", params),))


def _excuses(case: CaseUnderTest) -> Iterator[Note]:
    """What cleared a hearing at which the head was missing: a defective summons, a reason the court accepted (rulings.md 15)."""
    for presence in case.hearings:
        hearing = presence.hearing
        if presence.summons is False:
            yield Note(category=2, nodes=(Node("note.summons_defective", {"hearing": hearing.on}),))
        elif presence.excused and not presence.head:
            ground = hearing.absence.ground if hearing.absence else None
            yield Note(category=3, nodes=(Node("note.excused", {"hearing": hearing.on, "ground": ground}),))
