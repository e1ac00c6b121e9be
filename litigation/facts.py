"""CaseFacts and its parts: THE interface between records and rules.

Everything left of the duties writes these values, everything right of them reads nothing else. Each field bears the name
of its key in litigation-bundle/1. ``None`` is *unknown*, never *false*; an empty tuple says *none* (bundle.md).
Fields that have no key in the bundle say so.
"""

from __future__ import annotations

from datetime import date

import msgspec

from litigation.vocabulary import (
    COURT_KINDS,
    AbsenceGround,
    CaseKind,
    ConductSource,
    DecisionForm,
    Disposition,
    Document,
    FiledDuty,
    Ground,
    Instance,
    Item,
    Leaver,
    Outcome,
    ParticipantRole,
    Party,
    PlaintiffKind,
    Procedure,
    Rank,
    Recipient,
    RecommendationKind,
    Refusal,
    RespondentRole,
    UnitKind,
)


class Fact(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A frozen value. Equal facts are equal values; defaults are left out when a fact is encoded."""


class Row(Fact, frozen=True, kw_only=True):
    """A child of a case. ``uid`` is its identity in the register (no key in the bundle); empty in an imported bundle."""

    uid: str = ""


class UnitFacts(Fact, frozen=True, kw_only=True):
    code: str
    name: str
    kind: UnitKind


class DisputeFacts(Fact, frozen=True, kw_only=True):
    ref: str
    title: str | None = None


class Plaintiff(Row, frozen=True, kw_only=True):
    kind: PlaintiffKind
    name: str | None = None


class Sensitive(Fact, frozen=True, kw_only=True):
    """The case was flagged as major or sensitive (N5.1)."""

    flagged_on: date | None = None
    grounds: tuple[Ground, ...] | None = None
    reported_on: date | None = None
    assessed_on: date | None = None


class Received(Row, frozen=True, kw_only=True):
    """A document served on the respondent. ``forwarded_on`` is 转办日 (AMB-11)."""

    document: Document
    on: date | None = None
    forwarded_on: date | None = None
    hearing_on: date | None = None
    evidence_by: date | None = None


class Submitted(Row, frozen=True, kw_only=True):
    """``on`` is the day it was handed in, posted or e-filed (AMB-12)."""

    item: Item
    on: date | None = None


class EvidenceExtension(Fact, frozen=True, kw_only=True):
    """延期提供证据 (法释〔2018〕1号 art 34)."""

    applied_on: date | None = None
    granted_on: date | None = None
    obstacle_removed_on: date | None = None


class Participant(Row, frozen=True, kw_only=True):
    """``proof``: identity proof or power of attorney on file."""

    role: ParticipantRole
    rank: Rank | None = None
    organ: str | None = None
    name: str | None = None
    proof: bool | None = None


class Absence(Fact, frozen=True, kw_only=True):
    """Why the head is absent. ``formal``: stamped or signed by the principal; ``accepted``: by the court."""

    ground: AbsenceGround | None = None
    formal: bool | None = None
    accepted: bool | None = None


class Hearing(Row, frozen=True, kw_only=True):
    """A hearing that was held (or, past ``as_of``, is to be held)."""

    on: date
    renewed_notice_on: date | None = None
    attendance: tuple[Participant, ...] | None = None
    absence: Absence | None = None
    left_without_leave: Leaver | None = None
    spoke_on_resolution: bool | None = None
    refused_to_answer: bool | None = None
    summons_valid: bool | None = None


class Service(Row, frozen=True, kw_only=True):
    party: Party
    on: date | None = None


class Appeal(Row, frozen=True, kw_only=True):
    by: Party
    on: date | None = None


class Suspension(Row, frozen=True, kw_only=True):
    on: date


class RefusalSign(Row, frozen=True, kw_only=True):
    kind: Refusal
    on: date | None = None


class Performance(Fact, frozen=True, kw_only=True):
    """What an effective decision leaves the unit to do (N3.7); days count from the day the decision takes effect."""

    within_days: int | None = None
    due_on: date | None = None
    performed_on: date | None = None
    suspensions: tuple[Suspension, ...] | None = None
    refusal: tuple[RefusalSign, ...] | None = None


class Decision(Fact, frozen=True, kw_only=True):
    form: DecisionForm | None = None
    disposition: Disposition | None = None
    outcomes: tuple[Outcome, ...] | None = None
    services: tuple[Service, ...] | None = None
    appeals: tuple[Appeal, ...] | None = None
    effective_on: date | None = None
    note: str | None = None
    late_evidence_decisive: bool | None = None
    performance: Performance | None = None


class Recommendation(Row, frozen=True, kw_only=True):
    """司法建议. A day of handling, reply or copy that is not recorded has not come."""

    ref: str
    kind: RecommendationKind
    received_on: date | None = None
    reply_within_days: int | None = None
    reply_by: date | None = None
    handled_on: date | None = None
    replied_on: date | None = None
    copied_on: date | None = None


class FilingFacts(Row, frozen=True, kw_only=True):
    """An act towards the justice bureau. ``returned`` (no key in the bundle): sent back, amendment awaited (rulings.md 21)."""

    duty: FiledDuty
    document: Document | None = None
    received_on: date | None = None
    on: date | None = None
    content_defect: bool | None = None
    returned: bool = False


class Conduct(Row, frozen=True, kw_only=True):
    """A fact that no date can show: categories 1, 8 and 9 only."""

    category: int
    on: date | None = None
    facts: str | None = None
    source: ConductSource | None = None
    established: bool | None = None


class CaseFacts(Fact, frozen=True, kw_only=True):
    """One respondent unit's handling of one docket number. ``accepted_on`` (no key in the bundle): day of acceptance, AMB-25."""

    ref: str
    unit: str
    kind: CaseKind
    instance: Instance
    dispute: str | None = None
    procedure: Procedure | None = None
    docket: str | None = None
    tribunal: str | None = None
    follows: str | None = None
    role: RespondentRole | None = None
    handling_units: tuple[str, ...] | None = None
    cause: str | None = None
    plaintiffs: tuple[Plaintiff, ...] | None = None
    sensitive: Sensitive | None = None
    received: tuple[Received, ...] | None = None
    submitted: tuple[Submitted, ...] | None = None
    evidence_extension: EvidenceExtension | None = None
    hearings: tuple[Hearing, ...] | None = None
    represented_by: str | None = None
    decision: Decision | None = None
    recommendations: tuple[Recommendation, ...] | None = None
    filings: tuple[FilingFacts, ...] | None = None
    closed_on: date | None = None
    conduct: tuple[Conduct, ...] | None = None
    accepted_on: date | None = None

    @property
    def is_court_case(self) -> bool:
        """Whether a court hears it: litigation, compensation, public interest (facts.md C.1)."""
        return self.kind in COURT_KINDS


class AnnualReport(Row, frozen=True, kw_only=True):
    """年度报告 (N5.2a, N5.2b)."""

    unit: str
    year: int
    on: date | None = None
    recipient: Recipient | None = None


class RegisterFacts(Fact, frozen=True, kw_only=True):
    """A whole register: what one bundle holds, and what one assessment reads.

    ``annual_reports`` is None where nobody recorded them; ``reports_unknown`` (no key in the bundle) names the units whose
    reports nobody recorded although those of other units are.
    """

    units: tuple[UnitFacts, ...] = ()
    disputes: tuple[DisputeFacts, ...] = ()
    cases: tuple[CaseFacts, ...] = ()
    annual_reports: tuple[AnnualReport, ...] | None = None
    reports_unknown: tuple[str, ...] = ()
