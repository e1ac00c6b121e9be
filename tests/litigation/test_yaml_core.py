"""YAML is read by the 1.2 core rules, JSON beside it, and whatever cannot be read is refused with its place."""

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from litigation import yaml_composer
from litigation.yaml_core import YamlError, load

BOTH_PARSERS = [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)]


@pytest.fixture(params=BOTH_PARSERS, ids=["python", "libyaml"])
def parser(request, monkeypatch):
    """The same rules hold whether libyaml is there or not."""
    monkeypatch.setattr(yaml_composer, "_Parser", request.param)


def refused(text):
    with pytest.raises(YamlError) as caught:
        load(text, "file.yaml")
    return caught.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on", "on"),
        ("yes", "yes"),
        ("No", "No"),
        ("True", "True"),
        ("true", True),
        ("false", False),
        ("2021-02-28", "2021-02-28"),
        ("2021-02-28 10:00:00", "2021-02-28 10:00:00"),
        ("1:30", "1:30"),
        ("1_000", "1_000"),
        ("<<", "<<"),
        ("012", 12),
        ("0o14", 12),
        ("0x1F", 31),
        ("-7", -7),
        ("+1.5e3", 1500.0),
        (".5", 0.5),
        (".inf", float("inf")),
        ("-.INF", float("-inf")),
        ("~", None),
        ("null", None),
        ("", None),
        ("'true'", "true"),
        ('"12"', "12"),
        ("!!str 12", "12"),
        ("!!int '12'", 12),
        ("!!float 1", 1),
        ("! 12", "12"),
        ("（2020）鲁0831行初12号", "（2020）鲁0831行初12号"),
        ("'𠮷'", "𠮷"),
    ],
)
@pytest.mark.usefixtures("parser")
def test_a_scalar_is_resolved_by_the_core_rules(text, value):
    loaded = load(f"key: {text}", "s").data["key"]
    assert loaded == value
    assert type(loaded) is type(value)


@pytest.mark.usefixtures("parser")
def test_the_key_on_stays_text():
    assert load("{on: 2021-02-28, off: y}", "s").data == {"on": "2021-02-28", "off": "y"}


@pytest.mark.usefixtures("parser")
def test_keys_follow_the_same_rules_as_values():
    assert load("'1': b\n~: c\n2021-01-01: e", "s").data == {"1": "b", None: "c", "2021-01-01": "e"}


def test_every_value_knows_its_line():
    loaded = load("a:\n  - b: 1\n    c: 2\n  - [x,\n     y]\nd: {e: 3}\n", "s")
    lines = {
        ("a",): 1,
        ("a", 0): 2,
        ("a", 0, "c"): 3,
        ("a", 1): 4,
        ("a", 1, 1): 5,
        ("d", "e"): 6,
        (): 1,
        ("a", 2): None,
        ("d", "f"): None,
        ("d", "e", "g"): None,
    }
    assert {path: loaded.line_of(path) for path in lines} == lines


def test_json_is_read_without_lines():
    loaded = load('{"on": [1, 2.5, true, null, "\\ud83d\\ude00"]}', "s")
    assert loaded.data == {"on": [1, 2.5, True, None, "😀"]}
    assert loaded.line_of(("on",)) is None


def test_json_may_be_indented_with_tabs():
    assert load('{\n\t"a": 1\n}', "s").data == {"a": 1}


def test_a_flow_mapping_at_the_beginning_is_yaml():
    assert load("{a: 1, b: {c: on}}", "s").data == {"a": 1, "b": {"c": "on"}}


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "~"])
def test_an_empty_document_is_nothing(text):
    assert load(text, "s").data is None


@pytest.mark.parametrize("text", ["\ufeffa: 1", b"\xef\xbb\xbfa: 1", b'\xef\xbb\xbf{"a": 1}', "\ufeff{a: 1}"])
def test_a_byte_order_mark_is_passed_over(text):
    assert load(text, "s").data == {"a": 1}


@pytest.mark.usefixtures("parser")
def test_a_doubled_key_is_refused_with_both_lines():
    error = refused("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n")
    assert (error.line, error.column) == (5, 3)
    assert "'c'" in error.message
    assert "line 3" in error.message
    assert "第 3 行" in error.zh
    assert str(error).startswith("file.yaml:5:3: ")


def test_a_doubled_key_is_refused_in_json_too():
    error = refused('{"a": 1,\n "b": 2,\n "a": 3}')
    assert error.line == 3
    assert "'a'" in error.message


def test_the_line_of_broken_json_is_told():
    error = refused('{"a": 1,\n "b": [1, 2\n}')
    assert error.line == 3
    assert "JSON" in error.message


@pytest.mark.usefixtures("parser")
def test_an_alias_repeats_its_anchor():
    assert load("a: &x {b: [1]}\nc: *x\nd: &y 5\ne: *y", "s").data == {
        "a": {"b": [1]}, "c": {"b": [1]}, "d": 5, "e": 5,
    }  # fmt: skip


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("text", ["a: &x [*x]", "&x {a: {b: *x}}"])
def test_an_alias_to_itself_is_refused(text):
    assert "contains itself" in refused(text).message


@pytest.mark.usefixtures("parser")
def test_an_alias_without_anchor_is_refused():
    assert refused("a: *x").line == 1


def test_aliases_that_multiply_are_refused():
    laughs = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    laughs += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert "aliases repeat" in refused("\n".join(laughs)).message


@pytest.mark.parametrize("text", ["[" * 500, "a: " + "{a: " * 500, '{"a":' + "[" * 500 + "]" * 500 + "}"])
def test_endless_depth_is_refused(text):
    assert "deeper" in refused(text).message


def test_json_far_deeper_than_python_can_follow_is_refused():
    assert "deeper" in refused('{"a":' + "[" * 100_000 + "]" * 100_000 + "}").message


@pytest.mark.usefixtures("parser")
def test_a_second_document_is_refused():
    assert refused("a: 1\n---\nb: 2\n").line == 2


@pytest.mark.parametrize(
    "text", ["!!python/object:os.system x", "!mine [1]", "!!set {a, b}", "!!int x", "!!null 1"]
)
def test_a_tag_beyond_the_core_or_against_its_value_is_refused(text):
    assert refused(text).line == 1


def test_a_key_that_is_a_collection_is_refused():
    assert "single value" in refused("? [1, 2]\n: 3").message


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        (b"a: 1\nb: caf\xe9 x\n", 2, 7),
        (b"\xff\xfea\x00", 1, 1),
        ("a: 1\nb: \x01", 2, 4),
        ("a:\n - \ud800", 2, 4),
        ('a: "\\0"', 1, 4),
    ],
)
def test_what_is_no_utf_8_text_is_refused_with_its_place(text, line, column):
    error = refused(text)
    assert (error.line, error.column) == (line, column)


@pytest.mark.parametrize("text", ['{"a": "\\u0000"}', '{"a": ["\\ud800"]}', '{"\\udc00": 1}'])
def test_json_may_not_smuggle_in_what_no_database_stores(text):
    assert refused(text).source == "file.yaml"


@pytest.mark.parametrize("text", ["9" * 5000, f'{{"a": {"9" * 5000}}}'])
def test_a_number_of_thousands_of_digits_is_refused(text):
    assert "digits" in refused(text).message


@pytest.mark.parametrize("text", ["a: [1, 2", "a: b: c", "a:\n\tb: 1", "- a\nb: 1", "'a", "&", "a: 1\n b: 2"])
@pytest.mark.usefixtures("parser")
def test_text_that_is_no_yaml_is_refused_with_its_line_in_both_languages(text):
    error = refused(text)
    assert error.line is not None
    assert error.message in str(error)
    assert error.message in error.zh


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
# What JSON writes as it is and YAML wants escaped: control characters beyond ASCII, and the ends of the planes.
printable = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], exclude_characters="\ufeff"), max_size=8
)


def documents(texts):
    values = st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
        lambda children: st.lists(children, max_size=4) | st.dictionaries(texts, children, max_size=4),
        max_leaves=20,
    )
    return st.dictionaries(texts, values, max_size=4)


@settings(deadline=None)
@given(documents(texts), st.booleans())
def test_whatever_json_writes_is_read_back(value, ascii_only):
    assert load(json.dumps(value, ensure_ascii=ascii_only), "s").data == value


@settings(deadline=None)
@given(documents(printable))
def test_json_read_as_yaml_gives_the_same_values(value):
    # A comment is YAML only, and sends the same text through the other reader.
    assert load(f"# yaml\n{json.dumps(value, ensure_ascii=False)}", "s").data == value
