"""Values on the command line: a day, a moment, a number, a user."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from datetime import date, datetime, time

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.core.management.base import CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from litigation.bundle.predicate import is_day
from litigation.written_days import day_of

#: Eighteen digits fit every database and every random generator; more are a slip of the keyboard.
_NUMBER = re.compile(r"-?\d{1,18}\Z", re.ASCII)


def day(text: str) -> date:
    """A day as YYYY-MM-DD, of the years that a bundle may name."""
    found = day_of(text)
    if found is None or not is_day(text):
        raise ArgumentTypeError(
            _("“%(text)s” is no day of the years 1900 to 2100; write YYYY-MM-DD.") % {"text": text}
        )
    return found


def moment(text: str) -> datetime:
    """A moment as YYYY-MM-DDTHH:MM, in local time unless it says otherwise; a day alone means the end of it."""
    whole_day = day_of(text)
    if whole_day is not None and is_day(text):
        return timezone.make_aware(datetime.combine(whole_day, time.max))
    try:
        found = datetime.fromisoformat(text)
        if not is_day(found.date().isoformat()):
            raise ValueError
    except ValueError:
        raise ArgumentTypeError(
            _("“%(text)s” is no moment of the years 1900 to 2100; write YYYY-MM-DDTHH:MM or YYYY-MM-DD.")
            % {"text": text}
        ) from None
    local = timezone.make_aware(found) if timezone.is_naive(found) else found
    return timezone.localtime(local)


def number(text: str) -> int:
    """A whole number, written with the digits 0 to 9."""
    if not _NUMBER.match(text):
        raise ArgumentTypeError(_("“%(text)s” is no whole number.") % {"text": text})
    return int(text)


def count(text: str) -> int:
    """A whole number, 0 or more."""
    found = number(text)
    if found < 0:
        raise ArgumentTypeError(_("“%(text)s” is less than 0.") % {"text": text})
    return found


def user_called(name: str) -> AbstractBaseUser:
    """The user of that name. Raises CommandError: that somebody exists is no question of usage."""
    users = get_user_model()
    found = users._default_manager.filter(**{users.USERNAME_FIELD: name}).first()
    if found is None:
        raise CommandError(_("There is no user called %(name)s.") % {"name": name})
    return found
