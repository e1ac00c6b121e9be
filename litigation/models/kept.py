"""What was once a record stays: rows that are never deleted, and rows that are never changed either."""

from __future__ import annotations

from typing import Any, NoReturn, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext as _


class KeptForeverError(PermissionDenied):
    """Somebody tried to delete, or to change, what the register keeps."""


class Kept(models.Model):
    """A row that is never deleted."""

    class Meta:
        abstract = True

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise KeptForeverError(_refusal_to_delete(type(self)))


def refuse_deletion(sender: type[models.Model], **kwargs: Any) -> NoReturn:
    """Receiver of ``pre_delete``: also stops queryset deletion, and deletion by cascade from a parent page."""
    raise KeptForeverError(_refusal_to_delete(sender))


_Row_co = TypeVar("_Row_co", bound=models.Model, covariant=True)


class AppendOnlyQuerySet(models.QuerySet[_Row_co]):
    """Reads and adds. Changing many rows at once is refused like changing one."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise KeptForeverError(_refusal_to_change(self.model))

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise KeptForeverError(_refusal_to_change(self.model))

    def bulk_create(self, objs: Any, *args: Any, update_conflicts: bool = False, **kwargs: Any) -> Any:
        if update_conflicts:
            raise KeptForeverError(_refusal_to_change(self.model))
        return super().bulk_create(objs, *args, **kwargs)


class AppendOnlyManager(models.Manager[_Row_co]):
    """The manager of rows that are written once."""

    def get_queryset(self) -> AppendOnlyQuerySet[_Row_co]:
        return AppendOnlyQuerySet(self.model, using=self._db)


class AppendOnly(Kept):
    """A row that is written once."""

    objects = AppendOnlyManager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write a new row; KeptForeverError for one that is already stored."""
        if not self._state.adding:
            raise KeptForeverError(_refusal_to_change(type(self)))
        super().save(*args, **kwargs)


def _refusal_to_delete(model: type[models.Model]) -> str:
    return _("%(what)s are never deleted: what was once a record is struck, with a reason.") % {
        "what": model._meta.verbose_name_plural
    }


def _refusal_to_change(model: type[models.Model]) -> str:
    return _("%(what)s are never changed: a correction is a record of its own.") % {
        "what": model._meta.verbose_name_plural
    }
