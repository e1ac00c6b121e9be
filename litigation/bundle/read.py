"""Reading a bundle: text to facts, or everything that is wrong with it."""

from __future__ import annotations

from typing import Any

import msgspec

from litigation.bundle.checks import Known, check_flaws
from litigation.bundle.docket import one_spelling
from litigation.bundle.errors import BundleError, BundleErrors
from litigation.bundle.flaws import located
from litigation.bundle.shape import shape_flaws
from litigation.facts import CaseFacts, RegisterFacts
from litigation.yaml_core import YamlError, load

_NOTHING_KNOWN = Known()


def read(text: str | bytes, *, source: str, known: Known = _NOTHING_KNOWN) -> RegisterFacts:
    """The register that a litigation-bundle/1 holds, YAML or JSON, in the order of the document.

    ``source`` names it in messages; ``known`` are records of the register that it may refer to. Dockets of court cases
    come back with full-width brackets. Raises BundleErrors with every error of the document.
    """
    try:
        loaded = load(text, source)
    except YamlError as error:
        raise BundleErrors((_unreadable(error),), source=source) from None
    flaws = shape_flaws(loaded.data) + check_flaws(loaded.data, known)
    if flaws:
        raise BundleErrors(located(flaws, loaded), source=source)
    register = _converted(loaded.data)
    return msgspec.structs.replace(register, cases=tuple(map(_with_docket_in_one_spelling, register.cases)))


def _unreadable(error: YamlError) -> BundleError:
    problem = {"zh": error.zh, "en": error.message}
    return BundleError("", "unreadable", {"problem": problem, "line": error.line, "column": error.column})


def _converted(data: dict[str, Any]) -> RegisterFacts:
    try:
        return msgspec.convert(data, RegisterFacts)
    except msgspec.ValidationError:
        # To a schema 60.0 is a whole number, and some systems write their whole numbers so.
        return msgspec.convert(_whole_numbers(data), RegisterFacts)


def _whole_numbers(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _whole_numbers(child) for key, child in value.items()}
    if isinstance(value, list):
        return [_whole_numbers(child) for child in value]
    return int(value) if isinstance(value, float) else value


def _with_docket_in_one_spelling(case: CaseFacts) -> CaseFacts:
    if (
        case.docket is None
        or not case.is_court_case
        or (case.docket.startswith("（") and case.docket[5:6] == "）")
    ):
        return case
    return msgspec.structs.replace(case, docket=one_spelling(case.docket))
