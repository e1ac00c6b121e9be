"""A fixed cast for tests of the record: two units, one case with an entry in every list."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace

from litigation import facts as f
from litigation.actions.import_register import import_register
from litigation.models import CasePage
from litigation.vocabulary import (
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
    RecommendationKind,
    Refusal,
    RespondentRole,
    UnitKind,
)

TRANSPORT = f.UnitFacts(code="JTJ", name="县交通运输局", kind=UnitKind.DEPARTMENT)
LAND = f.UnitFacts(code="ZRJ", name="县自然资源局", kind=UnitKind.DEPARTMENT)
DISPUTE = f.DisputeFacts(ref="D1", title="某运输公司不服行政处罚")

BARE = f.CaseFacts(ref="C0", unit="JTJ", kind=CaseKind.LITIGATION, instance=Instance.FIRST)

FULL = f.CaseFacts(
    ref="C1",
    unit="JTJ",
    kind=CaseKind.LITIGATION,
    instance=Instance.FIRST,
    dispute="D1",
    procedure=Procedure.ORDINARY,
    docket="（2020）鲁0831行初12号",
    tribunal="泗水县人民法院",
    role=RespondentRole.SOLE,
    handling_units=("ZRJ",),
    cause="行政处罚",
    plaintiffs=(f.Plaintiff(name="某运输公司", kind=PlaintiffKind.ORGANISATION),),
    sensitive=f.Sensitive(flagged_on=date(2020, 9, 23), grounds=(Ground.MASS_INCIDENT,)),
    received=(
        f.Received(document=Document.COMPLAINT, on=date(2020, 9, 22)),
        f.Received(document=Document.SUMMONS, on=date(2020, 9, 22), hearing_on=date(2020, 10, 28)),
    ),
    submitted=(f.Submitted(item=Item.DEFENCE, on=date(2020, 10, 8)),),
    evidence_extension=f.EvidenceExtension(applied_on=date(2020, 9, 30)),
    hearings=(
        f.Hearing(
            on=date(2020, 10, 28),
            attendance=(
                f.Participant(role=ParticipantRole.STAFF, organ="JTJ", proof=True),
                f.Participant(role=ParticipantRole.LAWYER, name="乙"),
            ),
            absence=f.Absence(ground=AbsenceGround.IRREPLACEABLE_DUTY, formal=True, accepted=False),
            left_without_leave=Leaver.PARTY,
            spoke_on_resolution=False,
            summons_valid=True,
        ),
        f.Hearing(
            on=date(2020, 11, 3),
            attendance=(f.Participant(role=ParticipantRole.HEAD, rank=Rank.DEPUTY, name="甲"),),
        ),
    ),
    decision=f.Decision(
        form=DecisionForm.JUDGMENT,
        disposition=Disposition.UPHELD,
        outcomes=(Outcome.REVOKED, Outcome.ORDERED_TO_REMAKE),
        services=(
            f.Service(party=Party.UNIT, on=date(2020, 11, 20)),
            f.Service(party=Party.PLAINTIFF, on=date(2020, 11, 21)),
        ),
        appeals=(f.Appeal(by=Party.PLAINTIFF, on=date(2020, 12, 1)),),
        effective_on=date(2020, 12, 8),
        note="按判决书",
        late_evidence_decisive=False,
        performance=f.Performance(
            within_days=60,
            suspensions=(f.Suspension(on=date(2021, 1, 5)),),
            refusal=(f.RefusalSign(kind=Refusal.FINE, on=date(2021, 3, 1)),),
        ),
    ),
    recommendations=(
        f.Recommendation(ref="R1", kind=RecommendationKind.INDIVIDUAL, received_on=date(2021, 3, 1)),
    ),
    closed_on=date(2021, 6, 1),
    conduct=(
        f.Conduct(category=8, on=date(2021, 2, 1), facts="证据原件遗失", source=ConductSource.INSPECTION),
    ),
)

#: Says "none" wherever that can be said.
NONE = f.CaseFacts(
    ref="C2",
    unit="JTJ",
    kind=CaseKind.LITIGATION,
    instance=Instance.FIRST,
    handling_units=(),
    plaintiffs=(),
    sensitive=f.Sensitive(grounds=()),
    received=(),
    submitted=(),
    hearings=(),
    decision=f.Decision(
        outcomes=(), services=(), appeals=(), performance=f.Performance(suspensions=(), refusal=())
    ),
    recommendations=(),
    conduct=(),
)

#: Groups that are there and empty, and a hearing nobody came to.
HOLLOW = f.CaseFacts(
    ref="C3",
    unit="JTJ",
    kind=CaseKind.LITIGATION,
    instance=Instance.FIRST,
    sensitive=f.Sensitive(),
    evidence_extension=f.EvidenceExtension(),
    hearings=(
        f.Hearing(on=date(2020, 10, 28), attendance=(), absence=f.Absence()),
        f.Hearing(on=date(2020, 11, 3)),
    ),
    decision=f.Decision(performance=f.Performance()),
)

FILINGS = (
    f.FilingFacts(duty=FiledDuty.APPEARANCE_REGISTRATION, on=date(2020, 9, 24)),
    f.FilingFacts(
        duty=FiledDuty.DOCUMENT_FILING,
        document=Document.COMPLAINT,
        received_on=date(2020, 9, 22),
        on=date(2020, 9, 24),
    ),
)


def register_of(*cases: f.CaseFacts, **others: Any) -> f.RegisterFacts:
    """A register of the cast with these cases."""
    return f.RegisterFacts(units=(TRANSPORT, LAND), disputes=(DISPUTE,), cases=cases, **others)


def registered(case: f.CaseFacts) -> CasePage:
    """The page of ``case``, imported and registered."""
    import_register(register_of(case), actor=None, source="test")
    return CasePage.objects.get(ref=case.ref)


def without_identities(case: f.CaseFacts) -> f.CaseFacts:
    """``case`` as a bundle would have it: no identities of its entries, no filings."""
    from litigation.bundle import normalise

    (plain,) = normalise(f.RegisterFacts(cases=(case,))).cases
    return replace(plain, filings=None)
