"""Values on the command line: a day, a moment."""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import date, datetime, time

from django.utils import timezone

from accountability.readings_file import day_of


def day(text: str) -> date:
    """A day as YYYY-MM-DD."""
    found = day_of(text)
    if found is None:
        raise ArgumentTypeError(f"{text!r} is no day of the calendar; write YYYY-MM-DD")
    return found


def moment(text: str) -> datetime:
    """A moment as YYYY-MM-DDTHH:MM, in local time unless it says otherwise; a day alone means the end of it."""
    whole_day = day_of(text)
    if whole_day is not None:
        return timezone.make_aware(datetime.combine(whole_day, time.max))
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is no moment; write YYYY-MM-DDTHH:MM or YYYY-MM-DD") from None
    local = timezone.make_aware(found) if timezone.is_naive(found) else found
    return timezone.localtime(local)
