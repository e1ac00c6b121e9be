"""Reads pages as a visitor's browser does: the parsed document, text without white space."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup
from django.test import Client


def visited(client: Client, path: str, status: int = 200) -> BeautifulSoup:
    """The document at ``path``, which must answer with ``status``."""
    response = client.get(path)
    assert response.status_code == status
    return BeautifulSoup(response.content, "html.parser")


def without_space(text: str) -> str:
    return re.sub(r"\s+", "", text)


def meta_tags(document: BeautifulSoup) -> dict[str, str]:
    """Name and content of each meta element that has a name; no name stands twice."""
    tags = [(tag["name"], tag["content"]) for tag in document.find_all("meta", attrs={"name": True})]
    assert len(dict(tags)) == len(tags)
    return dict(tags)
