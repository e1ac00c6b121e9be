"""What docs/operations.md tells an operator to do does what it says."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from msgspec.structs import replace

from accountability.permissions import can_read_findings
from litigation.models import CasePage
from litigation.permissions import can_edit_case, can_register_case
from tests.litigation.records import BARE, registered

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("docs/operations.md", "docs/operations.zh-CN.md")
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": "k" * 30 + "-of-a-test-" + "0123456789" * 2,
    "ALLOWED_HOSTS": "yingsu.example.cn",
    "PATH": os.environ["PATH"],
}


def blocks(document: str, kind: str) -> list[str]:
    text = (ROOT / document).read_text(encoding="utf-8")
    return re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL)


def test_both_languages_give_the_same_commands() -> None:
    english, chinese = (
        [re.sub(r"\s+#.*|<.*?>|用户名|NAME|=.*printed|=上一行.*", "", block) for block in blocks(name, "sh")]
        for name in LANGUAGES
    )
    assert english == chinese
    assert blocks(LANGUAGES[0], "ini") == blocks(LANGUAGES[1], "ini")


@pytest.mark.django_db
def test_the_group_of_a_unit_may_edit_and_register_its_cases_and_no_others() -> None:
    own = registered(BARE)
    other = registered(replace(BARE, ref="X1", unit="ZRJ"))
    (script,) = re.findall(
        r'shell --no-imports -c "\n(.*?)\n"\n', "".join(blocks(LANGUAGES[0], "sh")), re.DOTALL
    )
    exec(script, {})  # noqa: S102  the document's own words
    exec(script, {})  # noqa: S102  and once more: it may be repeated
    editor = get_user_model().objects.create_user("editor")
    editor.groups.set([Group.objects.get(name="JTJ")])
    editor = get_user_model().objects.get(pk=editor.pk)
    assert can_edit_case(editor, CasePage.objects.get(pk=own.pk))
    assert can_register_case(editor, CasePage.objects.get(pk=own.pk))
    assert not can_edit_case(editor, CasePage.objects.get(pk=other.pk))
    assert not can_read_findings(editor)
    assert editor.has_perm("wagtailadmin.access_admin")


@pytest.fixture(scope="module")
def production(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("production")
    return {
        **PRODUCTION,
        "DATABASE_URL": f"sqlite:///{folder}/site.sqlite3",
        "STATIC_ROOT": str(folder / "static"),
        "MEDIA_ROOT": str(folder / "media"),
        "LOG_LEVEL": "WARNING",
    }


def manage(variables: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_production_site_passes_djangos_deployment_check(production: dict[str, str]) -> None:
    ended = manage(production, "check", "--deploy", "--fail-level", "INFO")
    assert ended.returncode == 0, ended.stderr


@pytest.mark.parametrize(
    "variables", [{"SECURE_SSL_REDIRECT": "false"}, {"SECURE_HSTS_SECONDS": "0"}, {"SECRET_KEY": "short"}]
)
def test_the_check_sees_what_was_opened(production: dict[str, str], variables: dict[str, str]) -> None:
    ended = manage({**production, **variables}, "check", "--deploy", "--fail-level", "WARNING")
    assert ended.returncode == 1
    assert "security.W" in ended.stderr


HEADERS = """
import json
from config.wsgi import application
from django.test import Client

found = {}
for address in ("/", "/notice/", "/nowhere/", "/admin/login/"):
    response = Client(HTTP_HOST="yingsu.example.cn").get(address, secure=True)
    cookies = [str(morsel) for morsel in response.cookies.values()]
    found[address] = {"status": response.status_code, "cookies": cookies, **response.headers}
found["plain"] = dict(Client(HTTP_HOST="yingsu.example.cn").get("/").headers)
found["foreign"] = Client(HTTP_HOST="other.example.cn").get("/", secure=True).status_code
print(json.dumps(found))
"""


def test_a_production_site_answers_with_strict_headers(production: dict[str, str]) -> None:
    for arguments in (("migrate", "--verbosity", "0"), ("collectstatic", "--noinput", "--verbosity", "0")):
        ended = manage(production, *arguments)
        assert ended.returncode == 0, ended.stderr
    ended = subprocess.run(
        [sys.executable, "-c", HEADERS],
        cwd=ROOT,
        env={**production, "PYTHONPATH": str(ROOT / "site")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    found = json.loads(ended.stdout)
    for address, status in (("/", 200), ("/notice/", 200), ("/nowhere/", 404), ("/admin/login/", 200)):
        answer = found[address]
        assert answer["status"] == status
        assert answer["Strict-Transport-Security"].startswith("max-age=31536000")
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
        assert answer["X-Frame-Options"] == "DENY"
    for address in ("/", "/notice/", "/nowhere/"):
        policy = found[address]["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert found[address]["cookies"] == []
    assert all("Secure" in cookie for cookie in found["/admin/login/"]["cookies"])
    assert found["plain"]["Location"] == "https://yingsu.example.cn/"
    assert found["foreign"] == 400
