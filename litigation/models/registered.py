"""What was registered, and when: the facts of a case as every later stage reads them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from litigation.models.cases import CasePage
from litigation.models.kept import AppendOnly


class RegisteredFacts(AppendOnly):
    """One registration of a case. Append-only; ``encoded`` is kept as it was written (``litigation.stored_facts``)."""

    case = models.ForeignKey(
        CasePage, verbose_name=_("case"), on_delete=models.PROTECT, related_name="registrations"
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        verbose_name=_("revision"),
        on_delete=models.PROTECT,
        related_name="registrations",
        null=True,
        help_text=_("Empty only where none was made."),
    )
    recorded_at = models.DateTimeField(_("recorded at"), default=timezone.now, editable=False)
    schema_version = models.PositiveSmallIntegerField(_("version of the encoding"))
    encoded = models.TextField(_("facts"))
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("registered by"),
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        editable=False,
    )

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["id"]
        indexes = [models.Index(fields=["case", "-recorded_at", "-id"], name="litigation_registered_latest")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.recorded_at:%Y-%m-%d %H:%M}"
