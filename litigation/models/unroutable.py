"""Pages of the register: no address, no preview, no search, no deletion — by construction and not by a filter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NoReturn

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page

from litigation.models.kept import KeptForeverError
from litigation.permission_testers import RegisterPagePermissionTester


class RegisterPage(Page):
    """What Registry, UnitPage and CasePage have in common.

    None of them stands below a Site's root page. The overrides hold even if somebody moved a Site there.
    """

    #: In no index, so no search of any kind can probe it (TRAPS 7).
    search_fields: list[Any] = []
    preview_modes: list[Any] = []
    private_page_options: list[str] = []
    #: Keeps "used by" listings and reports free of cases.
    wagtail_reference_index_ignore = True
    permission_tester: type[RegisterPagePermissionTester] = RegisterPagePermissionTester

    class Meta:
        abstract = True

    # -- No address ---------------------------------------------------------------------------------------

    def is_site_root(self) -> bool:
        return False

    def get_url_parts(self, request: HttpRequest | None = None) -> None:
        return None

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[Any]:
        return []

    def get_route_paths(self) -> list[str]:
        return []

    def get_cached_paths(self) -> list[str]:
        return []

    def route(self, request: HttpRequest, path_components: list[str]) -> NoReturn:
        raise Http404

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> NoReturn:
        raise Http404

    # -- In no index ------------------------------------------------------------------------------------

    @classmethod
    def get_indexed_objects(cls) -> Any:
        return cls.objects.none()

    # -- Nothing is taken away ----------------------------------------------------------------------------

    def permissions_for_user(self, user: Any) -> RegisterPagePermissionTester:
        return self.permission_tester(user, self)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise KeptForeverError(_refusal(_("deleted")))

    def unpublish(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise KeptForeverError(_refusal(_("unpublished")))

    def move(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise KeptForeverError(_refusal(_("moved")))

    def copy(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise KeptForeverError(_refusal(_("copied")))

    def create_alias(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise KeptForeverError(_refusal(_("copied")))

    def copy_for_translation(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise KeptForeverError(_refusal(_("copied")))

    # -- Nothing happens by itself, and a revision is evidence --------------------------------------------

    def full_clean(self, exclude: Iterable[str] | None = None, *args: Any, **kwargs: Any) -> None:
        """Check what people enter. Keys and tree fields are set by the program and looked up by nobody twice."""
        keys = {field.name for field in self._meta.fields if field.is_relation}
        super().full_clean({*(exclude or ()), *keys, "path", "translation_key"}, *args, **kwargs)

    def clean(self) -> None:
        """Refuse both schedule fields: ``publish_scheduled`` asks nobody (TRAPS 16)."""
        super().clean()
        if self.go_live_at or self.expire_at:
            raise ValidationError(
                _("A page of the register is neither published nor withdrawn by the clock.")
            )

    def save_revision(self, *args: Any, **kwargs: Any) -> models.Model:
        """A new revision, never one written over another (TRAPS 2)."""
        if kwargs.get("overwrite_revision"):
            raise PermissionDenied(_("A revision of the record is never overwritten."))
        if kwargs.get("approved_go_live_at"):
            raise PermissionDenied(
                _("A page of the register is neither published nor withdrawn by the clock.")
            )
        revision: models.Model = super().save_revision(*args, **kwargs)
        return revision

    def publish(self, *args: Any, **kwargs: Any) -> None:
        """Publish, and whatever listens to it, in one transaction."""
        with transaction.atomic():
            super().publish(*args, **kwargs)


def refuse_move(**kwargs: Any) -> NoReturn:
    """Receiver of ``pre_page_move``: a plain ``Page`` in a shell does not know the refusal of its specific class."""
    raise KeptForeverError(_refusal(_("moved")))


def _refusal(participle: str) -> str:
    return _("A page of the register is never %(participle)s.") % {"participle": participle}
