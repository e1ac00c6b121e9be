"""What Wagtail's admin offers on pages of the register, whoever asks.

Superusers too: Wagtail lets them through before any other check, so each refusal stands before ``super()``.
"""

from __future__ import annotations

from typing import Any

from wagtail.models import PagePermissionTester


class RegisterPagePermissionTester(PagePermissionTester):
    """Deletion, unpublishing, moving, copying, privacy and the clock are closed: a record stays where it is."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return False

    def can_unpublish(self) -> bool:
        return False

    def can_move(self) -> bool:
        return False

    def can_move_to(self, destination: Any) -> bool:
        return False

    def can_copy(self) -> bool:
        return False

    def can_copy_to(self, destination: Any, recursive: bool = False) -> bool:
        return False

    def can_set_view_restrictions(self) -> bool:
        return False

    def can_unschedule(self) -> bool:
        return False

    def can_reorder_children(self) -> bool:
        return False


class StructurePagePermissionTester(RegisterPagePermissionTester):
    """Registry and unit pages: made by actions, edited by nobody. Cases may be added below a unit's page."""

    def can_edit(self) -> bool:
        return False

    def can_publish(self) -> bool:
        return False

    def can_lock(self) -> bool:
        return False

    def can_unlock(self) -> bool:
        return False
