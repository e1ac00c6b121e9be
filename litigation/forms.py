"""Forms of a case and its rows: a row keeps its identity from draft to draft, and "none" contradicts rows."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import BaseModelFormSet, ModelChoiceField
from django.utils.translation import gettext_lazy as _
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

NONE_AND_ROWS = _("“%(none)s” is ticked, and there are entries. Take out one or the other.")


class StatesNone(forms.ModelForm):
    """A form whose model has lists (``model.lists``) and for each a flag ``no_…``."""

    formsets: dict[str, Any]

    def clean(self) -> dict[str, Any]:
        """An error on every flag that contradicts the entries of its list."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for name in self._meta.model.lists:
            formset, flag = self.formsets.get(name), f"no_{name}"
            if formset is None or not cleaned.get(flag):
                continue
            gone = formset.deleted_forms if formset.is_valid() else []
            if any(form not in gone for form in formset.forms):
                self.add_error(flag, ValidationError(NONE_AND_ROWS % {"none": self.fields[flag].label}))
        return cleaned


class RowForm(StatesNone, WagtailAdminModelForm):
    """A child of a case, or a child of such a child, with its identity as a hidden field.

    modelcluster makes a new object for every row without a primary key, which is every row of a draft that was never
    published; ``RowFormSet`` finds the row again by this field.
    """

    uid = forms.UUIDField(required=False, widget=forms.HiddenInput)

    #: Set by the formset: the row stands in the loaded revision without a primary key.
    stands_in_draft = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The template from which the browser makes new rows has no instance: one identity for all of them would be wrong.
        self.initial["uid"] = self.instance.uid if kwargs.get("instance") is not None else None

    def has_changed(self) -> bool:
        # modelcluster takes all rows without a primary key out of the list and puts the changed ones back.
        return self.stands_in_draft or super().has_changed()


class RowFormSet(BaseChildFormSet):
    """Rows of one list. An identity is accepted only if it stands in the loaded revision, there at this row."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.loaded: dict[uuid.UUID, Any] = {row.uid: row for row in self.get_queryset()}

    def _construct_form(self, i: int, **kwargs: Any) -> Any:
        row = self._row_of_draft(i)
        if row is None:
            return super()._construct_form(i, **kwargs)
        # Past modelcluster, which would make a new object, and past Django, which would ask the database.
        form = super(BaseModelFormSet, self)._construct_form(i, instance=row, **kwargs)  # type: ignore[misc]
        form.stands_in_draft = True
        return form

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        # Django looks the key up among the stored rows; that of a revision may have been taken out since.
        key = self.model._meta.pk.name
        form.fields[key] = forms.IntegerField(
            required=False, widget=forms.HiddenInput, initial=form.fields[key].initial
        )

    def _row_of_draft(self, i: int) -> Any:
        """The loaded row that the i-th posted row is, if it has no primary key."""
        prefix = self.add_prefix(i)
        if (
            not self.is_bound
            or i >= self.initial_form_count()
            or self.data.get(f"{prefix}-{self.model._meta.pk.name}")
        ):
            return None
        try:
            row = self.loaded.get(uuid.UUID(self.data.get(f"{prefix}-uid", "")))
        except ValueError:
            return None
        return row if row is not None and row.pk is None else None

    def clean(self) -> None:
        """Refuse an identity that is foreign to this list, doubled, or another row's."""
        super().clean()
        seen: set[uuid.UUID] = set()
        for form in self.forms:
            posted = form.cleaned_data.get("uid") if hasattr(form, "cleaned_data") else None
            if posted is None:
                continue
            known = self.loaded.get(posted)
            if known is None or posted in seen or form.instance.uid != posted:
                raise ValidationError(
                    _("An entry does not belong to this record. Open the page again and repeat the change."),
                    code="foreign_row",
                )
            seen.add(posted)


class CaseForm(StatesNone, WagtailAdminPageForm):
    """The form of a case page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parent = getattr(self.parent_page, "specific", None)
        if self.instance.unit_id is None and parent is not None:
            # The unit of a new case is that of the page above: what is checked against it is checked before it is saved.
            self.instance.unit = parent.unit
        dispute = self.fields.get("dispute")
        if isinstance(dispute, ModelChoiceField):
            from litigation.selectors import disputes_for

            dispute.queryset = disputes_for(parent, self.instance)
