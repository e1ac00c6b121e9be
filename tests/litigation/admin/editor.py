"""A person at Wagtail's editor: what stands in the form of the page is what gets posted."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from litigation.models import CasePage


class Editor:
    """Opens the editor of a case, fills it in, saves, registers, reverts."""

    def __init__(self, client: Client, page: CasePage) -> None:
        self.client = client
        self.page_id = page.pk
        self.open()

    def open(self, revision_id: int | None = None) -> None:
        """Turn to the form of the latest draft, or of an old revision. It is loaded when it is looked at."""
        self.address = reverse("wagtailadmin_pages:edit", args=[self.page_id])
        if revision_id is not None:
            self.address = reverse("wagtailadmin_pages:revisions_revert", args=[self.page_id, revision_id])
        self._fields: dict[str, Any] | None = None

    @property
    def fields(self) -> dict[str, Any]:
        """What would be posted, by name."""
        if self._fields is None:
            response = self.client.get(self.address)
            assert response.status_code == 200
            form = BeautifulSoup(response.content, "html.parser").find(id="page-edit-form")
            self.address = form.get("action") or self.address
            self._fields = fields_of(form)
        return self._fields

    def save(self) -> None:
        self._post({})

    def register(self) -> None:
        self._post({"action-publish": "action-publish"})

    def refused(self) -> str:
        """Post a draft that must be refused and return the page that says so."""
        response = self.client.post(self.address, self.fields)
        assert response.status_code == 200, "the draft was saved"
        return response.content.decode()

    def add(self, formset: str, **values: str) -> None:
        """What the browser does on "Add": a new row, without an identity."""
        count = int(self.fields[f"{formset}-TOTAL_FORMS"])
        self.fields[f"{formset}-TOTAL_FORMS"] = str(count + 1)
        row = {"id": "", "uid": "", "ORDER": str(count + 1), "DELETE": "", **values}
        self.fields.update({f"{formset}-{count}-{name}": value for name, value in row.items()})

    def add_hearing(self, on: str) -> str:
        """A new hearing, with the empty list of its attendance; returns the prefix of that list."""
        count = int(self.fields["hearings-TOTAL_FORMS"])
        self.add("hearings", on=on)
        prefix = f"hearings-{count}-attendance"
        self.fields.update({f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"})
        return prefix

    def _post(self, button: dict[str, str]) -> None:
        fields = {**self.fields, **button}
        response = self.client.post(self.address, fields)
        assert response.status_code == 302, _errors(response)
        self.open()


def fields_of(form: Any) -> dict[str, Any]:
    """Names and values of everything a browser would send."""
    for template in form.find_all("template"):
        template.decompose()
    fields: dict[str, Any] = {}
    for field in form.find_all(["input", "select", "textarea"]):
        name = field.get("name")
        if not name or field.get("type") in ("submit", "button", "file"):
            continue
        if field.name == "select":
            chosen = [option["value"] for option in field.find_all("option") if option.has_attr("selected")]
            fields[name] = chosen[0] if chosen else ""
        elif field.name == "textarea":
            fields[name] = field.text.removeprefix("\n")
        elif field.get("type") in ("checkbox", "radio"):
            if field.has_attr("checked"):
                fields.setdefault(name, []).append(field.get("value", "on"))
        else:
            fields[name] = field.get("value", "")
    return fields


def _errors(response: Any) -> str:
    page = BeautifulSoup(response.content, "html.parser")
    return " ".join(error.get_text(" ", strip=True) for error in page.select(".error-message, .messages"))
