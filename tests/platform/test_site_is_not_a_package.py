"""site/ stays a folder: as a package it could never be imported, the standard library's `site` is loaded first."""

import importlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_site_has_no_init_file() -> None:
    assert not (ROOT / "site" / "__init__.py").exists()


def test_the_module_named_site_is_the_standard_librarys() -> None:
    assert ROOT not in Path(sys.modules["site"].__file__ or "").resolve().parents


def test_config_comes_from_the_site_folder() -> None:
    config = importlib.import_module("config")
    assert Path(config.__file__ or "").resolve() == ROOT / "site" / "config" / "__init__.py"


def test_the_entry_points_put_site_on_the_path() -> None:
    for entry in ("manage.py", "site/config/wsgi.py"):
        assert '"site"' in (ROOT / entry).read_text(encoding="utf-8"), entry
