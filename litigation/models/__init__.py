"""The record: units and people, disputes, the register's pages with all their rows, filings and registrations."""

from litigation.models.cases import CasePage
from litigation.models.conduct import Conduct
from litigation.models.decisions import Appeal, RefusalSign, Service, Suspension
from litigation.models.disputes import Dispute
from litigation.models.documents import Received, Submitted
from litigation.models.filings import Filing, FilingsKept, FilingSource
from litigation.models.hearings import Hearing, Participant
from litigation.models.kept import KeptForeverError
from litigation.models.numbering import RefCounter
from litigation.models.officials import Official
from litigation.models.parties import Plaintiff
from litigation.models.recommendations import Recommendation
from litigation.models.registered import RegisteredFacts
from litigation.models.registry import Registry, UnitPage
from litigation.models.settled import CalendarOverride, ReadingChoice
from litigation.models.units import Unit

__all__ = [
    "Appeal",
    "CalendarOverride",
    "CasePage",
    "Conduct",
    "Dispute",
    "Filing",
    "FilingSource",
    "FilingsKept",
    "Hearing",
    "KeptForeverError",
    "Official",
    "Participant",
    "Plaintiff",
    "ReadingChoice",
    "Received",
    "Recommendation",
    "RefCounter",
    "RefusalSign",
    "RegisteredFacts",
    "Registry",
    "Service",
    "Submitted",
    "Suspension",
    "Unit",
    "UnitPage",
]
