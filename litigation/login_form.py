"""The form at the admin's door, its fields named in the user's language: Wagtail names its own in English only."""

from __future__ import annotations

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import pgettext_lazy
from wagtail.admin.forms.auth import LoginForm


class NamedLoginForm(LoginForm):
    """Wagtail's, but for the two names."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = capfirst(self.username_field.verbose_name)
        self.fields["password"].label = pgettext_lazy("at the login", "Password")
