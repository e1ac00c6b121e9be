"""Revisions and registrations that earlier versions of this program wrote are read by today's as they were meant.

The files in golden/ are named after the last migration of `litigation` at their time. They are written by
`python -m tests.litigation.golden.write` (see there) and never changed: if a test fails here, the reader is wrong.
"""

import json
from pathlib import Path

import pytest

from litigation.extract import facts_of
from litigation.models import CasePage, Dispute, Unit
from litigation.stored_facts import decode
from tests.litigation.records import BARE, DISPUTE, FULL, HOLLOW, NONE, TRANSPORT, without_identities

MEANT = {case.ref: case for case in (BARE, FULL, NONE, HOLLOW)}
KEPT = [
    pytest.param(case, id=f"{path.stem}-{case['ref']}")
    for path in sorted((Path(__file__).parent / "golden").glob("*.json"))
    for case in json.loads(path.read_text(encoding="utf-8"))
]


def test_there_is_something_to_read():
    assert len(KEPT) >= len(MEANT)


@pytest.mark.parametrize("kept", KEPT)
def test_stored_facts_are_read_as_they_were_meant(kept):
    facts = decode(kept["schema_version"], kept["encoded"])
    assert without_identities(facts) == MEANT[kept["ref"]]


@pytest.mark.django_db
@pytest.mark.parametrize("kept", KEPT)
def test_a_revision_says_what_was_registered_from_it(kept):
    page = CasePage.from_serializable_data(kept["revision"])
    page.unit = Unit(code=TRANSPORT.code)
    page.dispute = Dispute(ref=DISPUTE.ref) if page.dispute_id else None
    assert facts_of(page) == decode(kept["schema_version"], kept["encoded"])
