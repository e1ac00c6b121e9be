"""Cases of three units, each with words of its own by which a leak would be seen, and where each screen of them is."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup
from django.urls import reverse

from litigation.facts import CaseFacts
from tests.accountability.records import filed_late, lawyers_only, unfiled, with_staff
from tests.cast import judged, report, ruled

#: Of A: a breach in three cases, a lead beside it in one; a draftless, quiet one; a judgment.
A1: CaseFacts = lawyers_only(
    "A1", docket="（2021）鲁0831行初101号", cause="行政处罚", plaintiffs=[{"name": "张甲", "kind": "person"}]
)
A2: CaseFacts = with_staff("A2", docket="（2021）鲁0831行初102号", cause="行政许可")
A3: CaseFacts = filed_late("A3", on="2021-03-02", docket="（2021）鲁0831行初103号", cause="行政登记")
#: Of B: the same tests fail, in words that occur nowhere else.
B1: CaseFacts = lawyers_only(
    "B1",
    "BJ",
    docket="（2021）鲁0831行初909号",
    cause="行政拘留",
    tribunal="外单位法院",
    plaintiffs=[{"name": "外单位原告", "kind": "person"}],
    decision=judged("2021-04-20", "revoked"),
)
#: Of the town.
C1: CaseFacts = unfiled(
    "C1",
    "JZ",
    docket="（2021）鲁0831行初555号",
    cause="行政征收",
    decision=ruled("2021-05-10", "suit_dismissed"),
)
CASES = (A1, A2, A3, B1, C1)
REPORTS = [report("AJ", 2020, "2021-01-04"), report("BJ", 2020, "2021-01-20")]

#: Nothing of these may reach somebody who reads about A only.
OF_OTHERS = ("县B局", "BJ", "B1", "909号", "行政拘留", "外单位", "甲镇", "JZ", "C1", "555号", "行政征收")
OF_A = ("县A局", "101号", "行政处罚")


def screen(name: str, *args: str, **query: Any) -> str:
    """The address of a screen: ``screen("findings", unit="AJ")``."""
    return reverse(f"supervision:{name}", args=args, query=query or None)


def main_of(html: bytes | str) -> Any:
    """The part of a screen that is ours; a fragment is all ours."""
    page = BeautifulSoup(html, "html.parser")
    return page.find("main") or page


def words_of(html: bytes | str) -> str:
    """What a person reads in it, with the titles and labels, on one line."""
    main = main_of(html)
    for hidden in main(["script", "style", "template"]):
        hidden.decompose()
    said = [main.get_text(" ", strip=True)]
    said += [
        element[name]
        for name in ("title", "aria-label", "placeholder")
        for element in main.select(f"[{name}]")
    ]
    return " ".join(" ".join(said).split())


def rows_of(html: bytes | str) -> list[list[str]]:
    """The cells of the list, row by row."""
    return [
        [cell.get_text(" ", strip=True) for cell in row("td")]
        for row in main_of(html).select("table.listing tbody tr")
    ]
