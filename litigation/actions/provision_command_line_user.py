"""Whom a write is attributed to that a command makes without naming a person: the account that ran the command."""

from __future__ import annotations

import getpass
import os

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser

PREFIX = "command-line-"


def provision_command_line_user() -> AbstractBaseUser:
    """Return the user ``command-line-root`` (or whatever the system account is called); made if there is none.

    It is a name for the record only: inactive, without a password and without any right.
    """
    users = get_user_model()
    user, _made = users._default_manager.get_or_create(
        **{users.USERNAME_FIELD: PREFIX + _account()}, defaults={"is_active": False, "password": "!"}
    )
    return user


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        # A container may run under a number that no account has.
        return str(os.getuid())
