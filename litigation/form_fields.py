"""Form fields that keep *not known* apart from *none*."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

NONE_OF_THEM = "-"


class KnownListField(forms.MultipleChoiceField):
    """Tick boxes with one for *none*. Nothing ticked is None (not known), that box is the empty list (none)."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages = {"none_and_some": _("Either tick “None”, or tick what there is.")}

    def __init__(
        self, *, choices: Iterable[tuple[str, Any]] | Callable[[], list[tuple[str, Any]]], **kwargs: Any
    ) -> None:
        def with_none() -> list[tuple[str, Any]]:
            listed = choices() if callable(choices) else choices
            return [*listed, (NONE_OF_THEM, _("None"))]

        super().__init__(choices=with_none, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return [NONE_OF_THEM] if value == [] else value

    def bound_data(self, data: Any, initial: Any) -> Any:
        return data or None

    def clean(self, value: Any) -> list[str] | None:
        """The list, the empty list for *none*, None for *not known*."""
        ticked = super().clean(value)
        if not ticked:
            return None
        if NONE_OF_THEM in ticked:
            if len(ticked) > 1:
                raise ValidationError(self.error_messages["none_and_some"], code="none_and_some")
            return []
        return [str(value) for value in self._in_order() if value in ticked]

    def _in_order(self) -> list[Any]:
        choices: Any = self.choices
        return [value for value, _label in choices]

    def has_changed(self, initial: Any, data: Any) -> bool:
        before = set(self.prepare_value(initial) or ())
        return before != set(data or ())


class RecordNameField(forms.CharField):
    """The code of a unit or the reference of a case, typed in; there must be such a record."""

    default_error_messages = {"unknown": _("There is no record called “%(name)s”.")}

    def __init__(self, *, names: tuple[str, str], **kwargs: Any) -> None:
        self.model, self.field = names
        super().__init__(**kwargs)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value in self.empty_values:
            return
        records = apps.get_model(self.model)._default_manager
        if not records.filter(**{self.field: value}).exists():
            raise ValidationError(self.error_messages["unknown"], code="unknown", params={"name": value})
