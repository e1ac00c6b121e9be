"""What no schema can say: where references lead, what is doubled, and which days contradict each other."""

import pytest

from litigation.bundle import BundleErrors, Known, read
from litigation.bundle.checks import LONGEST_CODE, LONGEST_NAME, check_flaws
from litigation.bundle.docket import one_spelling
from litigation.bundle.layout import yaml_text
from litigation.models import CasePage, Unit
from litigation.vocabulary import COURT_KINDS, CaseKind, Instance

UNIT = {"code": "AJ", "name": "县A局", "kind": "department"}


def case(ref="C1", **facts):
    return {"ref": ref, "unit": "AJ", "kind": "litigation", "instance": "first", **facts}


def document(*cases, **sections):
    return {"format": "litigation-bundle/1", "units": [UNIT], "cases": list(cases), **sections}


def keys(found, known=Known()):  # noqa: B008 - frozen
    try:
        read(yaml_text(found), source="s", known=known)
    except BundleErrors as errors:
        return [(error.path, error.key) for error in errors]
    return []


def test_a_record_of_the_register_may_be_referred_to():
    found = document(case(unit="BZ", dispute="D1", follows="C0", represented_by="CZ", handling_units=["BZ"]))
    known = Known(units=frozenset({"BZ", "CZ"}), disputes=frozenset({"D1"}), cases=frozenset({"C0"}))
    assert keys(found, known) == []
    assert len(keys(found)) == 5


def test_a_case_may_follow_one_that_stands_further_down():
    assert keys(document(case("C2", follows="C1"), case("C1"))) == []


def test_a_record_of_the_register_may_come_again():
    assert keys(document(case("C1")), Known(units=frozenset({"AJ"}), cases=frozenset({"C1"}))) == []


def test_recommendations_of_two_cases_may_share_a_ref():
    rows = [{"ref": "R1", "kind": "individual"}]
    assert keys(document(case("C1", recommendations=rows), case("C2", recommendations=rows))) == []


def test_of_three_records_with_one_ref_the_second_and_third_are_told():
    found = keys(document(case(), case(), case()))
    assert found == [("cases[1].ref", "doubled_ref"), ("cases[2].ref", "doubled_ref")]


def test_every_case_of_a_circle_is_told_and_none_that_leads_into_it():
    found = document(
        case("C1", follows="C3"), case("C2", follows="C1"), case("C3", follows="C2"), case("C4", follows="C1")
    )
    assert keys(found) == [(f"cases[{index}].follows", "follows_in_circle") for index in range(3)]


def test_a_circle_shows_its_chain():
    with pytest.raises(BundleErrors) as caught:
        read(yaml_text(document(case("C1", follows="C2"), case("C2", follows="C1"))), source="s")
    assert "C1 → C2 → C1" in str(caught.value)


def test_a_long_chain_and_a_long_circle_are_followed_once():
    chain = [case(f"C{n}", **({"follows": f"C{n - 1}"} if n else {})) for n in range(20_000)]
    assert check_flaws(document(*chain), Known()) == []
    chain[0]["follows"] = "C19999"
    flaws = check_flaws(document(*chain), Known())
    assert len(flaws) == 20_000
    assert max(len(flaw.params["chain"]) for flaw in flaws) < 100


@pytest.mark.parametrize(
    ("received", "refused"),
    [
        ([("complaint", "2021-03-01")], True),
        ([("summons", "2021-04-01"), ("complaint", "2021-03-01")], True),
        ([("complaint", "2021-02-26")], False),
        ([("complaint", "2021-03-01"), ("response_notice", None)], False),
        ([("complaint", "2021-03-01"), ("judgment", None)], True),
        ([("judgment", "2021-03-01")], False),
        ([("judgment", "2021-02-01"), ("complaint", "2021-03-01")], True),
        ([], False),
        (None, False),
    ],
    ids=str,
)
def test_a_hearing_on_26_february_is_refused_if_the_first_service_was_surely_later(received, refused):
    facts = {"hearings": [{"on": "2021-02-26"}]}
    if received is not None:
        facts["received"] = [{"document": name, **({"on": on} if on else {})} for name, on in received]
    expected = [("cases[0].hearings[0].on", "hearing_before_service")] if refused else []
    assert keys(document(case(**facts))) == expected


@pytest.mark.parametrize(
    ("reported_on", "filed", "refused"),
    [
        ("2021-03-05", ["2021-03-05"], False),
        ("2021-03-05", ["2021-03-06"], True),
        ("2021-03-05", ["2021-03-05", "2021-03-09"], False),
        ("2021-03-05", [None], False),
        (None, ["2021-03-06"], False),
        ("2021-03-05", [], False),
    ],
)
def test_filing_and_field_must_name_one_day_for_one_report(reported_on, filed, refused):
    filings = [{"duty": "risk_report", **({"on": on} if on else {})} for on in filed]
    sensitive = {"flagged_on": "2021-03-01", **({"reported_on": reported_on} if reported_on else {})}
    found = keys(document(case(sensitive=sensitive, filings=filings)))
    assert [key for _, key in found] == (["two_days_for_one_act"] if refused else [])


def test_another_filing_on_another_day_contradicts_no_report():
    filings = [{"duty": "archive_filing", "on": "2022-01-01"}]
    assert keys(document(case(sensitive={"reported_on": "2021-03-05"}, filings=filings))) == []


@pytest.mark.parametrize(("note", "refused"), [("生效证明", False), ("  ", True), ("", True), (None, True)])
def test_a_day_of_effect_needs_a_source_in_the_note(note, refused):
    decision = {"effective_on": "2021-06-01", **({} if note is None else {"note": note})}
    found = keys(document(case(decision=decision)))
    assert found == ([("cases[0].decision.effective_on", "effective_without_source")] if refused else [])


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("(2021)鲁0831行初12号", "（2021）鲁0831行初12号"),
        ("（2021)鲁0831行初12号", "（2021）鲁0831行初12号"),
        ("(2021）鲁08行赔终3号之一", "（2021）鲁08行赔终3号之一"),
        ("（2021）最高法行申7号", "（2021）最高法行申7号"),
    ],
)
def test_the_brackets_of_a_court_docket_come_back_in_full_width(written, read_as):
    assert one_spelling(written) == read_as
    assert read(yaml_text(document(case(docket=written))), source="s").cases[0].docket == read_as


@pytest.mark.parametrize("docket", ["(2021)第7号", "泗政复字〔2024〕12号", "7"])
def test_the_docket_of_a_body_that_is_no_court_stays_as_it_is(docket):
    found = document(case(kind="reconsideration", instance="none", docket=docket))
    assert read(yaml_text(found), source="s").cases[0].docket == docket


def test_a_whole_number_may_be_written_with_a_point():
    reports = '[{"unit": "AJ", "year": 2021.0}]'
    decision = '{"performance": {"within_days": 60.0}}'
    case_text = (
        f'{{"ref": "C1", "unit": "AJ", "kind": "litigation", "instance": "first", "decision": {decision}}}'
    )
    unit = '{"code": "AJ", "name": "县A局", "kind": "department"}'
    text = f'{{"format": "litigation-bundle/1", "units": [{unit}], "cases": [{case_text}], "annual_reports": {reports}}}'
    register = read(text, source="s")
    assert register.annual_reports is not None
    assert register.annual_reports[0].year == 2021
    assert register.cases[0].decision.performance.within_days == 60


@pytest.mark.parametrize(
    "shapeless",
    [
        None,
        [],
        "text",
        {"cases": 5},
        {"cases": [None, 3, {}]},
        {"cases": [{"hearings": 7, "received": [None]}]},
        {"cases": [{"ref": ["C1"], "unit": {}, "follows": 3, "handling_units": [None], "decision": []}]},
        {"units": [{"code": None}], "annual_reports": [3, {"unit": 5}], "disputes": {}},
    ],
    ids=str,
)
def test_the_checks_forgive_any_shape(shapeless):
    assert check_flaws(shapeless, Known()) == []


@pytest.mark.parametrize("kind", list(CaseKind))
@pytest.mark.parametrize("instance", list(Instance))
def test_a_court_case_has_an_instance_and_no_other_case_has_one(kind, instance):
    sound = (kind in COURT_KINDS) != (instance is Instance.NONE)
    found = keys(document(case(kind=kind.value, instance=instance.value)))
    assert [path for path, _ in found] == ([] if sound else ["cases[0].instance"])


def test_a_ref_as_long_as_its_column_is_taken_and_one_longer_is_refused_with_the_remedy():
    assert CasePage._meta.get_field("ref").max_length == LONGEST_CODE
    assert Unit._meta.get_field("code").max_length == LONGEST_CODE
    assert Unit._meta.get_field("name").max_length == LONGEST_NAME
    assert keys(document(case("C" * LONGEST_CODE))) == []
    with pytest.raises(BundleErrors) as caught:
        read(yaml_text(document(case("C" * 500))), source="s")
    assert "cases[0].ref: " in str(caught.value)
    assert "有 500 个字符，最多 100 个。请缩短。" in str(caught.value)
