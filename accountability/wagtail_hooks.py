"""Where Wagtail's admin takes in the screens of the supervision."""

from __future__ import annotations

from django.urls import URLResolver, include, path
from wagtail import hooks
from wagtail.admin.menu import SubmenuMenuItem

from accountability.screens import urls
from accountability.screens.menu import supervision_menu


@hooks.register("register_admin_urls")
def add_screens() -> list[URLResolver]:
    """Below /admin/supervision/, each view behind the admin's login."""
    return [path("supervision/", include(urls))]


@hooks.register("register_admin_menu_item")
def add_menu() -> SubmenuMenuItem:
    """The group 应诉监督."""
    return supervision_menu()
