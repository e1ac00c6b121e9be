"""What Wagtail's admin offers on the standing public pages, whoever asks: others link to them, so they stay."""

from __future__ import annotations

from litigation.permission_testers import RegisterPagePermissionTester


class StandingPagePermissionTester(RegisterPagePermissionTester):
    """As on pages of the register, but their children may be put in order."""

    def can_reorder_children(self) -> bool:
        return bool(self.can_publish())
