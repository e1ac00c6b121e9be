"""Bundles of every kind, built by hypothesis from the schema itself: each key may be there, each code may come up."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from litigation.bundle.schema import Node, bundle_schema, something

COURT_KINDS = ("litigation", "compensation", "public_interest")
ENDING = ("judgment", "ruling", "mediation", "reconsideration_decision", "award", "enforcement_notice")
# Texts that one reader or another takes for something else, and letters that need care.
AWKWARD = st.sampled_from(
    (
        *(
            "yes",
            "on",
            "No",
            "null",
            "~",
            "true",
            "1e3",
            "0x1F",
            "1_000",
            "1:30",
            "2021-02-28",
            "- a",
            "a: b",
            "a #b",
        ),
        *(
            "'",
            '"',
            "\\",
            "{a}",
            "[a]",
            "a,b",
            "*a",
            "&a",
            "!a",
            "|",
            ">",
            "%a",
            "@a",
            "`a`",
            "=",
            "<<",
            "?",
            "-",
            "...",
        ),
        *(
            " a",
            "a ",
            "a  b",
            "\n",
            "a\nb",
            "a\r\nb",
            "\t",
            "\x85",
            "\u2028",
            "\ufeff",
            "\x01",
            "\x7f",
            "\ufffe",
            "𠮷",
            "😀",
        ),
    )
)
TEXTS = AWKWARD | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=10)
REFS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,5}", fullmatch=True)


def documents() -> st.SearchStrategy[dict[str, Any]]:
    """Whole bundles as plain documents, valid in every respect."""
    return st.builds(_coherent, _values(bundle_schema()))


def records(node: Node) -> st.SearchStrategy[Any]:
    """Values that the schema ``node`` accepts."""
    return _values(node)


def _values(node: Node) -> st.SearchStrategy[Any]:
    inner = something(node)
    if inner is not node:
        return st.none() | _values(inner)
    if "const" in node:
        return st.just(node["const"])
    if "enum" in node:
        return st.sampled_from(node["enum"])
    if node.get("format") == "date":
        return st.dates(date(1990, 1, 1), date(2090, 12, 31)).map(date.isoformat)
    if "pattern" in node:
        return REFS
    types = node["type"] if isinstance(node["type"], list) else [node["type"]]
    return st.one_of(*(_of_type(name, node) for name in types))


def _of_type(name: str, node: Node) -> st.SearchStrategy[Any]:
    if name == "object":
        required = set(node.get("required", ()))
        children = {key: _values(child) for key, child in node["properties"].items()}
        return st.fixed_dictionaries(
            {key: child for key, child in children.items() if key in required},
            optional={key: child for key, child in children.items() if key not in required},
        )
    if name == "array":
        return st.lists(_values(node["items"]), max_size=3, unique=node.get("uniqueItems", False))
    if name == "integer":
        return st.integers(node["minimum"], node.get("maximum", 1000))
    if name == "string":
        return TEXTS.filter(bool) if node.get("minLength") else TEXTS
    return {"null": st.none(), "boolean": st.booleans()}[name]


def _coherent(document: dict[str, Any]) -> dict[str, Any]:
    """The document with references that lead somewhere, refs that differ, and days that agree."""
    units = document.setdefault("units", [])
    units.append({"code": "U", "name": "县甲局", "kind": "department"})
    _number(units, "code")
    _number(document.get("disputes", []), "ref")
    cases = document.get("cases", [])
    _number(cases, "ref")
    disputes = [dispute["ref"] for dispute in document.get("disputes", [])] or [None]
    for index, case in enumerate(cases):
        _lead_somewhere(case, "unit", [unit["code"] for unit in units])
        others = [unit["code"] for unit in units if unit["code"] != case["unit"]]
        _lead_somewhere(case, "represented_by", others or [None])
        if (case["kind"] in COURT_KINDS) == (case["instance"] == "none"):
            case["instance"] = "second" if case["kind"] in COURT_KINDS else "none"
        _lead_somewhere(case, "dispute", disputes)
        _lead_somewhere(case, "follows", [before["ref"] for before in cases[:index]] or [None])
        if case.get("handling_units"):
            case["handling_units"] = [unit["code"] for unit in units[: len(case["handling_units"])]]
        _agree(case, [unit["code"] for unit in units])
    for report in document.get("annual_reports", []):
        _lead_somewhere(report, "unit", [unit["code"] for unit in units])
    return document


def _number(rows: list[dict[str, Any]], key: str) -> None:
    for index, row in enumerate(rows):
        row[key] = f"{row[key]}.{index}"


def _lead_somewhere(row: dict[str, Any], key: str, targets: list[str | None]) -> None:
    if row.get(key) is not None:
        row[key] = targets[sum(map(ord, row[key])) % len(targets)]


def _agree(case: dict[str, Any], units: list[str]) -> None:
    if case["kind"] in COURT_KINDS and case.get("docket") is not None:
        dockets = (
            "（2021）鲁0831行初12号",
            "(2024)鲁08行赔终3号",
            "（2022)最高法行再1号之二",
            "(2023）鲁执7号之12",
        )
        case["docket"] = dockets[len(case["docket"]) % len(dockets)]
    _number(case.get("recommendations", []), "ref")
    served = [
        row["on"] for row in case.get("received", []) if row.get("on") and row["document"] not in ENDING
    ]
    for hearing in case.get("hearings", []):
        hearing["on"] = max([hearing["on"], *served])
        for participant in hearing.get("attendance") or []:
            _lead_somewhere(participant, "organ", units)
    for filing in case.get("filings", []):
        if filing["duty"] == "risk_report" and filing.get("on") and case.get("sensitive"):
            case["sensitive"]["reported_on"] = filing["on"]
    decision = case.get("decision") or {}
    if decision.get("effective_on"):
        decision["note"] = (decision.get("note") or "").strip() or "生效证明"
    performance = decision.get("performance") or {}
    if performance.get("within_days") and performance.get("due_on"):
        performance["due_on"] = None
