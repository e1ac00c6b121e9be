"""What was found: the current results of cases and units, their duties, and every state of every finding."""

from accountability.models.applied_law import AppliedLaw
from accountability.models.assessments import CaseAssessment, UnitAssessment
from accountability.models.duties import StoredDuty
from accountability.models.findings import FindingState, StoredFinding
from accountability.models.judged import JudgedFiling, JudgedRecord, JudgedRegistration
from accountability.models.pending import PendingTest

__all__ = [
    "AppliedLaw",
    "CaseAssessment",
    "FindingState",
    "JudgedFiling",
    "JudgedRecord",
    "JudgedRegistration",
    "PendingTest",
    "StoredDuty",
    "StoredFinding",
    "UnitAssessment",
]
