"""Everything that is wrong with a bundle is told at once, with its place, its record and its remedy, in two languages."""

import copy
import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from litigation.bundle import BundleErrors, Known, read
from litigation.bundle.errors import BundleError
from litigation.bundle.layout import yaml_text
from litigation.bundle.messages import MESSAGES, RECORDS
from tests.scenario_comparison import invalid_scenarios, load_scenario

SOUND = {
    "format": "litigation-bundle/1",
    "units": [
        {"code": "AJ", "name": "县A局", "kind": "department"},
        {"code": "BZ", "name": "乙镇人民政府", "kind": "town"},
    ],
    "disputes": [{"ref": "D1", "title": "某公司不服行政处罚"}],
    "cases": [
        {
            "ref": "C1",
            "unit": "AJ",
            "dispute": "D1",
            "kind": "litigation",
            "instance": "first",
            "docket": "（2021）鲁0831行初1号",
            "handling_units": ["BZ"],
            "sensitive": {
                "flagged_on": "2021-03-02",
                "grounds": ["public_opinion"],
                "reported_on": "2021-03-05",
            },
            "received": [
                {"document": "complaint", "on": "2021-03-01"},
                {"document": "summons", "on": "2021-03-01", "hearing_on": "2021-04-01"},
            ],
            "hearings": [
                {"on": "2021-04-01", "attendance": [{"role": "head", "organ": "AJ", "proof": True}]}
            ],
            "decision": {"outcomes": ["revoked"], "performance": {"within_days": 60}},
            "recommendations": [{"ref": "R1", "kind": "individual"}, {"ref": "R2", "kind": "general"}],
            "filings": [{"duty": "risk_report", "on": "2021-03-05"}],
        },
        {"ref": "C2", "unit": "AJ", "kind": "litigation", "instance": "second", "follows": "C1"},
    ],
    "annual_reports": [{"unit": "AJ", "year": 2021, "on": "2021-12-24", "recipient": "county"}],
}
GONE = object()

# (what is changed, to what, where the error stands, its key)
WRONG = [
    ("format", "litigation-bundle/2", "format", "wrong_format"),
    ("format", None, "format", "wrong_format"),
    ("format", GONE, "format", "missing_key"),
    ("verdict", "lost", "verdict", "unknown_key"),
    ("cases[0].verdict", "lost", "cases[0].verdict", "unknown_key"),
    ("cases[0].foo bar", 1, 'cases[0]["foo bar"]', "unknown_key"),
    ("cases[0].unit", GONE, "cases[0].unit", "missing_key"),
    ("cases[0].unit", None, "cases[0].unit", "no_null"),
    ("cases[0].kind", None, "cases[0].kind", "no_null"),
    ("cases[0].hearings[0].on", None, "cases[0].hearings[0].on", "no_null"),
    ("cases[0].received", None, "cases[0].received", "null_list"),
    ("annual_reports", None, "annual_reports", "null_list"),
    ("cases", {"C1": {}}, "cases", "wrong_type"),
    ("cases[1]", "C2", "cases[1]", "wrong_type"),
    ("cases[0].received", "complaint", "cases[0].received", "wrong_type"),
    ("cases[0].received[1].document", ["summons"], "cases[0].received[1].document", "wrong_type"),
    ("cases[0].hearings[0].summons_valid", "yes", "cases[0].hearings[0].summons_valid", "wrong_type"),
    ("cases[0].decision", ["revoked"], "cases[0].decision", "wrong_type"),
    ("cases[0].handling_units[0]", None, "cases[0].handling_units[0]", "wrong_type"),
    ("cases[0].cause", 7, "cases[0].cause", "needs_quotes"),
    ("units[0].code", True, "units[0].code", "needs_quotes"),
    ("cases[0].docket", 2021, "cases[0].docket", "needs_quotes"),
    ("cases[0].received[1].document", "subpoena", "cases[0].received[1].document", "unknown_code"),
    ("cases[0].instance", "frist", "cases[0].instance", "unknown_code"),
    ("cases[0].conduct", [{"category": 5}], "cases[0].conduct[0].category", "unknown_code"),
    ("cases[0].decision.outcomes", ["lost"], "cases[0].decision.outcomes[0]", "unknown_code"),
    ("units[0].code", "县A局", "units[0].code", "bad_ref"),
    ("cases[1].ref", "C2\n", "cases[1].ref", "bad_ref"),
    ("cases[0].hearings[0].on", "2021-02-30", "cases[0].hearings[0].on", "bad_date"),
    ("cases[0].closed_on", "2021/3/1", "cases[0].closed_on", "bad_date"),
    ("cases[0].closed_on", "2021-03-01\n", "cases[0].closed_on", "bad_date"),
    ("cases[0].closed_on", 20210301, "cases[0].closed_on", "bad_date"),
    ("cases[0].closed_on", "0021-03-01", "cases[0].closed_on", "far_date"),
    ("cases[0].docket", "2021年第1号", "cases[0].docket", "bad_docket"),
    ("cases[0].docket", "（2021）鲁0831行初1号 ", "cases[0].docket", "bad_docket"),
    ("cases[0].docket", "（２０２１）鲁0831行初1号", "cases[0].docket", "bad_docket"),
    ("units[0].name", "", "units[0].name", "empty_text"),
    ("annual_reports[0].year", 21, "annual_reports[0].year", "out_of_range"),
    ("annual_reports[0].year", 20211, "annual_reports[0].year", "out_of_range"),
    (
        "cases[0].decision.performance.within_days",
        0,
        "cases[0].decision.performance.within_days",
        "out_of_range",
    ),
    (
        "cases[0].decision.performance.within_days",
        10**12,
        "cases[0].decision.performance.within_days",
        "out_of_range",
    ),
    (
        "cases[0].recommendations[0].reply_within_days",
        40_000,
        "cases[0].recommendations[0].reply_within_days",
        "out_of_range",
    ),
    ("cases[0].handling_units", ["BZ", "AJ", "BZ"], "cases[0].handling_units[2]", "doubled_entry"),
    (
        "cases[0].decision.performance.due_on",
        "2021-12-01",
        "cases[0].decision.performance.due_on",
        "term_and_day",
    ),
    (
        "cases[0].decision.effective_on",
        "2021-12-01",
        "cases[0].decision.effective_on",
        "effective_without_source",
    ),
    ("cases[0].unit", "ZZ", "cases[0].unit", "unknown_unit"),
    ("cases[0].represented_by", "AJJ", "cases[0].represented_by", "unknown_unit"),
    ("cases[0].represented_by", "AJ", "cases[0].represented_by", "represented_by_itself"),
    ("cases[0].instance", "none", "cases[0].instance", "court_without_instance"),
    ("cases[1].kind", "reconsideration", "cases[1].instance", "instance_without_court"),
    ("cases[1].ref", "C" * 500, "cases[1].ref", "too_long"),
    ("units[0].name", "县" * 500, "units[0].name", "too_long"),
    ("cases[0].recommendations[0].ref", "R" * 101, "cases[0].recommendations[0].ref", "too_long"),
    ("cases[0].handling_units", ["AJ", "ZZ"], "cases[0].handling_units[1]", "unknown_unit"),
    (
        "cases[0].hearings[0].attendance[0].organ",
        "ZZ",
        "cases[0].hearings[0].attendance[0].organ",
        "unknown_unit",
    ),
    ("annual_reports[0].unit", "ZZ", "annual_reports[0].unit", "unknown_unit"),
    ("cases[0].dispute", "D9", "cases[0].dispute", "unknown_dispute"),
    ("cases[1].follows", "C9", "cases[1].follows", "unknown_case"),
    ("units[1].code", "AJ", "units[1].code", "doubled_ref"),
    ("disputes", [{"ref": "D1"}, {"ref": "D1"}], "disputes[1].ref", "doubled_ref"),
    ("cases[0].recommendations[1].ref", "R1", "cases[0].recommendations[1].ref", "doubled_ref"),
    ("cases[1].follows", "C2", "cases[1].follows", "follows_in_circle"),
    ("cases[0].hearings[0].on", "2021-02-26", "cases[0].hearings[0].on", "hearing_before_service"),
    ("cases[0].filings[0].on", "2021-03-06", "cases[0].filings[0].on", "two_days_for_one_act"),
]

SCRAPS = (
    "1: x",
    "~: x",
    "[1]: x",
    "- ",
    ": ",
    "? ",
    "{",
    "}",
    "[",
    "]",
    "'",
    '"',
    "#",
    "&a ",
    "*a",
    "!!int ",
    "\n",
    "\t",
    "null",
    "true",
    "\n  ",
)
NAMES = [f"{key} at {path}" for _, _, path, key in WRONG]


def changed(document, path, value):
    document = copy.deepcopy(document)
    steps = [int(step) if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", path)]
    holder = document
    for step in steps[:-1]:
        holder = holder[step]
    if value is GONE:
        del holder[steps[-1]]
    else:
        holder[steps[-1]] = value
    return document


def errors_of(document, known=Known()):  # noqa: B008 - frozen
    text = msgspec.json.encode(document).decode() if not isinstance(document, str) else document
    with pytest.raises(BundleErrors) as caught:
        read(text, source="bundle.yaml", known=known)
    return caught.value


def test_the_document_that_is_spoiled_below_is_sound():
    assert len(read(msgspec.json.encode(SOUND), source="sound").cases) == 2


@pytest.mark.parametrize(("change", "value", "path", "key"), WRONG, ids=NAMES)
def test_each_flaw_is_told_once_with_its_path_and_nothing_else_is(change, value, path, key):
    found = [(error.path, error.key) for error in errors_of(changed(SOUND, change, value))]
    assert found.count((path, key)) == 1
    # Where a unit's code or a case's ref is spoiled, whatever refers to it leads to nothing; else there is one error.
    follow = {"units": "unknown_unit", "disputes": "unknown_dispute", "cases": "unknown_case"}
    section, last = change.split("[")[0], change.rsplit(".", 1)[-1]
    followed_by = (
        follow[section] if last in ("code", "ref", "cases", "cases[1]") and section in follow else None
    )
    assert {name for other, name in found if (other, name) != (path, key)} <= {followed_by}


@pytest.mark.parametrize("change", WRONG, ids=NAMES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_message_is_whole_and_ends_with_what_to_do(change, language):
    [error] = [error for error in errors_of(changed(SOUND, *change[:2])) if error.key == change[3]]
    message = error.render(language)
    assert message.startswith(f"{change[2]}: ")
    assert "{" not in message
    assert message.endswith("。" if language == "zh" else ".")
    if error.path.startswith("cases[0]"):
        assert ("案件 C1" if language == "zh" else "case C1") in message
    if error.path.startswith("units[0]"):
        assert ("单位 " if language == "zh" else "unit ") in message


def test_every_error_has_been_provoked():
    provoked = {key for *_, key in WRONG} | {"unreadable", "heading"}
    assert provoked == set(MESSAGES)


@pytest.mark.parametrize("key", MESSAGES)
def test_every_message_stands_in_both_languages_with_the_same_facts(key):
    zh, en = MESSAGES[key]["zh"], MESSAGES[key]["en"]
    assert sorted(re.findall(r"{(\w+)}", zh)) == sorted(re.findall(r"{(\w+)}", en))
    assert re.search("[\u4e00-\u9fff]", zh)
    assert not re.search("[\u4e00-\u9fff]", en.replace("鲁0831行初12号", ""))


def test_an_unknown_code_lists_the_codes_with_their_terms_and_the_nearest():
    [error] = errors_of(changed(SOUND, "cases[0].instance", "frist"))
    assert "first 一审" in error.render("zh")
    assert "first 一审" in error.render("en")
    assert "您要写的可能是 first。" in error.render("zh")
    assert "Did you mean first?" in error.render("en")


def test_an_unknown_key_lists_the_keys_and_the_nearest():
    [error] = errors_of(changed(SOUND, "cases[0].hearing", []))
    assert "Did you mean hearings?" in error.render("en")
    assert "received, submitted" in error.render("en")


def test_an_unknown_unit_suggests_the_nearest_code():
    [error] = errors_of(changed(SOUND, "cases[0].represented_by", "AJJ"))
    assert "Did you mean AJ?" in error.render("en")


def test_a_long_value_is_cut_short():
    [error] = errors_of(changed(SOUND, "cases[0].docket", "号" * 5000))
    assert len(error.render("zh")) < 300


def test_all_flaws_are_told_at_once_in_the_order_of_the_document():
    document = SOUND
    for change, value in {
        "annual_reports[0].unit": "ZZ",
        "cases[0].verdict": "lost",
        "cases[0].hearings[0].on": "2021-02-26",
        "cases[0].received[1].document": "subpoena",
        "cases[0].handling_units": ["BZ", "ZZ"],
        "cases[0].unit": GONE,
        "units[1].kind": "village",
    }.items():
        document = changed(document, change, value)
    errors = errors_of(yaml_text(document))
    assert [error.path for error in errors] == [
        "units[1].kind",
        "cases[0].handling_units[1]",
        "cases[0].received[1].document",
        "cases[0].hearings[0].on",
        "cases[0].verdict",
        "cases[0].unit",
        "annual_reports[0].unit",
    ]
    shown = str(errors).splitlines()
    assert shown[1:] == [f"  {error.render('zh')}" for error in errors]
    assert "7" in shown[0]
    assert "bundle.yaml" in shown[0]


def test_each_error_names_the_line_of_its_value_or_of_what_should_hold_it():
    text = yaml_text(
        changed(changed(SOUND, "cases[1].unit", GONE), "cases[0].received[1].document", "subpoena")
    )
    lines = text.splitlines()
    subpoena, unit = errors_of(text)
    assert "subpoena" in lines[subpoena.line - 1]
    assert "ref: C2" in lines[unit.line - 1]


def test_shape_and_contradictions_are_told_together():
    document = changed(changed(SOUND, "cases[0].kind", "lawsuit"), "cases[1].follows", "C9")
    assert [error.key for error in errors_of(document)] == ["unknown_code", "unknown_case"]


@pytest.mark.parametrize("text", ["", "[]", "format", "3", "null", "- format: litigation-bundle/1"])
def test_a_document_that_is_no_mapping_is_refused(text):
    [error] = errors_of(text)
    assert (error.path, error.key) == ("", "wrong_type")
    assert "映射" in error.render("zh")


def test_text_that_is_no_yaml_is_one_error_with_its_line():
    [error] = errors_of("format: litigation-bundle/1\nunits: [{code: AJ")
    assert error.key == "unreadable"
    assert "line 3, column 1" in error.render("en")
    assert "begins on line 2" in error.render("en")
    assert "第 3 行第 1 列" in error.render("zh")


@pytest.mark.parametrize("path", invalid_scenarios(), ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_invalid_scenario_is_refused_with_the_paths_it_names(path, language):
    scenario = load_scenario(path)
    message = errors_of(scenario.get("raw") or scenario["bundle"]).render(language)
    assert all(place in message for place in scenario["error_paths"])


def test_there_are_invalid_scenarios():
    assert len(invalid_scenarios()) >= 8


@pytest.mark.parametrize("kind", RECORDS)
def test_every_kind_of_record_is_named_in_both_languages(kind):
    section = {"unit": "units", "dispute": "disputes", "case": "cases", "annual_report": "annual_reports"}[
        kind
    ]
    [error, *_] = errors_of(changed(SOUND, f"{section}[0].verdict", 1))
    assert RECORDS[kind]["zh"] in error.render("zh")
    assert RECORDS[kind]["en"] in error.render("en")


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_whatever_the_text_is_the_answer_is_a_register_or_its_errors(data):
    text = yaml_text(SOUND)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + data.draw(st.sampled_from(SCRAPS) | st.text(max_size=4)) + text[end:]
    assert answered(text)


def answered(text):
    """Whether ``read`` gives a register or at least one error that can be shown; anything else it raises fails the test."""
    try:
        return read(text, source="scraps")
    except BundleErrors as errors:
        return [errors.render(language) for language in ("zh", "en") if errors.errors]


def test_an_error_without_place_is_its_message_alone():
    error = BundleError("", "wrong_format", {"value": None})
    assert error.render("en").startswith("the format null")
