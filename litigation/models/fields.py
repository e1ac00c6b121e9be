"""Fields for closed vocabularies and short texts. A new word or label needs no migration: they are stored as plain columns."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from django import forms
from django.apps import apps
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from litigation.bundle.checks import LONGEST_CODE
from litigation.form_fields import KnownListField, RecordNameField
from litigation.labels import choices

CODE_LENGTH = LONGEST_CODE


class CodeField(models.CharField):
    """A code or reference; ``null`` is *not known*.

    With ``names`` (model, field) it is that of another record. Forms check that there is one; whoever imports has
    checked it already.
    """

    def __init__(self, names: tuple[str, str] | None = None, **kwargs: Any) -> None:
        self.names = names
        kwargs.setdefault("max_length", CODE_LENGTH)
        if kwargs.get("null"):
            kwargs["blank"] = True
        super().__init__(**kwargs)
        # Wagtail lets drafts leave text empty; an entry without its reference could not be read as a fact.
        self.required_on_save = not self.null

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def formfield(self, *args: Any, **kwargs: Any) -> forms.Field | None:
        if self.names is not None:
            kwargs |= {"form_class": RecordNameField, "names": self.names}
        return super().formfield(*args, **kwargs)


#: Where the names of other records are looked up.
UNIT_CODE = ("litigation.Unit", "code")
CASE_REF = ("litigation.CasePage", "ref")


class TermField(models.CharField):
    """One word of a vocabulary. ``null`` is *not known*; it is never the empty string."""

    def __init__(self, vocabulary: type[StrEnum] | None = None, **kwargs: Any) -> None:
        self.vocabulary = vocabulary
        if vocabulary is not None:
            kwargs.setdefault("max_length", 40)
            kwargs["choices"] = choices(vocabulary)
        if kwargs.get("null"):
            kwargs["blank"] = True
        super().__init__(**kwargs)
        # Wagtail lets drafts leave text empty; an entry that does not say what it is could not be read as a fact.
        self.required_on_save = not self.null

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        kwargs.pop("choices", None)
        return name, "django.db.models.CharField", args, kwargs


class TermsField(models.JSONField):
    """Several words of a vocabulary, as a list. ``null`` is *not known*, the empty list says *none*."""

    def __init__(self, vocabulary: type[StrEnum] | None = None, **kwargs: Any) -> None:
        self.vocabulary = vocabulary
        kwargs.update(null=True, blank=True)
        super().__init__(**kwargs)

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs

    def terms(self) -> list[tuple[str, Any]]:
        """What may stand in the list, with labels."""
        return choices(self.vocabulary) if self.vocabulary else []

    def formfield(self, *args: Any, **kwargs: Any) -> forms.Field:
        return KnownListField(
            choices=self.terms, label=self.verbose_name, help_text=self.help_text, required=False
        )


class UnitCodesField(TermsField):
    """Codes of units, copied as text so that a revision reads the same whatever happens to the unit."""

    def terms(self) -> list[tuple[str, Any]]:
        units = apps.get_model("litigation", "Unit")
        return [(unit.code, unit.name) for unit in units._default_manager.order_by("name")]


class LineField(models.TextField):
    """A text of one line, of any length; ``null`` is *not known*."""

    def __init__(self, **kwargs: Any) -> None:
        if kwargs.get("null"):
            kwargs["blank"] = True
        super().__init__(**kwargs)

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs

    def formfield(self, *args: Any, **kwargs: Any) -> forms.Field | None:
        kwargs["widget"] = forms.TextInput
        if self.null:
            kwargs["empty_value"] = None
        return super().formfield(*args, **kwargs)


def day(label: Any, help_text: Any = "", **kwargs: Any) -> models.DateField[Any, Any]:
    """A day that may be unknown."""
    return models.DateField(label, null=True, blank=True, help_text=help_text, **kwargs)


def term_in_days(label: Any, help_text: Any = "") -> models.PositiveIntegerField[Any, Any]:
    """A number of days that a court set, or *not known*; a hundred years at most, which every database holds."""
    limits = [MinValueValidator(1), MaxValueValidator(36_500)]
    return models.PositiveIntegerField(label, null=True, blank=True, help_text=help_text, validators=limits)


def flag(label: Any, help_text: Any = "") -> models.BooleanField[Any, Any]:
    """Yes, no, or not known."""
    return models.BooleanField(label, null=True, blank=True, help_text=help_text)


def stated(label: Any, help_text: Any = "") -> models.BooleanField[Any, Any]:
    """Something that is said or not said: no third state."""
    return models.BooleanField(label, default=False, help_text=help_text)
