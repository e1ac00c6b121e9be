"""What is kept of traces and derivations is read back equal, replays alike and reads alike."""

from __future__ import annotations

from datetime import date

import pytest

from accountability.evaluate import Assessment, assess
from accountability.outcomes import Result
from accountability.stored_traces import (
    UnknownTraceVersionError,
    decode_nodes,
    decode_notes,
    decode_trace,
    encode_nodes,
    encode_notes,
    encode_trace,
)
from accountability.trace import Step, Trace, replay
from litigation.bundle.generate import generate
from litigation.law.in_force import law_in_force
from litigation.law.sentences import Node


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return assess(generate(150, 21), law_in_force(), date(2026, 10, 31), thorough=True)


def test_every_trace_of_a_county_is_read_back_equal(assessment: Assessment) -> None:
    traces = [finding.trace for case in assessment.cases for finding in case.tested]
    assert len(traces) > 500
    for trace in traces:
        kept = decode_trace(encode_trace(trace))
        assert kept == trace
        assert replay(kept) is replay(trace)


def test_every_derivation_and_note_of_a_county_is_read_back_equal(assessment: Assessment) -> None:
    for case in assessment.cases:
        assert decode_notes(encode_notes(case.notes)) == case.notes
        for duty in case.duties:
            assert decode_nodes(encode_nodes(duty.derivation)) == duty.derivation


def test_a_text_that_looks_like_a_day_stays_a_text() -> None:
    nodes = (
        Node(
            "key", {"text": "2021-03-01", "day": date(2021, 3, 1), "none": None, "truth": True, "number": 1}
        ),
    )
    kept = decode_nodes(encode_nodes(nodes))
    assert kept == nodes
    assert [type(value) for value in kept[0].params.values()] == [str, date, type(None), bool, int]


def test_a_trace_of_a_newer_program_is_refused_by_name() -> None:
    trace = Trace((Step("key", "always", (), {}, Result.LEAD, True),))
    newer = encode_trace(trace).replace('"v":1', '"v":2')
    with pytest.raises(UnknownTraceVersionError, match="version 2"):
        decode_trace(newer)
