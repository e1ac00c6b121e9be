"""The law folder is refused where a lawyer would refuse it, with file and line (design decision 2)."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from litigation.law.loader import FOLDER, LawError, load_law

LINE_IN_FILE = re.compile(r"[a-z_]+\.yaml:(\d+)")
Breaker = Callable[[str, str, str], Path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the law folder to break."""
    copy = tmp_path / "law"
    shutil.copytree(FOLDER, copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return copy


@pytest.fixture
def breaking(folder: Path) -> Breaker:
    """Replace one passage of one file, which must be there exactly once."""

    def change(file: str, old: str, new: str) -> Path:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return folder

    return change


def line_of(folder: Path, file: str, passage: str) -> int:
    text = (folder / file).read_text(encoding="utf-8")
    return text[: text.index(passage)].count("\n") + 1


def refusal(folder: Path) -> str:
    with pytest.raises(LawError) as caught:
        load_law(folder)
    return str(caught.value)


S12 = 'from: "1999-10-01"\n        to: "2023-12-31"'


def test_the_folder_as_it_is_loads(folder: Path) -> None:
    assert load_law(folder).version == load_law().version


def test_a_gap_between_two_values_is_refused(breaking: Breaker) -> None:
    old = 'from: "2020-01-01"\n        to: "2021-12-31"\n        amount: 10'
    folder = breaking("parameters/limits_court.yaml", old, old.replace("2021-12-31", "2021-12-30"))
    message = refusal(folder)
    assert "limits_court.yaml:" in message
    assert "S-11" in message
    assert "gap" in message
    assert "2021-12-30" in message
    assert "2022-01-01" in message


def test_an_overlap_of_two_values_is_refused(breaking: Breaker) -> None:
    old = 'from: "2020-01-01"\n        to: "2021-12-31"\n        amount: 10'
    folder = breaking("parameters/limits_court.yaml", old, old.replace("2021-12-31", "2022-01-01"))
    message = refusal(folder)
    assert "S-11" in message
    assert "overlap" in message


def test_a_value_after_one_without_an_end_is_refused(breaking: Breaker) -> None:
    old = 'from: "2020-01-01"\n        to: "2021-12-31"\n        amount: 10'
    folder = breaking("parameters/limits_court.yaml", old, old.replace('"2021-12-31"', "null"))
    assert "overlap" in refusal(folder)


def test_a_value_that_ends_before_it_starts_is_refused(breaking: Breaker) -> None:
    folder = breaking("parameters/limits_reconsideration.yaml", S12, S12.replace("2023-12-31", "1999-09-30"))
    message = refusal(folder)
    assert "S-12" in message
    assert "ends before it starts" in message


def test_a_row_without_a_value_is_refused(folder: Path) -> None:
    path = folder / "parameters" / "limits_recommendations.yaml"
    text = path.read_text(encoding="utf-8")
    at = text.index("    values:", text.index("code: S-24"))
    path.write_text(text[:at] + "    values: []\n", encoding="utf-8")
    message = refusal(folder)
    assert "S-24: has no value" in message
    assert "limits_recommendations.yaml:" in message


@pytest.mark.parametrize("field", ["citation: {zh: 劳动争议调解仲裁法第三十条第二款, en: ", "grade: "])
def test_a_missing_citation_or_grade_is_refused(folder: Path, field: str) -> None:
    path = folder / "parameters" / "limits_arbitration.yaml"
    text = path.read_text(encoding="utf-8")
    at = text.index(field)
    path.write_text(text[:at] + "# " + text[at:], encoding="utf-8")
    message = refusal(folder)
    assert "missing required field" in message
    assert field.split(":", maxsplit=1)[0] in message
    assert "limits_arbitration.yaml:" in message


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_citation_in_one_language_only_is_refused(breaking: Breaker, language: str) -> None:
    old = 'citation: {zh: 劳动争议调解仲裁法第三十条第二款, en: "Labour Dispute Mediation and Arbitration Law, art 30(2)"}'
    new = re.sub(rf"{language}: [^,}}]+", f'{language}: " "', old, count=1)
    if language == "en":
        new = old.replace('"Labour Dispute Mediation and Arbitration Law, art 30(2)"', '""')
    message = refusal(breaking("parameters/limits_arbitration.yaml", old, new))
    assert "zh and en must both be written" in message
    assert "limits_arbitration.yaml:" in message


@pytest.mark.parametrize(
    ("file", "old", "new", "names"),
    [
        ("parameters/limits_court.yaml", "amount: 6\n", "ammount: 6\n", ("S-09", "ammount")),
        ("parameters/obligations_reporting.yaml", 'fixed: "12-31"', 'fixedd: "12-31"', ("fixedd",)),
        (
            "parameters/definitions.yaml",
            "value: 2\n        text:\n          zh: 判决",
            "valeu: 2\n        text:\n          zh: 判决",
            ("valeu",),
        ),
        (
            "parameters/accountability.yaml",
            "clause: N6.1\n",
            "clause: N6.1\n    penalty: 记过\n",
            ("penalty",),
        ),
        (
            "readings/readings_periods.yaml",
            "name: day_unit\n",
            "name: day_unit\n    weight: 1\n",
            ("weight",),
        ),
        ("notice/notice.yaml", "issuer: ", "publisher: 县\nissuer: ", ("publisher",)),
        ("notice/notice.yaml", "    id: N8.2\n", "    id: N8.2\n    comment: x\n", ("comment",)),
    ],
)
def test_an_unknown_key_is_refused_by_name(
    breaking: Breaker, file: str, old: str, new: str, names: tuple[str, ...]
) -> None:
    message = refusal(breaking(file, old, new))
    assert file.rsplit("/", 1)[-1] in message
    assert names[-1] in message
    assert LINE_IN_FILE.search(message), message


def test_the_line_of_a_fault_is_the_line_of_the_faulty_entry(breaking: Breaker) -> None:
    folder = breaking("parameters/limits_court.yaml", "amount: 6\n", "amount: six\n")
    message = refusal(folder)
    found = LINE_IN_FILE.search(message)
    assert found
    assert int(found[1]) == line_of(folder, "parameters/limits_court.yaml", "amount: six")


@pytest.mark.parametrize(
    ("file", "old", "new", "name"),
    [
        ("parameters/limits_arbitration.yaml", "code: S-19", "code: S-18", "S-18"),
        ("parameters/limits_court.yaml", "code: S-09", "code: S-12", "S-12"),
        ("parameters/obligations_reporting.yaml", "id: N5.3b", "id: N5.3", "N5.3"),
        ("parameters/definitions.yaml", "key: staff_definition", "key: head_definition", "head_definition"),
        ("readings/readings_outcomes.yaml", "key: AMB-16", "key: AMB-01", "AMB-01"),
        ("parameters/accountability.yaml", "number: 2\n", "number: 1\n", "1"),
    ],
)
def test_a_doubled_code_is_refused_within_and_across_files(
    breaking: Breaker, file: str, old: str, new: str, name: str
) -> None:
    message = refusal(breaking(file, old, new))
    assert f"{name}: stands twice" in message
    assert LINE_IN_FILE.search(message), message


def test_a_doubled_clause_of_the_notice_is_refused_with_its_line(breaking: Breaker) -> None:
    message = refusal(breaking("notice/notice.yaml", "id: N5.8\n", "id: N5.7\n"))
    assert "N5.7" in message
    assert "twice" in message
    assert LINE_IN_FILE.search(message), message


def test_a_tenth_category_is_refused(breaking: Breaker) -> None:
    message = refusal(breaking("parameters/accountability_reporting.yaml", "number: 9\n", "number: 10\n"))
    assert "accountability" in message
    assert "1 to 9" in message


def test_a_day_that_is_none_is_refused(breaking: Breaker) -> None:
    message = refusal(
        breaking("parameters/limits_reconsideration.yaml", S12, S12.replace("2023-12-31", "2023-02-30"))
    )
    assert "limits_reconsideration.yaml:" in message


def test_a_grade_outside_the_table_of_grades_is_refused(breaking: Breaker) -> None:
    old = "grade: M\n        note: {zh: 紧急情形"
    message = refusal(
        breaking("parameters/limits_recommendations.yaml", old, old.replace("grade: M", "grade: D"))
    )
    assert "'D'" in message


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("default: earlier\n", "default: latest\n", "is not among its values"),
        ("- value: after_handling\n", "- value: earlier\n", "at least two values"),
        (
            "- value: earlier\n        label: {zh: 两项分别检验",
            "- value: earlier\n        enabled: true\n        label: {zh: 两项分别检验",
            "the default is in force",
        ),
    ],
)
def test_a_reading_that_contradicts_itself_is_refused(
    breaking: Breaker, old: str, new: str, problem: str
) -> None:
    message = refusal(breaking("readings/readings_outcomes.yaml", old, new))
    assert "AMB-16" in message
    assert problem in message


def test_a_reading_that_nothing_can_test_cannot_be_enabled(breaking: Breaker) -> None:
    old = "label: {zh: 包括, en: included}"
    message = refusal(breaking("readings/readings_outcomes.yaml", old, f"{old}\n        enabled: true"))
    assert "AMB-23" in message
    assert "cannot be enabled" in message


def test_broken_yaml_is_refused_with_its_line(breaking: Breaker) -> None:
    folder = breaking("parameters/limits_arbitration.yaml", "acts: [defence]", "acts: [defence")
    message = refusal(folder)
    assert "limits_arbitration.yaml" in message
    assert re.search(r":\d+", message)


def test_a_file_under_another_root_is_refused(breaking: Breaker) -> None:
    message = refusal(breaking("parameters/limits_recommendations.yaml", "\nlimits:\n", "\nlimit:\n"))
    assert "limits_recommendations.yaml:1: must hold one key, limits" in message


def test_an_override_without_its_source_is_refused(breaking: Breaker) -> None:
    row = 'overrides:\n  - day: "2027-01-04"\n    kind: rest\n    name: 停止办公\n'
    message = refusal(breaking("calendar/overrides.yaml", "overrides: []", row))
    assert "overrides.yaml:" in message
    assert "source" in message


def test_the_example_in_the_override_table_loads_as_it_is_printed(folder: Path) -> None:
    path = folder / "calendar" / "overrides.yaml"
    text = path.read_text(encoding="utf-8")
    after = text[text.index("# Example") :].splitlines()[1:]
    example = [line.removeprefix("#") for line in after if line.startswith("#")]
    assert len(example) == 4
    path.write_text("overrides:\n" + "\n".join(example) + "\n", encoding="utf-8")
    (override,) = load_law(folder).overrides
    assert override.day.isoformat() == "2027-01-04"


def test_equal_folders_have_one_version_and_a_changed_one_has_another(breaking: Breaker) -> None:
    before = load_law().version
    folder = breaking("parameters/limits_court.yaml", "amount: 6\n", "amount: 7\n")
    assert load_law(folder).version != before
