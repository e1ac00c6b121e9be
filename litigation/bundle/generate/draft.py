"""A case while its story is being told: lists that grow, made into CaseFacts at the end."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from litigation.bundle.generate.luck import Luck
from litigation.facts import (
    CaseFacts,
    Conduct,
    Decision,
    EvidenceExtension,
    FilingFacts,
    Hearing,
    Plaintiff,
    Received,
    Recommendation,
    Sensitive,
    Submitted,
)
from litigation.vocabulary import CaseKind, Document, Instance, Procedure, RespondentRole


def day_of(row: Received) -> date:
    """The day of service. While a story is told every day is known; some are forgotten at its end."""
    if row.on is None:
        raise ValueError(f"the service of {row.document} has no day")
    return row.on


class Draft(msgspec.Struct, kw_only=True):
    """The fields of CaseFacts that a story fills in, and the luck that tells it."""

    luck: Luck
    ref: str
    unit: str
    kind: CaseKind
    instance: Instance
    dispute: str | None = None
    procedure: Procedure | None = None
    docket: str | None = None
    tribunal: str | None = None
    follows: str | None = None
    role: RespondentRole | None = RespondentRole.SOLE
    handling_units: tuple[str, ...] | None = None
    cause: str | None = None
    plaintiffs: tuple[Plaintiff, ...] | None = None
    sensitive: Sensitive | None = None
    received: list[Received] = []
    submitted: list[Submitted] | None = []
    evidence_extension: EvidenceExtension | None = None
    hearings: list[Hearing] = []
    represented_by: str | None = None
    decision: Decision | None = None
    recommendations: list[Recommendation] = []
    filings: list[FilingFacts] = []
    closed_on: date | None = None
    conduct: list[Conduct] = []
    evidence_late: bool = False

    @property
    def first_day(self) -> date:
        """The day of the first service."""
        return min(map(day_of, self.received))

    @property
    def decided(self) -> Decision:
        """The decision, when the story has come to it."""
        if self.decision is None:
            raise ValueError(f"{self.ref} is not decided yet")
        return self.decision

    def receive(
        self, document: Document, on: date, *, hearing_on: date | None = None, by: date | None = None
    ) -> None:
        """Enter a served document; a county-government case is passed on to the unit that handles it (转办)."""
        forwarded = on + timedelta(days=self.luck.between(0, 3)) if self.unit == "XZF" else None
        self.received.append(
            Received(document=document, on=on, forwarded_on=forwarded, hearing_on=hearing_on, evidence_by=by)
        )

    def finished(self) -> CaseFacts:
        """The case. A list that stayed empty is *none* where somebody would have known, and unknown elsewhere."""
        return CaseFacts(
            ref=self.ref,
            unit=self.unit,
            kind=self.kind,
            instance=self.instance,
            dispute=self.dispute,
            procedure=self.procedure,
            docket=self.docket,
            tribunal=self.tribunal,
            follows=self.follows,
            role=self.role,
            handling_units=self.handling_units,
            cause=self.cause,
            plaintiffs=self.plaintiffs,
            sensitive=self.sensitive,
            received=tuple(self.received),
            submitted=None if self.submitted is None else tuple(self.submitted),
            evidence_extension=self.evidence_extension,
            hearings=tuple(self.hearings),
            represented_by=self.represented_by,
            decision=self.decision,
            recommendations=tuple(self.recommendations) or None,
            filings=tuple(self.filings),
            closed_on=self.closed_on,
            conduct=tuple(self.conduct) or None,
        )
