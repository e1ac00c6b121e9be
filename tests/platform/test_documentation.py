"""README and docs say what is there: every command with every option, every variable, every file and heading linked."""

from __future__ import annotations

import ast
import re
from argparse import Action
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management.base import BaseCommand

from tests.running_commands import own_commands

ROOT = Path(__file__).resolve().parents[2]
READMES = ("README.md", "README.zh-CN.md")
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "tests/scenarios/README.md")
)
LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]*))?\)")


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def usage_in(readme: str, command: str) -> str:
    """How the table of commands shows ``command``: ``assess [--as-of D] …``."""
    found = re.findall(rf"^\| `({command}(?: [^`]*)?)` \|", text_of(readme), re.MULTILINE)
    assert len(found) == 1, f"{readme} shows {command} {len(found)} times"
    return str(found[0]).replace("\\|", "|")


def own_actions(command: BaseCommand) -> list[Action]:
    """The arguments that the command itself adds to those of every command."""
    common = {action.dest for action in BaseCommand().create_parser("manage.py", "x")._actions}
    parser = command.create_parser("manage.py", "x")
    return [action for action in parser._actions if action.dest not in common]


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("name", sorted(own_commands()))
def test_the_table_of_commands_shows_every_option_and_no_other(readme: str, name: str) -> None:
    usage = usage_in(readme, name)
    actions = own_actions(own_commands()[name])
    flags = [action for action in actions if action.option_strings]
    shown = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", usage))
    known = {flag for action in flags for flag in action.option_strings}
    assert shown - known == set()
    for action in flags:
        (flag,) = shown & set(action.option_strings) or {None}
        assert flag, f"{action.option_strings} is not shown"
        assert (f"[{flag}" in usage) is not action.required, f"{flag}: in brackets where it may be left out"
    first_flag = re.split(r" \[?-", usage)[0].split()
    assert len(first_flag) - 1 == len(actions) - len(flags), "one word for each argument without a flag"


@pytest.mark.parametrize("readme", READMES)
def test_the_table_shows_no_command_that_is_not_there(readme: str) -> None:
    rows = re.findall(r"^\| `([a-z_]+)(?: [^`]*)?` \|", text_of(readme), re.MULTILINE)
    assert set(rows) == set(own_commands())


def variables_read(path: Path) -> Iterator[str]:
    """Names of environment variables that a module asks for: ``env("X")``, ``env.bool("X")``, ``os.environ["X"]`` …"""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            asked, key = ast.unparse(node.func), node.args[0]
        elif isinstance(node, ast.Subscript):
            asked, key = ast.unparse(node.value), node.slice
        elif isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
            asked, key = ast.unparse(node.comparators[0]), node.left
        else:
            continue
        if re.fullmatch(
            r"env|env\.\w+|(os\.)?environ(\.\w+)?|(os\.)?getenv|_?environment", asked
        ) and isinstance(key, ast.Constant):
            yield str(key.value)


def settings_rows() -> dict[str, str]:
    """Who reads each variable, by the table of docs/settings.md."""
    rows = re.findall(r"^\| `([A-Z_]+)` \|[^|]*\|([^|]*)\|", text_of("docs/settings.md"), re.MULTILINE)
    assert len(rows) == len(dict(rows)), "a variable stands twice"
    return dict(rows)


def test_every_variable_is_in_the_table_and_the_table_names_no_other() -> None:
    folders = ("site", "litigation", "accountability", "home")
    modules = [ROOT / "manage.py", *(path for folder in folders for path in (ROOT / folder).rglob("*.py"))]
    read = {name for path in modules for name in variables_read(path)}
    # Django's own, and an argument of `make run`.
    read -= {"DJANGO_SETTINGS_MODULE", "RELOAD"}
    assert set(settings_rows()) == read


@pytest.mark.parametrize("module", ["dev", "production"])
def test_the_table_says_which_settings_read_a_variable(module: str) -> None:
    folder = ROOT / "site" / "config" / "settings"
    read = {name for source in ("base", module) for name in variables_read(folder / f"{source}.py")}
    assert {
        name for name, by in settings_rows().items() if module in by.split(", ") or f" {module}" in by
    } == read


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_and_heading_linked_is_there(document: str) -> None:
    folder = (ROOT / document).parent
    for target, anchor in LINK.findall(text_of(document)):
        if "://" in target:
            continue
        file = (folder / target).resolve() if target else ROOT / document
        assert file.exists(), f"{document} links to {target}"
        if anchor:
            headings = re.findall(r"^#+ (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {slug(heading) for heading in headings}, f"{document}: #{anchor}"


def slug(heading: str) -> str:
    """The anchor that GitHub makes of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_named_in_code_marks_is_there(document: str) -> None:
    named = re.findall(
        r"`((?:litigation|accountability|home|site|tests|docs|templates|locale)/[^`\s]*)`", text_of(document)
    )
    missing = [path for path in named if not list(ROOT.glob(path.rstrip("/")))]
    assert missing == []
