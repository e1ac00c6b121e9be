"""What later stages may listen to. Each is sent inside the transaction that writes.

So what a listener writes is committed or taken back together with the record. Sets of primary keys, because an import
brings thousands at once.
"""

from __future__ import annotations

from django.dispatch import Signal

#: Facts of cases were registered. Sends ``registrations``: a mapping from each case to its RegisteredFacts.
cases_registered = Signal()

#: Acts towards the justice bureau arrived, or the register began to keep them. Sends ``cases``, ``units`` (whose annual
#: reports) and ``filings``.
filings_recorded = Signal()

#: A unit came into the register or became one of another kind. Sends ``unit`` and ``is_new``.
unit_changed = Signal()

#: The office settled what a day is, or picked a reading. Sends nothing else: what differs is seen in the law itself.
law_changed = Signal()
