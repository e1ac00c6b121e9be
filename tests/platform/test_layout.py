"""Laws of the house about files: small, and named after the one thing they hold."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAX_LINES, MAX_TEST_LINES = 300, 400
# "service" alone is a word of the law here: the service of documents.
VAGUE = {"utils", "util", "helpers", "helper", "services", "misc", "common", "shared", "tools"}
APPS = ("accountability", "home", "litigation")


def own_modules() -> list[Path]:
    """Return every Python file of the checkout outside the environments and the data of this machine."""
    top = [path for path in ROOT.iterdir() if not path.name.startswith(".") and path.name != "var"]
    nested = [module for folder in top if folder.is_dir() for module in folder.rglob("*.py")]
    return sorted([*nested, *(path for path in top if path.suffix == ".py")])


MODULES = own_modules()


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 10


def test_no_module_outgrows_its_limit() -> None:
    too_long = []
    for path in MODULES:
        name = path.relative_to(ROOT)
        if "migrations" in name.parts:
            continue
        limit = MAX_TEST_LINES if name.parts[0] == "tests" else MAX_LINES
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > limit:
            too_long.append(f"{name}: {lines} lines, {limit} at most")
    assert not too_long, "split these by what they hold:\n" + "\n".join(too_long)


def test_no_module_or_folder_has_a_name_that_says_nothing() -> None:
    names = [path.relative_to(ROOT) for path in MODULES]
    vague = [str(name) for name in names if VAGUE & {part.removesuffix(".py") for part in name.parts}]
    assert not vague, f"name these after what they hold: {vague}"


@pytest.mark.parametrize("app", APPS)
def test_every_folder_with_modules_is_a_package(app: str) -> None:
    folders = {path.parent for path in MODULES if path.relative_to(ROOT).parts[0] == app}
    missing = [str(folder.relative_to(ROOT)) for folder in folders if not (folder / "__init__.py").exists()]
    assert not missing, f"without __init__.py: {missing}"


def test_secrets_data_and_compiled_files_are_git_ignored() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"var/", ".venv/", "*.mo", "__pycache__/"} <= set(ignored)
