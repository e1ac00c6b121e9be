"""What later stages may listen to. Both are sent after the commit of the transaction that wrote the rows."""

from __future__ import annotations

from django.dispatch import Signal

#: A case's facts were registered. Sends ``case_id`` and ``registration_id`` (a RegisteredFacts).
case_registered = Signal()

#: An act towards the justice bureau arrived. Sends ``filing_id`` and ``case_id`` (None for an annual report).
filing_received = Signal()
