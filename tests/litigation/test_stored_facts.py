"""Facts are stored under a version and read by it."""

import pytest
from msgspec.structs import replace

from litigation.stored_facts import VERSION, UnknownVersionError, decode, encode
from tests.litigation.records import BARE, FILINGS, FULL, HOLLOW, NONE


@pytest.mark.parametrize("case", [BARE, FULL, NONE, HOLLOW], ids=["bare", "full", "none", "hollow"])
def test_what_is_written_is_what_is_read(case):
    assert decode(VERSION, encode(case)) == case


def test_filings_are_rows_of_their_own():
    assert decode(VERSION, encode(replace(FULL, filings=FILINGS))).filings is None


def test_a_version_of_the_future_is_refused_in_words():
    with pytest.raises(UnknownVersionError, match="version 99"):
        decode(99, encode(FULL))
