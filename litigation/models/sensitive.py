"""重大敏感: the case was flagged as major or sensitive (N5.1)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from litigation.models.fields import TermsField, day, stated
from litigation.vocabulary import Ground


class SensitiveFields(models.Model):
    """The flag with its days, flat on the case page. None of the grounds says that an incident took place."""

    has_sensitive = stated(_("major or sensitive"), _("Ticked by itself once anything about it is given."))
    sensitive_flagged_on = day(_("flagged on"))
    sensitive_grounds = TermsField(Ground, verbose_name=_("grounds"))
    sensitive_reported_on = day(
        _("reported on"), _("To the county government, in time (N5.1 names no number of days).")
    )
    sensitive_assessed_on = day(_("risk assessed on"))

    class Meta:
        abstract = True
