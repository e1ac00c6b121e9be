"""Readers of the screens, and a small county whose results are stored."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client

from accountability import permissions
from accountability.actions.assess_register import assess_register
from litigation.models import Unit
from tests.accountability.records import put
from tests.accountability.screens.county import CASES, REPORTS
from tests.accountability.stored import JULY

Reader = Callable[..., Client]


@pytest.fixture
def county(db: None) -> None:
    """The cases of ``county`` in three units, assessed as of 1 July 2021."""
    put(*CASES, reports=REPORTS)
    assess_register(JULY)


@pytest.fixture
def reader(db: None, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """Logs somebody in to the admin who may read about the units named, and about no other.

    Which people that are is decided in ``permissions.readable_units`` alone, which has no grants per unit yet: here it is
    told who reads what. That all screens ask it is what these tests are about.
    """
    granted: dict[Any, tuple[str, ...]] = {}
    of_the_site = permissions.readable_units

    def readable_units(user: Any) -> Any:
        if user.pk in granted:
            return Unit.objects.filter(code__in=granted[user.pk])
        return of_the_site(user)

    monkeypatch.setattr(permissions, "readable_units", readable_units)

    def log_in(*units: str) -> Client:
        user = in_the_admin("reader-" + "-".join(units or ("nobody",)))
        granted[user.pk] = units
        client = Client()
        client.force_login(user)
        return client

    return log_in


def in_the_admin(name: str) -> User:
    """A user whose only right is to enter the admin."""
    group, _ = Group.objects.get_or_create(name="may enter the admin")
    group.permissions.set([Permission.objects.get(codename="access_admin")])
    user = User.objects.create_user(name)
    user.groups.add(group)
    return user
