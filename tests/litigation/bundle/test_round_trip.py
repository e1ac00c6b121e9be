"""What is written is read back: read(to_yaml(x)) and read(to_json(x)) say what x says."""

from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from litigation import yaml_core
from litigation.bundle import as_document, normalise, read, to_json, to_yaml
from litigation.bundle.docket import one_spelling
from litigation.bundle.generate import generate
from litigation.bundle.layout import WIDTH
from litigation.bundle.schema import SECTIONS, bundle_schema, definition, something
from litigation.facts import FilingFacts, Participant, Received, RegisterFacts
from litigation.vocabulary import Document, FiledDuty, ParticipantRole
from tests.litigation.bundle.coverage import offered, used
from tests.litigation.bundle.strategies import documents, records
from tests.scenario_comparison import load_scenario, valid_scenarios

built = settings(
    max_examples=80, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None
)


def said(value: Any) -> Any:
    """A document without its nulls: null and absent both say unknown."""
    if isinstance(value, dict):
        return {key: said(child) for key, child in value.items() if child is not None}
    return [said(child) for child in value] if isinstance(value, list) else value


def spelled(document: dict[str, Any]) -> dict[str, Any]:
    """A document as it comes back: dockets of courts in one spelling, no empty section but annual_reports."""
    for case in document.get("cases", []):
        if case.get("docket") and case["kind"] in ("litigation", "compensation", "public_interest"):
            case["docket"] = one_spelling(case["docket"])
    return {key: value for key, value in document.items() if value or key == "annual_reports"}


@built
@given(documents())
def test_a_bundle_says_after_reading_and_writing_what_it_said_before(document):
    register = read(yaml_core_text(document), source="built")
    assert as_document(register) == spelled(said(document))


@built
@given(documents())
def test_what_is_written_as_yaml_or_json_is_read_back(document):
    register = read(yaml_core_text(document), source="built")
    assert read(to_yaml(register), source="yaml") == register
    assert read(to_json(register), source="json") == register
    assert normalise(read(to_yaml(normalise(register)), source="yaml")) == normalise(register)


def yaml_core_text(document: dict[str, Any]) -> str:
    return msgspec.json.encode(document).decode()


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("cases", [0, 1, 37, 400])
def test_a_generated_register_is_read_back(cases, seed):
    register = generate(cases, seed)
    assert normalise(read(to_yaml(register), source="yaml")) == normalise(register)
    assert normalise(read(to_json(register), source="json")) == normalise(register)


@pytest.mark.parametrize("path", valid_scenarios(), ids=lambda path: path.stem)
def test_every_scenario_says_after_reading_and_writing_what_it_said_before(path):
    document = load_scenario(path)["bundle"]
    assert as_document(read(yaml_core_text(document), source=path.name)) == said(document)


def test_keys_stand_in_the_order_of_the_format():
    def in_order(value: Any, node: dict[str, Any]) -> None:
        node = something(node)
        if isinstance(value, dict):
            order = list(node["properties"])
            assert sorted(value, key=order.index) == list(value)
            for key, child in value.items():
                in_order(child, node["properties"][key])
        elif isinstance(value, list):
            for child in value:
                in_order(child, node["items"])

    in_order(as_document(generate(400, 1)), bundle_schema())


def test_what_no_bundle_holds_is_never_written():
    case = msgspec.structs.replace(
        generate(1, 0).cases[0],
        received=(Received(uid="0aa1", document=Document.SUMMONS),),
        filings=(FilingFacts(uid="0aa2", duty=FiledDuty.RISK_REPORT, returned=True),),
        accepted_on=generate(1, 0).cases[0].received[0].on,
    )
    register = RegisterFacts(cases=(case,), reports_unknown=("GAJ",))
    document = as_document(register)
    assert set(document) == {"format", "cases"}
    assert document["cases"][0]["received"] == [{"document": "summons"}]
    assert document["cases"][0]["filings"] == [{"duty": "risk_report"}]
    assert "accepted_on" not in document["cases"][0]
    plain = normalise(register)
    assert plain.reports_unknown == ()
    assert plain.cases[0].accepted_on is None
    assert (plain.cases[0].filings[0].uid, plain.cases[0].filings[0].returned) == ("", False)


def test_registers_that_say_the_same_in_another_order_become_equal():
    register = generate(60, 5)
    turned = msgspec.structs.replace(
        register,
        units=register.units[::-1],
        disputes=register.disputes[::-1],
        cases=register.cases[::-1],
        annual_reports=register.annual_reports[::-1],
    )
    assert turned != register
    assert normalise(turned) == normalise(register)


def test_the_children_of_a_case_keep_their_order():
    case = generate(1, 0).cases[0]
    turned = msgspec.structs.replace(case, received=case.received[::-1])
    assert len(case.received) > 1
    assert normalise(RegisterFacts(cases=(turned,))) != normalise(RegisterFacts(cases=(case,)))


def test_none_recorded_and_none_at_all_stay_two_things():
    case = generate(1, 0).cases[0]
    for hearings, reports in (((), ()), (None, None)):
        register = RegisterFacts(
            units=generate(0, 0).units,
            cases=(msgspec.structs.replace(case, hearings=hearings, dispute=None),),
            annual_reports=reports,
        )
        again = read(to_yaml(register), source="yaml")
        assert (again.cases[0].hearings, again.annual_reports) == (hearings, reports)


def test_short_rows_stand_on_one_line_and_no_line_is_much_too_long():
    text = to_yaml(generate(400, 2))
    assert "      - {document: complaint, on: 20" in text
    assert "    plaintiffs: [{name: " in text
    assert max(len(line) for line in text.splitlines()) <= WIDTH


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.BaseLoader])
def test_another_yaml_reader_takes_no_text_for_anything_else(loader):
    """A YAML 1.1 reader turns `on` and the days into something else, and only those."""
    register = generate(120, 4)

    def as_text(value: Any) -> Any:
        if isinstance(value, dict):
            return {"on" if key is True else key: as_text(child) for key, child in value.items()}
        if isinstance(value, list):
            return [as_text(child) for child in value]
        return str(value).lower() if isinstance(value, bool) else str(value)

    assert as_text(yaml.load(to_yaml(register), loader)) == as_text(as_document(register))  # noqa: S506


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_any_text_is_quoted_where_a_reader_of_yaml_1_1_or_1_2_needs_it(name):
    participant = Participant(role=ParticipantRole.HEAD, name=name)
    case = generate(1, 0).cases[0]
    hearing = msgspec.structs.replace(generate(40, 0).cases[0].hearings[0], attendance=(participant,))
    text = to_yaml(RegisterFacts(cases=(msgspec.structs.replace(case, hearings=(hearing,)),)))
    [row] = yaml_core.load(text, "core").data["cases"][0]["hearings"][0]["attendance"]
    [row_of_1_1] = yaml.safe_load(text)["cases"][0]["hearings"][0]["attendance"]
    assert row["name"] == name
    assert str(row_of_1_1["name"]) == name


@pytest.mark.parametrize("section", SECTIONS)
def test_the_bundles_are_built_with_every_key(section):
    """What the tests above are worth: in each section the strategy comes to every key that the schema has."""
    seen: set[Any] = set()

    @settings(built, max_examples=1000, derandomize=True, database=None, phases=[Phase.generate])
    @given(records(definition((section, 0))))
    def collect(record):
        seen.update(path for path, _ in used({section: record}))

    collect()
    assert {path for path, code in offered() if code is None and path[0] == section} - seen == set()
