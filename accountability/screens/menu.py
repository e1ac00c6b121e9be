"""The group 应诉监督 in the admin's menu. Shown to those who may read about at least one unit."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from accountability.permissions import can_read_findings


class ScreenItem(MenuItem):
    """One screen."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(can_read_findings(request.user))


def supervision_menu() -> SubmenuMenuItem:
    """The group with its three screens."""
    items = [
        ScreenItem(
            _("Cases"), reverse_lazy("supervision:cases"), name="cases", icon_name="folder-open-1", order=100
        ),
        ScreenItem(
            _("Findings"),
            reverse_lazy("supervision:findings"),
            name="findings",
            icon_name="warning",
            order=200,
        ),
        ScreenItem(
            _("The nine categories"),
            reverse_lazy("supervision:categories"),
            name="categories",
            icon_name="list-ol",
            order=300,
        ),
    ]
    return SubmenuMenuItem(
        _("Supervision"),
        Menu(items=items),
        name="litigation-supervision",
        icon_name="clipboard-list",
        order=150,
    )
