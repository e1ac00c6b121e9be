"""What all children of a case have in common: an identity that outlives drafts, and a place in their list."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from litigation.forms import RowForm
from litigation.models.stated import StatedParts


class RecordRow(StatedParts, Orderable):
    """A child of a case, or a child of such a child.

    ``uid`` is what filings and traces refer to. modelcluster builds a new object for every form row without a primary
    key, so a primary key says nothing about identity; the hidden uid of the form does (``litigation.forms``).
    """

    uid = models.UUIDField(_("identity"), default=uuid.uuid4, editable=False)

    base_form_class = RowForm
    wagtail_reference_index_ignore = True

    class Meta(Orderable.Meta):
        abstract = True


class CaseRow(RecordRow):
    """A child of a case; each subclass names its ParentalKey ``page``."""

    class Meta(RecordRow.Meta):
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["page", "uid"], name="%(app_label)s_%(class)s_page_uid")
        ]


class ClusterCaseRow(ClusterableModel, CaseRow):
    """A child of a case that has children."""

    class Meta(CaseRow.Meta):
        abstract = True
