"""The settings of each environment, loaded as a server would load them: in a process of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.urls import get_resolver

from config.databases import from_url

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {"SECRET_KEY": "k" * 60, "ALLOWED_HOSTS": "ying.example.cn,www.example.cn"}


def load(module: str, names: list[str], **variables: str) -> subprocess.CompletedProcess[str]:
    """Print the named settings as JSON from a fresh Python that sees only these variables."""
    code = (
        "import json; from importlib import import_module; "
        f"m = import_module('config.settings.{module}'); "
        f"print(json.dumps({{n: getattr(m, n, None) for n in {names!r}}}, default=str))"
    )
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "site"), **variables}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )


def production(*names: str, **variables: str) -> dict[str, object]:
    """Return settings of production, which must load."""
    answer = load("production", list(names), **{**PRODUCTION, **variables})
    assert answer.returncode == 0, answer.stderr
    values: dict[str, object] = json.loads(answer.stdout)
    return values


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_production_does_not_start_without(missing: str) -> None:
    variables = {name: value for name, value in PRODUCTION.items() if name != missing}
    answer = load("production", [], **variables)
    assert answer.returncode != 0
    assert f"Production needs {missing} in the environment" in answer.stderr


def test_production_names_everything_that_is_missing_at_once() -> None:
    assert "needs SECRET_KEY and ALLOWED_HOSTS" in load("production", []).stderr


def test_production_does_not_start_with_debug_on() -> None:
    answer = load("production", [], **PRODUCTION, DEBUG="true")
    assert answer.returncode != 0
    assert "DEBUG" in answer.stderr


def test_production_is_closed_by_default() -> None:
    names = (
        "DEBUG",
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        "SECURE_SSL_REDIRECT",
        "SECURE_PROXY_SSL_HEADER",
    )
    assert production(*names) == {
        "DEBUG": False,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_SSL_REDIRECT": True,
        "SECURE_PROXY_SSL_HEADER": None,
    }
    assert production("SECURE_HSTS_SECONDS") == {"SECURE_HSTS_SECONDS": 31_536_000}


def test_production_takes_its_address_from_its_first_host() -> None:
    assert production("WAGTAILADMIN_BASE_URL") == {"WAGTAILADMIN_BASE_URL": "https://ying.example.cn"}


def test_an_unknown_task_backend_is_refused_in_words() -> None:
    answer = load("production", [], **PRODUCTION, TASKS_BACKEND="celery")
    assert "TASKS_BACKEND must be one of immediate, database" in answer.stderr


def test_sqlite_waits_for_its_turn_to_write(tmp_path: Path) -> None:
    config = from_url(f"sqlite:///{tmp_path}/new/db.sqlite3")
    assert config["NAME"] == f"{tmp_path}/new/db.sqlite3"
    assert config["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert config["OPTIONS"]["timeout"] == 20
    assert "journal_mode=WAL" in config["OPTIONS"]["init_command"]


def test_postgresql_runs_without_jit_and_keeps_options_of_the_address() -> None:
    config = from_url(
        "postgres://u:p%40ss@db.example.cn:5433/yingsu?sslmode=require&options=-c%20search_path%3Da"
    )
    assert config["ENGINE"] == "django.db.backends.postgresql"
    assert (config["HOST"], config["PORT"], config["PASSWORD"]) == ("db.example.cn", 5433, "p@ss")
    assert config["OPTIONS"] == {"sslmode": "require", "options": "-c jit=off -c search_path=a"}


@pytest.mark.parametrize("url", ["mysql://u@h/n", "sqlite:///relative.sqlite3", "nonsense"])
def test_other_database_addresses_are_refused(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        from_url(url)


def test_what_the_design_rules_out_is_out() -> None:
    assert settings.WAGTAIL_AUTOSAVE_INTERVAL == 0
    assert settings.WAGTAIL_WORKFLOW_ENABLED is False
    assert settings.WAGTAIL_GRAVATAR_PROVIDER_URL is None
    assert settings.WAGTAIL_I18N_ENABLED is False
    assert settings.ANONYMOUS_USER_NAME is None
    assert settings.WAGTAILDOCS_SERVE_METHOD == "serve_view"
    assert settings.SIMPLE_HISTORY_DATE_INDEX == "Composite"
    assert "django.contrib.admin" not in settings.INSTALLED_APPS
    assert "wagtail.contrib.simple_translation" not in settings.INSTALLED_APPS


def test_neither_djangos_admin_nor_a_documents_api_has_an_address() -> None:
    routes = [str(pattern.pattern) for pattern in get_resolver().url_patterns]
    assert "django-admin/" not in routes
    assert routes.index("admin/") < routes.index("documents/") < routes.index("")


def test_tests_keep_their_files_to_themselves() -> None:
    for folder in (settings.MEDIA_ROOT, settings.STATIC_ROOT, settings.VAR_DIR):
        assert not Path(folder).is_relative_to(ROOT)
