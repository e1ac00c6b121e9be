"""10,000 cases are made, written, read and compared within the patience of one person (in seconds of the processor)."""

from time import process_time

import pytest

from litigation.bundle import normalise, read, to_json, to_yaml
from litigation.bundle.generate import generate


@pytest.mark.benchmark
def test_10_000_cases_are_generated_written_and_read_in_reasonable_time():
    started = process_time()
    register = generate(10_000, 1)
    generated = process_time()
    text = to_yaml(register)
    written = process_time()
    again = read(text, source="10,000 cases")
    read_as_yaml = process_time()
    from_json = read(to_json(register), source="10,000 cases")
    read_as_json = process_time()
    assert normalise(again) == normalise(register) == normalise(from_json)
    assert generated - started < 20
    assert written - generated < 20
    assert read_as_yaml - written < 30
    assert read_as_json - read_as_yaml < 30
