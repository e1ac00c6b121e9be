"""N6.4: answers not handed in within the statutory limit (B.4; rulings.md 16)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cast import case, findings, got, outcomes, result, ruled, sent, trying

COMPLAINT = got("complaint", "2020-09-22")


def said(*, as_of: str = "2021-06-30", **facts: Any) -> list[str]:
    return outcomes(result(case(**{"received": [COMPLAINT], **facts}), as_of=as_of), "4")


def test_late_is_a_breach_for_each_item_by_itself() -> None:
    assert said(submitted=sent("2020-10-12")) == ["breach"] * 3
    assert sorted(
        said(submitted=[*sent("2020-10-09", "defence"), *sent("2020-10-12", "evidence", "legal_basis")])
    ) == [
        "breach",
        "breach",
        "clear",
    ]


def test_in_time_is_clear() -> None:
    assert said(submitted=sent("2020-10-09")) == ["clear"] * 3


def test_never_is_a_breach_once_the_limit_has_passed() -> None:
    assert said(submitted=[], as_of="2020-10-09") == ["clear"] * 3
    assert said(submitted=[], as_of="2020-10-10") == ["breach"] * 3


def test_a_late_answer_depends_on_no_reading_of_days() -> None:
    """Statutory limits have one reading: AMB-01 to AMB-03 are about the notice's own."""
    for key, value in (("AMB-01", "working"), ("AMB-03", "no_roll"), ("AMB-02", "included")):
        found = result(
            case(received=[COMPLAINT], submitted=sent("2020-10-10")),
            as_of="2021-06-30",
            law=trying(key, value),
        )
        assert outcomes(found, "4") == ["breach"] * 3


def test_an_undetermined_answer_names_what_is_missing() -> None:
    found = result(case(received=[COMPLAINT]), as_of="2021-06-30")
    assert outcomes(found, "4") == ["undetermined"] * 3
    assert {finding.missing for finding in findings(found, "4")} == {("submitted",)}


def test_a_lapsed_answer_is_clear() -> None:
    assert said(submitted=[], decision=ruled("2020-09-30", "withdrawal_permitted")) == ["clear"] * 3


def test_without_a_limit_that_has_started_it_does_not_apply() -> None:
    assert str(result(case(received=[]), as_of="2021-06-30").categories[4]) == "not_applicable"
    early = result(case(received=[COMPLAINT], submitted=[]), as_of="2020-09-21")
    assert str(early.categories[4]) == "not_applicable"
    assert (
        str(result(case(received=[got("summons", "2020-09-22")]), as_of="2021-06-30").categories[4])
        == "not_applicable"
    )


def test_amb_25_turns_a_late_reply_that_the_new_law_would_allow() -> None:
    """SC-14e: received in 2023, accepted in 2024 by the record: ten working days under the new law."""
    facts = case(
        kind="reconsideration",
        instance="none",
        received=[got("reconsideration_application", "2023-12-29")],
        submitted=sent("2024-01-10"),
        accepted_on="2024-01-02",
    )
    found = result(facts, as_of="2024-06-30")
    assert outcomes(found, "4") == ["reading_dependent"] * 3
    unrecorded = case(
        kind="reconsideration",
        instance="none",
        received=[got("reconsideration_application", "2023-12-29")],
        submitted=sent("2024-01-10"),
    )
    assert outcomes(result(unrecorded, as_of="2024-06-30"), "4") == ["breach"] * 3


@pytest.mark.parametrize(
    ("rule_paper", "authority"),
    [("complaint", "行政诉讼法第六十七条第一款"), ("appeal", "法释〔2018〕1号第一百零八条第二款")],
)
def test_a_finding_cites_the_clause_the_row_and_the_article_of_its_limit_and_no_other_procedure(
    rule_paper: str, authority: str
) -> None:
    found = result(case(received=[got(rule_paper, "2020-09-22")], submitted=[]), as_of="2021-06-30")
    cited = findings(found, "4")[0].authority
    assert cited[:2] == ("N6.4", "N3.2")
    assert cited[2].startswith("S-")
    assert authority in cited
    assert not [source for source in cited if "复议" in source or "仲裁" in source]
