"""Who may do what with the record, and why not. Every entry point asks here: admin, API, exports and commands.

Actions check the record, not the person; they are told who acts.
"""

from __future__ import annotations

from typing import Any

import msgspec
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from litigation.models import CasePage


class Decision(msgspec.Struct, frozen=True):
    """Whether something is allowed and, if not, a sentence that says why."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed

    def require(self) -> None:
        """Raise PermissionDenied with the reason unless allowed."""
        if not self.allowed:
            raise PermissionDenied(self.reason)


ALLOWED = Decision(True)


def can_edit_case(user: Any, page: CasePage) -> Decision:
    """Editors of the unit, through Wagtail's tree permission on the unit's page."""
    if page.permissions_for_user(user).can_edit():
        return ALLOWED
    return Decision(False, _("You may not edit cases of this unit."))


def can_register_case(user: Any, page: CasePage) -> Decision:
    """Editors of the unit register its cases themselves (DESIGN §4)."""
    if page.permissions_for_user(user).can_publish():
        return ALLOWED
    return Decision(False, _("You may not register cases of this unit."))
