"""What each word of the closed vocabularies is called on screen. English msgids; the catalogue holds the Chinese terms."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from litigation import vocabulary as v
from litigation.law.working_days import DayKind

LABELS: Mapping[type[StrEnum], Mapping[str, Promise]] = {
    v.UnitKind: {
        v.UnitKind.COUNTY_GOVERNMENT: _("County government"),
        v.UnitKind.JUSTICE_BUREAU: _("County justice bureau"),
        v.UnitKind.DEPARTMENT: _("Department of the county government"),
        v.UnitKind.TOWN: _("Town government"),
        v.UnitKind.SUBDISTRICT: _("Subdistrict office"),
        v.UnitKind.AUTHORISED_ORGANISATION: _("Organisation authorised by law"),
    },
    v.CaseKind: {
        v.CaseKind.LITIGATION: _("Administrative litigation"),
        v.CaseKind.COMPENSATION: _("Administrative compensation suit"),
        v.CaseKind.PUBLIC_INTEREST: _("Administrative public interest suit"),
        v.CaseKind.RECONSIDERATION: _("Administrative reconsideration (as respondent)"),
        v.CaseKind.LABOUR_ARBITRATION: _("Labour and personnel arbitration"),
        v.CaseKind.ARBITRATION: _("Other arbitration"),
    },
    v.Instance: {
        v.Instance.FIRST: _("First instance"),
        v.Instance.SECOND: _("Second instance"),
        v.Instance.RETRIAL_REVIEW: _("Retrial review"),
        v.Instance.RETRIAL: _("Retrial"),
        v.Instance.REMAND: _("Remanded for a new trial"),
        v.Instance.NONE: _("None (reconsideration, arbitration)"),
    },
    v.Procedure: {
        v.Procedure.ORDINARY: _("Ordinary procedure"),
        v.Procedure.SUMMARY: _("Summary procedure"),
    },
    v.RespondentRole: {
        v.RespondentRole.SOLE: _("Sole respondent"),
        v.RespondentRole.ORIGINAL_ORGAN: _("Organ of the original act"),
        v.RespondentRole.RECONSIDERATION_ORGAN: _("Reconsideration organ"),
        v.RespondentRole.CO_RESPONDENT: _("Co-respondent"),
    },
    v.PlaintiffKind: {
        v.PlaintiffKind.PERSON: _("Natural person"),
        v.PlaintiffKind.ORGANISATION: _("Legal person or other organisation"),
        v.PlaintiffKind.PROCURATORATE: _("Procuratorate"),
    },
    v.Ground: {
        v.Ground.PUBLIC_OPINION: _("Watched by public opinion"),
        v.Ground.CHAIN_REACTION: _("May set off a chain reaction"),
        v.Ground.MASS_INCIDENT: _("May lead to a mass incident"),
    },
    v.Document: {
        v.Document.COMPLAINT: _("Copy of the complaint"),
        v.Document.RESPONSE_NOTICE: _("Notice to respond"),
        v.Document.EVIDENCE_NOTICE: _("Notice to produce evidence"),
        v.Document.SUMMONS: _("Summons"),
        v.Document.APPEARANCE_NOTICE: _("Notice of appearance"),
        v.Document.JUDGMENT: _("Judgment"),
        v.Document.RULING: _("Ruling"),
        v.Document.MEDIATION: _("Mediation statement"),
        v.Document.APPEAL: _("Copy of the appeal"),
        v.Document.RETRIAL_APPLICATION: _("Copy of the application for retrial"),
        v.Document.RECONSIDERATION_APPLICATION: _("Copy of the application for reconsideration"),
        v.Document.RECONSIDERATION_DECISION: _("Reconsideration decision"),
        v.Document.ARBITRATION_APPLICATION: _("Copy of the application for arbitration"),
        v.Document.AWARD: _("Arbitral award"),
        v.Document.ENFORCEMENT_NOTICE: _("Enforcement notice"),
    },
    v.Item: {
        v.Item.DEFENCE: _("Statement of defence"),
        v.Item.EVIDENCE: _("Evidence"),
        v.Item.LEGAL_BASIS: _("Legal basis"),
        v.Item.OTHER: _("Other material"),
    },
    v.ParticipantRole: {
        v.ParticipantRole.HEAD: _("Head of the agency"),
        v.ParticipantRole.STAFF: _("Responsible staff member"),
        v.ParticipantRole.LAWYER: _("Outside lawyer"),
    },
    v.Rank: {
        v.Rank.PRINCIPAL: _("Principal"),
        v.Rank.DEPUTY: _("Deputy"),
        v.Rank.DEPUTY_LEVEL: _("Deputy-level official"),
        v.Rank.IN_CHARGE: _("Official in charge"),
    },
    v.AbsenceGround: {
        v.AbsenceGround.FORCE_MAJEURE: _("Force majeure"),
        v.AbsenceGround.ACCIDENT: _("Accident"),
        v.AbsenceGround.IRREPLACEABLE_DUTY: _("Official duty that nobody else can perform"),
        v.AbsenceGround.OTHER: _("Other reason"),
    },
    v.Leaver: {
        v.Leaver.HEAD: _("The head left"),
        v.Leaver.PARTY: _("The whole party left"),
    },
    v.DecisionForm: {
        v.DecisionForm.JUDGMENT: _("Judgment"),
        v.DecisionForm.RULING: _("Ruling"),
        v.DecisionForm.MEDIATION: _("Mediation statement"),
        v.DecisionForm.DECISION: _("Reconsideration decision"),
        v.DecisionForm.AWARD: _("Arbitral award"),
    },
    v.Disposition: {
        v.Disposition.UPHELD: _("Upheld"),
        v.Disposition.REVERSED: _("Reversed"),
        v.Disposition.REMANDED: _("Remanded"),
        v.Disposition.APPEAL_WITHDRAWN: _("Appeal withdrawn"),
    },
    v.Outcome: {
        v.Outcome.CLAIM_DISMISSED: _("Claim dismissed"),
        v.Outcome.REVOKED: _("Act revoked"),
        v.Outcome.PARTLY_REVOKED: _("Act partly revoked"),
        v.Outcome.ORDERED_TO_REMAKE: _("Ordered to remake the act"),
        v.Outcome.ORDERED_TO_PERFORM: _("Ordered to perform its duty"),
        v.Outcome.ORDERED_TO_PAY: _("Ordered to pay"),
        v.Outcome.DECLARED_UNLAWFUL: _("Declared unlawful"),
        v.Outcome.DECLARED_VOID: _("Declared void"),
        v.Outcome.MODIFIED: _("Act modified"),
        v.Outcome.COMPENSATION_AWARDED: _("Compensation awarded"),
        v.Outcome.REMEDIAL_MEASURES: _("Remedial measures ordered"),
        v.Outcome.AGREEMENT_PERFORMANCE: _("Ordered to go on performing the agreement"),
        v.Outcome.INDEMNITY: _("Indemnity awarded"),
        v.Outcome.SUIT_DISMISSED: _("Suit dismissed"),
        v.Outcome.WITHDRAWAL_PERMITTED: _("Withdrawal of the suit permitted"),
        v.Outcome.TRANSFERRED: _("Transferred"),
        v.Outcome.TERMINATED: _("Proceedings terminated"),
        v.Outcome.MEDIATED: _("Closed by mediation"),
        v.Outcome.NOT_LOST_ELSEWHERE: _("This unit's act stands, another's fell"),
    },
    v.Party: {
        v.Party.UNIT: _("This unit"),
        v.Party.PLAINTIFF: _("Plaintiff"),
        v.Party.THIRD_PARTY: _("Third party"),
        v.Party.CO_RESPONDENT: _("Co-respondent"),
    },
    v.Refusal: {
        v.Refusal.ENFORCEMENT_NOTICE: _("Enforcement notice"),
        v.Refusal.FINE: _("Fine"),
        v.Refusal.PUBLIC_NOTICE: _("Public notice"),
        v.Refusal.DETENTION: _("Detention"),
        v.Refusal.WRITTEN_REFUSAL: _("Written refusal"),
        v.Refusal.SAME_ACT_REPEATED: _("Much the same act made again"),
    },
    v.RecommendationKind: {
        v.RecommendationKind.INDIVIDUAL: _("On one case"),
        v.RecommendationKind.NORMATIVE_DOCUMENT: _("On a normative document"),
        v.RecommendationKind.GENERAL: _("On general governance"),
        v.RecommendationKind.ENFORCEMENT: _("On enforcement"),
        v.RecommendationKind.PENALTY: _("On a penalty"),
    },
    v.FiledDuty: {
        v.FiledDuty.APPEARANCE_REGISTRATION: _("Appearance registration"),
        v.FiledDuty.DOCUMENT_FILING: _("Filing of served documents"),
        v.FiledDuty.APPEAL_REVIEW: _("Appeal review"),
        v.FiledDuty.LOSS_ANALYSIS: _("Loss analysis report"),
        v.FiledDuty.RISK_REPORT: _("Risk report"),
        v.FiledDuty.ARCHIVE_FILING: _("Archive filing"),
    },
    v.ConductSource: {
        v.ConductSource.COURT_RECORD: _("Court record"),
        v.ConductSource.SUPERVISION_FINDING: _("Finding of the supervision organ"),
        v.ConductSource.INSPECTION: _("Inspection"),
        v.ConductSource.COMPLAINT: _("Complaint or report"),
    },
    v.Recipient: {
        v.Recipient.COUNTY: _("County government"),
        v.Recipient.CITY: _("City government"),
    },
    DayKind: {
        DayKind.REST: _("Day of rest"),
        DayKind.WORK: _("Working day"),
    },
}


def choices(terms: type[StrEnum]) -> list[tuple[str, Promise]]:
    """The words of one vocabulary with their labels, in the order of the vocabulary."""
    labels = LABELS[terms]
    return [(term.value, labels[term]) for term in terms]
