"""manage.py export_bundle: what goes out can come in again."""

import io

import pytest
from django.core.management import CommandError, call_command

from litigation.actions.import_register import import_register
from litigation.bundle import normalise, read
from litigation.bundle.generate import generate
from litigation.extract import register_facts
from litigation.management import progress
from litigation.selectors import known_to_bundles


def output_of(command, *arguments):
    out = io.StringIO()
    call_command(command, *map(str, arguments), stdout=out)
    return out.getvalue()


@pytest.mark.django_db
class TestExport:
    @pytest.fixture(autouse=True)
    def _register(self):
        self.register = generate(12, 4)
        import_register(self.register, actor=None, source="test")

    @pytest.mark.parametrize("form", ["yaml", "json"])
    def test_the_whole_register_goes_out_as_it_came_in(self, form):
        exported = read(output_of("export_bundle", "--format", form), source="out")
        assert normalise(exported) == normalise(self.register)

    def test_a_part_goes_out_with_what_it_names(self):
        unit, ref = self.register.cases[0].unit, self.register.cases[0].ref
        of_unit = read(output_of("export_bundle", "--unit", unit), source="out", known=known_to_bundles())
        assert of_unit.cases
        assert {case.unit for case in of_unit.cases} == {unit}
        of_case = read(output_of("export_bundle", "--case", ref), source="out", known=known_to_bundles())
        assert [case.ref for case in of_case.cases] == [ref]

    def test_a_file_can_be_named(self, tmp_path):
        path = tmp_path / "out.json"
        assert output_of("export_bundle", "--format", "json", "-o", path) == ""
        assert normalise(read(path.read_bytes(), source="out")) == normalise(register_facts())

    @pytest.mark.parametrize("option", [["--unit", "ZZ"], ["--case", "ZZ"]])
    def test_a_unit_or_case_that_is_not_there_is_named_and_nothing_is_written(self, option, tmp_path):
        path = tmp_path / "out.yaml"
        path.write_text("as before", encoding="utf-8")
        with pytest.raises(CommandError, match="ZZ") as error:
            output_of("export_bundle", *option, "-o", path)
        assert error.value.returncode == 1
        assert path.read_text(encoding="utf-8") == "as before"

    def test_a_long_export_says_what_it_does(self, monkeypatch, tmp_path):
        monkeypatch.setattr(progress, "SILENT_SECONDS", 0.001)
        err = io.StringIO()
        call_command("export_bundle", "-o", str(tmp_path / "out.yaml"), stderr=err)
        assert err.getvalue().startswith("…")
