"""The obligation register of facts.md A.1 against the law folder: clause by clause, amount, unit, start."""

from __future__ import annotations

from datetime import date

import pytest

from litigation.duties.duty import DutyCode
from litigation.law.in_force import NoLawError, law_in_force
from litigation.law.loader import load_law
from litigation.vocabulary import Outcome, UnitKind

ISSUED = date(2020, 9, 1)

# facts.md A.1: id → number of days, fixed date, duty, letter of category 7.
REGISTER: dict[str, tuple[int | None, str | None, str | None, str | None]] = {
    "N1.0": (None, None, None, None),
    "N2.1": (None, None, None, None),
    "N2.2": (None, None, None, None),
    "N2.3": (None, None, None, None),
    "N3.1": (None, None, None, None),
    "N3.2": (None, None, None, None),
    "N3.3": (None, None, None, None),
    "N3.4": (None, None, None, None),
    "N3.5": (None, None, "archive_filing", "7h"),
    "N3.6": (None, None, None, None),
    "N3.7": (None, None, "performance", None),
    "N4.0": (None, None, None, None),
    "N4.1": (None, None, None, None),
    "N4.2": (None, None, None, None),
    "N4.3": (None, None, None, None),
    "N4.4": (2, None, "appearance_registration", "7a"),
    "N4.4b": (None, None, None, None),
    "N5.1": (None, None, "risk_report", "7b"),
    "N5.2a": (None, "12-31", "annual_report", "7c"),
    "N5.2b": (None, "01-10", "annual_report", "7c"),
    "N5.3": (2, None, "document_filing", "7d"),
    "N5.3b": (None, None, None, None),
    "N5.4": (3, None, "appeal_review", "7e"),
    "N5.5": (10, None, "loss_analysis", "7f"),
    "N5.6": (None, None, None, None),
    "N5.7a": (None, None, "recommendation_reply", None),
    "N5.7b": (30, None, "recommendation_reply", None),
    "N5.7c": (30, None, "recommendation_copy", "7g"),
    "N5.8": (None, None, None, None),
    "N6.0": (None, None, None, None),
    "N7.1": (None, None, None, None),
}
DIRECTLY_ADDRESSED = {"N5.2a", "N5.3", "N5.3b", "N5.6"}


def test_the_register_has_exactly_these_rows() -> None:
    assert sorted(load_law().obligations) == sorted(REGISTER)


@pytest.mark.parametrize("clause", REGISTER)
def test_an_obligation_has_its_amount_from_the_day_of_the_notice(clause: str) -> None:
    amount, fixed, duty, letter = REGISTER[clause]
    obligation = load_law().obligations[clause]
    (value,) = obligation.values
    assert value.start == ISSUED
    assert value.end is None
    assert value.amount == amount
    assert value.unit == ("calendar_days" if amount else None)
    assert value.fixed == fixed
    assert obligation.duty == duty
    assert obligation.finding == letter


def test_the_county_s_report_is_due_in_the_year_after() -> None:
    assert load_law().obligations["N5.2b"].values[0].year_offset == 1
    assert load_law().obligations["N5.2a"].values[0].year_offset == 0


def test_no_duty_of_the_notice_exists_before_the_notice() -> None:
    law = law_in_force()
    for clause in REGISTER:
        assert law.obligation(clause, date(2020, 8, 31)) is None
        assert law.obligation(clause, ISSUED) is not None


def test_the_day_of_the_notice_can_be_moved_both_ways() -> None:
    earlier, later = law_in_force(notice_from=date(2020, 6, 1)), law_in_force(notice_from=date(2021, 1, 1))
    assert earlier.obligation("N5.3", date(2020, 6, 1)) is not None
    assert earlier.obligation("N5.3", date(2020, 5, 31)) is None
    assert later.obligation("N5.3", date(2020, 12, 31)) is None
    assert later.obligation("N5.3", date(2021, 1, 1)) is not None


def test_every_duty_named_is_one_that_the_assessment_knows() -> None:
    named = {obligation.duty for obligation in load_law().obligations.values()} - {None}
    assert named <= set(DutyCode)


@pytest.mark.parametrize("clause", REGISTER)
def test_the_clauses_that_speak_to_towns_and_departments_bind_them_directly(clause: str) -> None:
    direct = set(load_law().obligations[clause].direct)
    assert UnitKind.COUNTY_GOVERNMENT in direct
    if clause in DIRECTLY_ADDRESSED:
        assert {UnitKind.TOWN, UnitKind.SUBDISTRICT, UnitKind.DEPARTMENT, UnitKind.JUSTICE_BUREAU} <= direct
    else:
        assert direct == {UnitKind.COUNTY_GOVERNMENT}
    assert UnitKind.AUTHORISED_ORGANISATION not in direct


# facts.md B.11 and B.3, B.5: parameter, day, value or the words of its citation.
@pytest.mark.parametrize(
    ("key", "day", "value"),
    [
        ("head_definition", "2020-06-30", "2018-128"),
        ("head_definition", "2020-07-01", "2020-2"),
        ("staff_definition", "2020-06-30", "2018-130"),
        ("staff_definition", "2020-07-01", "2020-10"),
        ("period_article", "2021-12-31", "2017-82"),
        ("period_article", "2022-01-01", "2023-85"),
        ("public_notice_service_days", "2021-12-31", 60),
        ("public_notice_service_days", "2022-01-01", 30),
        ("statutory_holidays", "2024-12-31", 11),
        ("statutory_holidays", "2025-01-01", 13),
        ("cause_of_action_rule", "2020-12-31", "法发〔2004〕2号"),
        ("cause_of_action_rule", "2021-01-01", "法发〔2020〕44号"),
        ("damages_rules", "2022-04-30", "法发〔1997〕10号"),
        ("damages_rules", "2022-05-01", "法释〔2022〕10号"),
        ("summons_notice_days", "2020-01-01", 3),
        ("appearance_notice_days", "2020-07-01", 3),
        ("agents_maximum", "2020-01-01", 2),
        ("remake_term_months", "2020-01-01", 2),
        ("notice_effective_from", "2020-01-01", "2020-09-01"),
        ("reconsideration_hearing_head", "2024-01-01", "required"),
        ("personal_information_law", "2021-11-01", "2021-11-01"),
        ("county_government_defendant_rules", "2021-04-01", "法释〔2021〕5号"),
        ("case_number_rule", "2020-01-01", "法〔2015〕137号"),
    ],
)
def test_a_dated_parameter_has_the_value_of_its_day(key: str, day: str, value: str | int) -> None:
    assert law_in_force().definition(key, date.fromisoformat(day)).value == value


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("reconsideration_hearing_head", "2023-12-31"),
        ("personal_information_law", "2021-10-31"),
        ("county_government_defendant_rules", "2021-03-31"),
        ("recommendation_general", "2023-11-15"),
    ],
)
def test_what_was_not_yet_law_says_so(key: str, day: str) -> None:
    with pytest.raises(NoLawError, match=f"{key}.*{day}"):
        law_in_force().definition(key, date.fromisoformat(day))


def test_the_listed_losses_are_those_of_facts_c_5() -> None:
    listed = law_in_force().definition("loss_outcomes", ISSUED).value
    assert set(listed if isinstance(listed, tuple) else ()) == {
        Outcome.REVOKED,
        Outcome.PARTLY_REVOKED,
        Outcome.ORDERED_TO_REMAKE,
        Outcome.ORDERED_TO_PERFORM,
        Outcome.ORDERED_TO_PAY,
        Outcome.DECLARED_UNLAWFUL,
        Outcome.DECLARED_VOID,
        Outcome.MODIFIED,
        Outcome.COMPENSATION_AWARDED,
    }


def test_no_category_names_a_penalty() -> None:
    """facts.md §0.3(1): section 六 is a pointer; what it leads to are articles to look at, never 应处分."""
    for category in load_law().categories.values():
        words = category.explanation.zh + category.proof.zh + category.name.zh
        assert not [
            word for word in ("应处分", "给予", "警告", "记过", "降级", "撤职", "开除") if word in words
        ]
        for article in category.discipline:
            assert "第" in article.zh


@pytest.mark.parametrize(
    ("number", "articles"),
    [
        (1, ("行政机关公务员处分条例第二十五条第（四）项", "公职人员政务处分法第三十九条第（一）项")),
        (2, ("行政机关公务员处分条例第十九条第（八）项", "公职人员政务处分法第三十九条第（二）项")),
        (3, ("行政机关公务员处分条例第十九条第（八）项", "行政机关公务员处分条例第二十条第（四）项")),
        (4, ("行政机关公务员处分条例第二十条第（四）项", "行政复议法（2023年修订）第八十二条")),
        (
            5,
            (
                "行政机关公务员处分条例第十九条第（四）项",
                "公职人员政务处分法第三十条第（二）项",
                "行政复议法（2023年修订）第八十三条",
            ),
        ),
        (8, ("行政机关公务员处分条例第二十条第（四）项",)),
    ],
)
def test_the_discipline_articles_are_those_of_part_b(number: int, articles: tuple[str, ...]) -> None:
    cited = {article.zh for article in load_law().categories[number].discipline}
    assert set(articles) <= cited


def test_the_law_on_sanctions_is_cited_only_since_it_exists() -> None:
    for category in load_law().categories.values():
        for article in category.discipline:
            if "政务处分法" in article.zh:
                assert article.start == "2020-07-01"
