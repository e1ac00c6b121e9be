"""Our catalogue comes first: a word that a package uses too must mean the same there, or carry a context of ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from django import conf
from django.apps import apps

from bootstrap import catalogue

#: Said otherwise than in the package, and meaning the same.
SAME_MEANING = {"For search engines", "Page not found", "not known"}


def catalogues() -> Iterator[Catalog]:
    """Those of the installed apps, and Django's own."""
    folders = [Path(app.path) for app in apps.get_app_configs()]
    for folder in (*folders, Path(str(conf.__file__)).parent):
        path = folder / "locale/zh_Hans/LC_MESSAGES/django.mo"
        if path.exists():
            with path.open("rb") as file:
                yield read_mo(file)


@pytest.fixture(scope="module")
def theirs() -> dict[tuple[str, str | None], set[str]]:
    """Their Chinese by message and context."""
    found: dict[tuple[str, str | None], set[str]] = {}
    for messages in catalogues():
        for message in messages:
            if isinstance(message.id, str) and message.id and message.string:
                found.setdefault((message.id, message.context), set()).add(str(message.string))
    return found


def test_no_word_of_a_package_is_renamed_by_ours(theirs: dict[tuple[str, str | None], set[str]]) -> None:
    renamed = {
        message.id: (message.string, theirs[message.id, message.context])
        for message in catalogue.read(catalogue.OWN)
        if isinstance(message.id, str)
        and (message.id, message.context) in theirs
        and message.string not in theirs[message.id, message.context]
        and message.id not in SAME_MEANING
    }
    assert renamed == {}


def test_the_packages_catalogues_were_found(theirs: dict[tuple[str, str | None], set[str]]) -> None:
    assert theirs["Clear", None] == {"清除"}
    assert len(theirs) > 1000
