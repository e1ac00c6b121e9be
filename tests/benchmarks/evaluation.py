"""1. Evaluating all duties and all nine categories, against decoding the facts that are evaluated. No database.

Decoding makes many objects and does little else, so what Python's garbage collector takes is a large part of it, and the larger
the more cases there are. Both are told: as Python runs by itself, and with the collector paused on both sides.
"""

from __future__ import annotations

from msgspec.structs import replace

from accountability.collector import collector_paused
from accountability.evaluate import assess
from litigation.law.in_force import law_in_force
from litigation.stored_facts import VERSION, decode, encode
from tests.benchmarks.asked import Asked
from tests.benchmarks.pairs import Figure, Side, Target, must_agree, ratio
from tests.benchmarks.sample import last_day, sample, with_filings_of, without_filings

TARGET = Target(25)


def measure(asked: Asked) -> list[Figure]:
    asked.say(f"inventing {asked.cases} cases")
    register = sample(asked.cases)
    texts = [encode(case) for case in register.cases]
    as_of = last_day()

    def decoded() -> list[object]:
        return [decode(VERSION, text) for text in texts]

    asked.say("comparing what decoded facts give with what the facts give")
    read = decoded()
    must_agree(read, [without_filings(case) for case in register.cases], "facts, stored and read")
    again = with_filings_of(register, texts)
    assessed, expected = assess(again, law_in_force(), as_of), assess(register, law_in_force(), as_of)
    must_agree(assessed.cases, expected.cases, "results of the cases")
    must_agree(assessed.units, expected.units, "results of the units")
    found = sum(len(case.findings) for case in expected.cases)
    detail = {
        "cases": asked.cases,
        "characters": sum(map(len, texts)),
        "duties": sum(len(case.duties) for case in expected.cases),
        "findings": found,
    }
    del read, again, assessed, expected
    # The law is put together anew each time, as every assessment does.
    evaluate = Side(name="evaluate", run=lambda: assess(register, law_in_force(), as_of))
    decode_all = Side(name="decode", run=decoded)
    title = "Evaluating all duties and nine categories ÷ decoding the stored facts"
    rounds, say = asked.rounds, asked.say
    return [
        ratio(
            "evaluation", title, evaluate, decode_all, rounds=rounds, target=TARGET, say=say, detail=detail
        ),
        ratio(
            "evaluation-collector-paused",
            f"{title}, garbage collector paused",
            _paused(evaluate),
            _paused(decode_all),
            rounds=rounds,
            target=TARGET,
            say=say,
            detail=detail,
        ),
    ]


def _paused(side: Side) -> Side:
    """``side`` without Python's search for circles among objects, as a stored assessment runs."""

    def run() -> object:
        with collector_paused():
            return side.run()

    return replace(side, name=f"{side.name}, collector paused", run=run)
