"""The fixed cast of the tests: the units of a small county, and builders whose words are those of a bundle."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

import msgspec

from accountability.evaluate import Assessment, CaseResult, UnitResult, assess
from accountability.findings import Finding
from litigation.duties.duty import Duty
from litigation.facts import AnnualReport, CaseFacts, RegisterFacts, UnitFacts
from litigation.law.in_force import LawInForce, law_in_force
from litigation.vocabulary import UnitKind

Entry = dict[str, Any]

A_BUREAU = UnitFacts(code="AJ", name="县A局", kind=UnitKind.DEPARTMENT)
B_BUREAU = UnitFacts(code="BJ", name="县B局", kind=UnitKind.DEPARTMENT)
COUNTY = UnitFacts(code="XZF", name="县人民政府", kind=UnitKind.COUNTY_GOVERNMENT)
JUSTICE = UnitFacts(code="SFJ", name="县司法局", kind=UnitKind.JUSTICE_BUREAU)
TOWN = UnitFacts(code="JZ", name="甲镇人民政府", kind=UnitKind.TOWN)
SUBDISTRICT = UnitFacts(code="YB", name="乙街道办事处", kind=UnitKind.SUBDISTRICT)
ORGANISATION = UnitFacts(code="SBZX", name="县社会保险事业中心", kind=UnitKind.AUTHORISED_ORGANISATION)
UNITS = (A_BUREAU, B_BUREAU, COUNTY, JUSTICE, TOWN, SUBDISTRICT, ORGANISATION)

ANSWERS = ("defence", "evidence", "legal_basis")


def day(text: str) -> date:
    """``2020-09-22`` as a date."""
    return date.fromisoformat(text)


def case(
    ref: str = "C1", unit: str = "AJ", kind: str = "litigation", instance: str = "first", **facts: Any
) -> CaseFacts:
    """A case with the keys and texts of a bundle: ``case(received=[got("complaint", "2020-09-22")])``."""
    return msgspec.convert({"ref": ref, "unit": unit, "kind": kind, "instance": instance, **facts}, CaseFacts)


def reconsideration(ref: str = "C1", unit: str = "AJ", **facts: Any) -> CaseFacts:
    return case(ref, unit, "reconsideration", "none", **facts)


def got(document: str, on: str | None, **more: Any) -> Entry:
    """A served document."""
    return {"document": document, "on": on, **more}


def sent(on: str | None, *items: str) -> list[Entry]:
    """What went to the tribunal on one day; all three answers unless ``items`` says which."""
    return [{"item": item, "on": on} for item in items or ANSWERS]


def head(organ: str | None = "AJ", rank: str = "deputy", proof: bool | None = True) -> Entry:
    return {"role": "head", "rank": rank, "organ": organ, "proof": proof}


def staff(organ: str | None = "AJ", proof: bool | None = True) -> Entry:
    return {"role": "staff", "organ": organ, "proof": proof}


def lawyer() -> Entry:
    return {"role": "lawyer"}


def held(on: str, *people: Entry, summons_valid: bool | None = True, **more: Any) -> Entry:
    """A hearing with those who came; without anybody it is a hearing to which nobody came."""
    return {"on": on, "attendance": list(people), "summons_valid": summons_valid, **more}


def filed(duty: str, on: str | None, **more: Any) -> Entry:
    return {"duty": duty, "on": on, **more}


def filed_paper(document: str, on: str | None, received_on: str | None = None, **more: Any) -> Entry:
    return filed("document_filing", on, document=document, received_on=received_on, **more)


def served(unit: str | None, plaintiff: str | None = None) -> list[Entry]:
    """Service on both sides, on one day unless ``plaintiff`` names another."""
    return [{"party": "unit", "on": unit}, {"party": "plaintiff", "on": plaintiff or unit}]


def judged(on: str | None, *outcomes: str, **more: Any) -> Entry:
    """A judgment served on both sides on one day."""
    return {"form": "judgment", "outcomes": list(outcomes), "services": served(on), **more}


def ruled(on: str | None, *outcomes: str, **more: Any) -> Entry:
    """A ruling served on both sides on one day."""
    return {"form": "ruling", "outcomes": list(outcomes), "services": served(on), **more}


def recommended(received_on: str | None, kind: str = "individual", ref: str = "R1", **more: Any) -> Entry:
    return {"ref": ref, "kind": kind, "received_on": received_on, **more}


def report(unit: str, year: int, on: str | None, recipient: str | None = "county") -> AnnualReport:
    return msgspec.convert({"unit": unit, "year": year, "on": on, "recipient": recipient}, AnnualReport)


def register(
    *cases: CaseFacts, units: Sequence[UnitFacts] = UNITS, reports: Iterable[AnnualReport] | None = None
) -> RegisterFacts:
    """A register of the cast; without ``reports`` nobody has recorded the annual ones."""
    return RegisterFacts(
        units=tuple(units), cases=cases, annual_reports=None if reports is None else tuple(reports)
    )


@cache
def usual_law() -> LawInForce:
    """The law by its default readings, made once: it remembers what it was asked."""
    return law_in_force()


@cache
def taking(**readings: str) -> LawInForce:
    """The law with readings chosen: ``taking(AMB_01="working")``."""
    return law_in_force(chosen={key.replace("_", "-"): value for key, value in readings.items()})


@cache
def trying(key: str, *values: str) -> LawInForce:
    """The law with only these alternatives of one reading enabled."""
    nothing: dict[str, frozenset[str]] = {other: frozenset() for other in usual_law().law.readings}
    return law_in_force(enabled={**nothing, key: frozenset(values)})


def assessed(*cases: CaseFacts, as_of: str, law: LawInForce | None = None) -> Assessment:
    """The cases assessed with every test kept, clear ones too."""
    return assess(register(*cases), law or usual_law(), day(as_of), thorough=True)


def result(
    *cases: CaseFacts, as_of: str, law: LawInForce | None = None, ref: str | None = None
) -> CaseResult:
    """The result of one case: of ``ref``, else of the first one given."""
    wanted = ref or cases[0].ref
    return next(found for found in assessed(*cases, as_of=as_of, law=law).cases if found.ref == wanted)


def unit_result(
    unit: str,
    *cases: CaseFacts,
    as_of: str,
    reports: Iterable[AnnualReport] | None = None,
    law: LawInForce | None = None,
) -> UnitResult:
    """The unit's own result with its annual reports."""
    assessment = assess(register(*cases, reports=reports), law or usual_law(), day(as_of), thorough=True)
    return next(found for found in assessment.units if found.code == unit)


def duties(found: CaseResult | UnitResult, code: str) -> list[Duty]:
    return [duty for duty in found.duties if duty.code == code]


def the_duty(found: CaseResult | UnitResult, code: str) -> Duty:
    """The only duty with this code."""
    (duty,) = duties(found, code)
    return duty


def outcomes(found: CaseResult | UnitResult, code: str) -> list[str]:
    """What the tests with this code (``4``, ``7d``) said, clear ones too."""
    return [str(finding.outcome) for finding in found.tested if finding.code == code]


def findings(found: CaseResult | UnitResult, code: str) -> list[Finding]:
    """The findings with this code that are not clear."""
    return [finding for finding in found.findings if finding.code == code]


def the_finding(found: CaseResult | UnitResult, code: str) -> Finding:
    """The only finding with this code that is not clear."""
    (finding,) = findings(found, code)
    return finding
