"""Who may read what was found. Every entry point asks here: screens, API, exports and commands."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from litigation.models import Unit
from litigation.permissions import ALLOWED, Decision


def readable_units(user: Any) -> QuerySet[Any]:
    """The units whose cases, duties and findings ``user`` may read; what is outside them answers as if it were absent.

    Private by default. There are no grants per unit yet (DESIGN §4, guardian grants): until there are, only a superuser
    reads, and reads all. Grants are to be added here and nowhere else.
    """
    if user.is_active and user.is_superuser:
        return Unit.objects.all()
    return Unit.objects.none()


def can_read_findings(user: Any) -> Decision:
    """Whether there is any unit that ``user`` may read about; a superuser may look at an empty register too."""
    if (user.is_active and user.is_superuser) or readable_units(user).exists():
        return ALLOWED
    return Decision(False, _("No unit's cases are open to you."))
