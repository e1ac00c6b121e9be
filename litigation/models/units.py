"""The units that are sued and report. A unit is never deleted; one that ceased to be has a last day."""

from __future__ import annotations

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from litigation.models.fields import CODE_LENGTH, TermField, day
from litigation.models.kept import Kept, KeptForeverError
from litigation.vocabulary import UnitKind

#: What a code or ref of the record looks like (bundle.schema.json).
valid_code = RegexValidator(
    r"^[A-Za-z0-9][A-Za-z0-9_.-]*\Z",
    _("Letters, digits, “_”, “.” and “-” only; the first is a letter or digit."),
)


class Unit(Kept):
    """A unit the notice speaks to (notice, scope clause). Its page in the registry is ``unit.page``."""

    code = models.CharField(
        _("code"),
        max_length=CODE_LENGTH,
        unique=True,
        validators=[valid_code],
        help_text=_("Short and ASCII. It never changes."),
    )
    name = models.CharField(pgettext_lazy("of a unit", "name"), max_length=255)
    kind = TermField(UnitKind, verbose_name=_("kind"))
    established_on = day(_("established on"), _("Empty if it always was."))
    abolished_on = day(_("abolished on"), _("The last day of its being; its cases stay."))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; KeptForeverError where the code is another one: old revisions and filings name the unit by it."""
        if not self._state.adding and Unit.objects.filter(pk=self.pk).exclude(code=self.code).exists():
            raise KeptForeverError(
                _("The code of %(name)s never changes; records name the unit by it.") % {"name": self.name}
            )
        super().save(*args, **kwargs)
