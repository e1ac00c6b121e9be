"""What an explanation says is true of the facts at hand, in both languages, and says what would change it."""

from __future__ import annotations

from typing import Any

import pytest

from accountability.evaluate import assess
from accountability.explanations import explain, explain_duty, explain_note, sentences
from accountability.findings import Finding
from accountability.trace import FLIP
from litigation.bundle.generate import generate
from litigation.facts import CaseFacts
from litigation.law.loader import load_law
from litigation.law.sources import names_of_sources
from tests.cast import (
    case,
    day,
    filed_paper,
    findings,
    got,
    head,
    held,
    judged,
    lawyer,
    recommended,
    result,
    ruled,
    sent,
    staff,
    the_duty,
    the_finding,
    trying,
    usual_law,
)

ON, LATER = "2021-03-25", "2021-12-31"


def about(code: str, facts: CaseFacts, as_of: str = LATER) -> tuple[str, str]:
    """The first finding with this code, clear or not, in both languages."""
    found = next(finding for finding in result(facts, as_of=as_of).tested if finding.code == code)
    return explain(found, "zh"), explain(found, "en")


def at_hearing(*people: Any, **more: Any) -> CaseFacts:
    facts = {key: more.pop(key) for key in ("represented_by", "dispute") if key in more}
    return case(hearings=[held(ON, *people, **more)], **facts)


# The arithmetic.


def test_a_late_answer_shows_what_was_counted_and_what_would_change_it() -> None:
    facts = case(received=[got("complaint", "2020-09-22")], submitted=sent("2020-10-10", "defence"))
    finding = next(each for each in findings(result(facts, as_of=LATER), "4") if each.duty == "defence")
    zh, en = explain(finding, "zh"), explain(finding, "en")
    for part in (
        "2020-09-22",
        "15日",
        "10-07",
        "遇国庆节顺延至10-09",
        "2020-10-10",
        "逾期1日",
        "S-01",
        "行政诉讼法第六十七条第一款",
    ):
        assert part in zh, part
    for part in (
        "2020-09-22",
        "15 days",
        "10-07",
        "rolled past National Day to 10-09",
        "2020-10-10",
        "late by 1 day",
    ):
        assert part in en, part
    assert "结果将改变" in zh
    assert "would change this" in en


def test_every_finding_ends_as_a_lead_and_never_as_a_penalty() -> None:
    """facts.md §0.3(1)."""
    facts = case(received=[got("complaint", "2020-09-22")], submitted=[], filings=[], hearings=[held(ON)])
    for finding in result(facts, as_of=LATER).findings:
        zh = explain(finding, "zh")
        assert "线索" in zh
        assert "不是处理决定" in zh
        assert "处分" not in zh.partition("依据")[0]


def test_clear_and_undetermined_results_are_no_leads() -> None:
    zh, en = about("3", at_hearing(head(), staff()))
    assert "不是处理决定" not in zh
    assert "lead" not in en.lower()
    zh, _ = about("3", case(hearings=[{"on": ON, "summons_valid": True}]))
    assert "不是处理决定" not in zh


def test_a_reading_dependent_result_names_key_and_reading() -> None:
    facts = case(received=[got("complaint", "2020-11-20")], filings=[filed_paper("complaint", "2020-11-24")])
    zh, en = about("7d", facts)
    assert "AMB-01" in zh
    assert "日”按工作日计算" in zh or "工作日" in zh
    assert "AMB-01" in en
    assert "working days" in en


def test_every_reading_that_a_person_can_choose_or_enable_has_words() -> None:
    tokens = [
        f"{key}.{value.value}"
        for key, reading in load_law().readings.items()
        for value in reading.values
        if reading.computable
    ]
    assert [
        token for token in tokens if token in {sentences().term(token, "zh"), sentences().term(token, "en")}
    ] == []


def test_a_reading_enabled_by_hand_is_named_in_words_and_not_by_its_token() -> None:
    facts = case(received=[got("appeal", "2021-03-01")], instance="second", submitted=[])
    finding = the_finding(result(facts, as_of=LATER, law=trying("AMB-22", "first_instance_only")), "4")
    assert finding.trace.steps[-1].key == FLIP
    assert "first_instance_only" not in explain(finding, "zh") + explain(finding, "en")


# Lapsed.


@pytest.mark.parametrize(("on", "before"), [("2020-09-30", True), ("2020-10-09", False)])
def test_a_case_that_ended_on_the_last_day_itself_did_not_end_before_it(on: str, before: bool) -> None:
    facts = case(
        received=[got("complaint", "2020-09-22")], submitted=[], decision=ruled(on, "withdrawal_permitted")
    )
    zh = explain_duty(the_duty(result(facts, as_of=LATER), "defence"), "zh")
    assert ("早于期满日" in zh) is before


def test_an_own_appeal_on_an_unknown_day_is_not_said_not_to_exist() -> None:
    facts = case(decision=judged("2021-04-20", "revoked", appeals=[{"by": "unit", "on": None}]))
    duty = the_duty(result(facts, as_of=LATER), "appeal")
    assert "未上诉" not in explain_duty(duty, "zh")
    assert "unused" not in explain_duty(duty, "en")


# Who came.


@pytest.mark.parametrize(
    "facts",
    [
        case(hearings=[{"on": ON, "summons_valid": True}]),
        at_hearing(head(proof=None)),
        at_hearing(head(organ=None), lawyer()),
    ],
)
@pytest.mark.parametrize("code", ["3", "9"])
def test_where_it_is_not_known_whether_a_head_came_no_sentence_says_that_none_did(
    code: str, facts: CaseFacts
) -> None:
    for finding in result(facts, as_of=LATER).tested:
        if finding.code == code:
            assert "没有符合条件的负责人到庭" not in explain(finding, "zh")
            assert "No qualified head appeared" not in explain(finding, "en")


@pytest.mark.parametrize("person", [staff(proof=None), staff(organ=None)])
def test_where_it_is_not_known_whether_staff_came_no_sentence_says_that_none_did(person: Any) -> None:
    zh, en = about("3", at_hearing(person))
    assert "没有相应的工作人员到庭" not in zh
    assert "No responsible staff appeared" not in en


def test_where_the_court_has_not_decided_on_a_reason_no_sentence_says_that_it_refused_it() -> None:
    zh, en = about("9", at_hearing(staff(), absence={"ground": "irreplaceable_duty", "formal": True}))
    assert "没有法院认可的正当理由" not in zh
    assert "No reason accepted by the court" not in en


def test_a_head_who_came_without_proof_is_not_said_to_have_stayed_away() -> None:
    """Art 6: treated as not attended; but he was there."""
    zh, en = about("9", at_hearing(head(proof=False), staff()))
    assert "未出庭" not in zh.partition("依据")[0]
    assert "stayed away" not in en


@pytest.mark.parametrize("organ", ["XZF", "BJ", "SFJ"])
def test_a_head_of_another_organ_is_not_called_one_of_a_lower_organ_unless_that_is_known(organ: str) -> None:
    """The record says which organ, not which one stands below which; a county leader surely does not stand below a bureau."""
    zh, en = about("9", at_hearing(head(organ), staff()))
    assert "是下级机关" not in zh
    assert "belongs to a lower" not in en


def test_a_defective_summons_is_not_said_to_excuse_an_absence_where_somebody_came() -> None:
    zh, en = about("2", at_hearing(staff(), summons_valid=False))
    assert "excuses the absence" not in en
    assert "不以无正当理由拒不到庭论" not in zh


def test_lawyers_only_is_said_where_only_lawyers_came() -> None:
    zh, en = about("3", at_hearing(lawyer(), lawyer()))
    assert "律师" in zh
    assert "lawyers" in en
    zh, en = about("3", at_hearing())
    assert "律师" not in zh.partition("依据")[0]
    assert "Nobody came" in en


def test_a_reason_accepted_for_the_head_is_mentioned_only_where_there_was_one() -> None:
    without, _ = about("3", at_hearing(lawyer()))
    assert "法院认可的理由" not in without
    accepted = {"ground": "irreplaceable_duty", "formal": True, "accepted": True}
    with_one, _ = about("3", at_hearing(lawyer(), absence=accepted))
    assert "只免除负责人" in with_one


def test_the_other_respondent_s_head_is_not_said_to_have_come_where_nobody_did() -> None:
    """Art 3 on file satisfies the duty (B.3); whether that head came stands in the other case."""
    other = case("C2", unit="BJ", dispute="D1", hearings=[held(ON)])
    facts = at_hearing(lawyer(), represented_by="BJ", dispute="D1")
    found = next(each for each in result(facts, other, as_of=LATER).tested if each.code == "3")
    assert "appeared for both" not in explain(found, "en")


# Conduct.


@pytest.mark.parametrize(
    ("source", "zh", "en"),
    [
        ("court_record", "法院记录", "court record"),
        ("supervision_finding", "监察认定", "supervision finding"),
        ("inspection", "检查", "inspection"),
        ("complaint", "投诉举报", "complaint"),
    ],
)
def test_a_source_of_conduct_is_called_what_it_is(source: str, zh: str, en: str) -> None:
    row = {"category": 1, "on": ON, "facts": "会议纪要要求暂缓立案", "source": source}
    chinese, english = about("1", case(conduct=[row]))
    assert f"来源：{zh}" in chinese
    assert f"source: {en}" in english
    assert "起诉状" not in chinese


def test_conduct_with_nothing_but_its_category_says_that_the_rest_is_not_recorded() -> None:
    zh, en = about("8", case(conduct=[{"category": 8}]))
    assert "未记载" in zh
    assert "not recorded" in en
    assert "None" not in zh + en


# Notes.


def notes(facts: CaseFacts) -> list[tuple[str, str]]:
    return [(explain_note(note, "zh"), explain_note(note, "en")) for note in result(facts, as_of=LATER).notes]


def test_a_note_about_an_appeal_copy_calls_it_a_copy_of_the_appeal() -> None:
    ((zh, _),) = notes(case(received=[got("appeal", "2021-03-01")], submitted=[], filings=[]))
    assert "上诉状副本" in zh
    assert "AMB-10" in zh


def test_a_note_about_an_outcome_names_it() -> None:
    ((zh, en),) = notes(case(decision=judged("2021-03-01", "indemnity"), filings=[]))
    assert "补偿" in zh
    assert "AMB-18" in zh
    assert "indemnity" in en


def test_undetermined_names_the_missing_fact_in_words() -> None:
    zh, en = about("4", case(received=[got("complaint", "2020-09-22")]))
    assert "向法院（复议、仲裁机构）提交材料的记录" in zh
    assert "what was handed to the tribunal" in en


def test_every_fact_that_can_be_missing_is_worded() -> None:
    facts = case(
        received=[got("complaint", None), got("summons", "2021-01-04")],
        submitted=sent(None),
        filings=[filed_paper("summons", None), filed_paper("summons", None, returned=True)],
        recommendations=[recommended(None, reply_within_days=30)],
        hearings=[held(ON, head(proof=None), staff(organ=None))],
        decision={"form": "judgment", "services": [{"party": "plaintiff", "on": None}], "performance": {}},
    )
    missing = {fact for finding in result(facts, as_of=LATER).findings for fact in finding.missing}
    assert len(missing) >= 6
    for finding in result(facts, as_of=LATER).findings:
        for fact in finding.missing:
            assert fact not in explain(finding, "zh"), fact
            assert fact not in explain(finding, "en"), fact


# Sources of a finding.


def cited(finding: Finding) -> str:
    return explain(finding, "zh").partition("依据：")[2]


def test_the_sources_of_a_finding_stand_in_its_explanation() -> None:
    facts = case(received=[got("complaint", "2020-09-22")], submitted=[])
    for finding in findings(result(facts, as_of=LATER), "4"):
        assert all(name in cited(finding) for name in names_of_sources(finding.authority, "zh"))


@pytest.mark.parametrize(("unit", "word"), [("XZF", "直接适用"), ("AJ", "参照"), ("SBZX", "参照")])
def test_a_result_says_whether_the_notice_applies_directly(unit: str, word: str) -> None:
    """rulings.md 24; scope clause."""
    facts = case(unit=unit, received=[got("response_notice", "2021-03-01")], filings=[])
    assert word in cited(the_finding(result(facts, as_of=LATER), "7a"))


# What would change it.

#: Their own sentence says what to record, or under which reading the result is another one.
SAY_IT_THEMSELVES = {"timely.unknown", "reading.flips"}


def test_every_result_that_is_not_clear_says_what_would_change_it() -> None:
    seen = set()
    worded = sentences().keys()
    for seed in (1, 2):
        found = assess(generate(700, seed), usual_law(), day("2026-06-30"))
        for owner in (*found.cases, *found.units):
            for finding in owner.findings:
                steps = {step.key for step in finding.trace.steps if step.holds}
                said = {key for key in steps if f"{key}.change" in worded} | (steps & SAY_IT_THEMSELVES)
                assert said, (finding.code, steps)
                seen |= steps
    assert len(seen) > 25


def test_a_late_answer_speaks_of_papers_and_the_last_day_itself_is_in_time() -> None:
    facts = case(received=[got("complaint", "2020-09-22")], submitted=sent("2020-10-10"))
    texts = [explain(finding, "zh") for finding in findings(result(facts, as_of="2021-06-30"), "4")]
    assert len(texts) == 3
    for text in texts:
        assert "如有不晚于2020-10-09提交" in text
        assert "之前" not in text
        assert "完成" not in text
    assert any("规范性文件依据逾期，触发。" in text for text in texts)


def test_a_paper_that_is_not_on_record_is_not_said_to_be_unfinished() -> None:
    facts = case(received=[got("complaint", "2020-09-22")], submitted=[])
    for finding in findings(result(facts, as_of="2021-06-30"), "4"):
        assert "完成" not in explain(finding, "zh")
        assert "逾期，至今没有相应记录，触发。" in explain(finding, "zh")


@pytest.mark.parametrize("performed", [None, "2022-08-30"])
def test_what_is_on_record_as_performed_late_is_not_asked_for_again(performed: str | None) -> None:
    performance = {"within_days": 60, **({"performed_on": performed} if performed else {})}
    decision = judged("2022-06-10", "ordered_to_remake", disposition="upheld", performance=performance)
    facts = case(instance="second", decision=decision, filings=[])
    (finding,) = findings(result(facts, as_of="2022-12-31"), "5")
    assert ("履行已登记，但晚于最后一日" in explain(finding, "zh")) == (performed is not None)
    assert ("如已履行" in explain(finding, "zh")) == (performed is None)
    assert ("Performance is on record" in explain(finding, "en")) == (performed is not None)
