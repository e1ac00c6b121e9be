"""The second tree: Root → Registry → one page per unit → its cases. No Site's root, nor below one (DESIGN §4)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from litigation.models.units import Unit
from litigation.models.unroutable import RegisterPage
from litigation.permission_testers import StructurePagePermissionTester


class Registry(RegisterPage):
    """The one page that holds the unit pages."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["litigation.UnitPage"]
    max_count = 1
    is_creatable = False
    permission_tester = StructurePagePermissionTester

    def get_admin_display_title(self) -> str:
        """In the user's language; the stored title is English."""
        return str(_("Register of cases"))

    class Meta:
        verbose_name = _("registry")
        verbose_name_plural = _("registries")


class UnitPage(RegisterPage):
    """The page below which the cases of one unit stand; per-unit power is simply the tree."""

    unit: models.OneToOneField[Unit, Unit] = models.OneToOneField(
        Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="page"
    )

    parent_page_types = ["litigation.Registry"]
    subpage_types = ["litigation.CasePage"]
    is_creatable = False
    permission_tester = StructurePagePermissionTester

    class Meta:
        verbose_name = _("unit page")
        verbose_name_plural = _("unit pages")
