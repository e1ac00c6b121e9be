"""CasePage = one respondent unit × one docket number (案号). Attendance, deadlines and findings attach here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from litigation.forms import CaseForm
from litigation.labels import LABELS
from litigation.models.decisions import DecisionFields
from litigation.models.disputes import Dispute
from litigation.models.documents import EvidenceExtensionFields
from litigation.models.fields import (
    CASE_REF,
    UNIT_CODE,
    CodeField,
    LineField,
    TermField,
    UnitCodesField,
    day,
    stated,
)
from litigation.models.numbering import next_ref
from litigation.models.sensitive import SensitiveFields
from litigation.models.stated import StatedParts
from litigation.models.units import Unit, valid_code
from litigation.models.unroutable import RegisterPage
from litigation.panels import CASE_EDITOR
from litigation.vocabulary import COURT_KINDS, CaseKind, Instance, Procedure, RespondentRole

TITLE_LENGTH = 255


class CasePage(RegisterPage, StatedParts, SensitiveFields, EvidenceExtensionFields, DecisionFields):
    """The record of a case. Publishing it registers its facts; it never has a URL.

    For each list there is a flag ``no_…``: entries are what is known, the flag says *none*, neither says *not known*.
    A group of fields counts as recorded when ``has_…`` is ticked or anything of the group is given.
    Other units and cases are copied as codes and refs, so that an old revision reads as it was written.
    """

    lists = (
        "plaintiffs",
        "received",
        "submitted",
        "hearings",
        "services",
        "appeals",
        "suspensions",
        "refusal",
        "recommendations",
        "conduct",
    )
    groups = ("sensitive", "evidence_extension", "decision", "performance")

    ref = CodeField(verbose_name=_("reference"), unique=True, editable=False, validators=[valid_code])
    unit = models.ForeignKey(
        Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="cases", editable=False
    )
    dispute = models.ForeignKey(
        Dispute,
        verbose_name=_("dispute"),
        on_delete=models.PROTECT,
        related_name="cases",
        null=True,
        blank=True,
    )
    kind = TermField(CaseKind, verbose_name=_("kind of case"), default=CaseKind.LITIGATION.value)
    instance = TermField(Instance, verbose_name=_("instance"), default=Instance.FIRST.value)
    procedure = TermField(Procedure, verbose_name=_("procedure"), null=True)
    docket = LineField(verbose_name=_("docket number"), null=True, help_text=_("As printed on the papers."))
    tribunal = LineField(verbose_name=_("court or other tribunal"), null=True)
    follows = CodeField(
        CASE_REF,
        verbose_name=_("continues case"),
        null=True,
        help_text=_("Reference of the case that this one continues: after appeal, remand or transfer."),
    )
    role = TermField(RespondentRole, verbose_name=_("role of the unit"), null=True)
    handling_units = UnitCodesField(
        verbose_name=_("handling units"),
        help_text=_("Where the unit answers for what another body did (N2.2)."),
    )
    cause = LineField(verbose_name=_("cause of action"), null=True)
    represented_by = CodeField(
        UNIT_CODE,
        verbose_name=_("represented by"),
        null=True,
        help_text=_(
            "Code of the co-respondent whose head appears, by filed agreement or by decision of the court."
        ),
    )
    accepted_on = day(_("accepted on"), _("Reconsideration: the day it was accepted (AMB-25)."))
    closed_on = day(_("closed on"))

    no_plaintiffs = stated(_("no plaintiffs"))
    no_received = stated(_("no documents served"))
    no_submitted = stated(_("nothing submitted"))
    no_hearings = stated(_("no hearing was held"))
    no_recommendations = stated(_("no recommendations"))
    no_conduct = stated(_("nothing of the kind"))

    edit_handler = CASE_EDITOR
    base_form_class = CaseForm
    parent_page_types = ["litigation.UnitPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        # What continues a case is looked up at every registration of it.
        indexes = [models.Index(fields=["follows"], name="litigation_case_follows")]

    def full_clean(self, exclude: Iterable[str] | None = None, *args: Any, **kwargs: Any) -> None:
        self.title = self.name_in_admin()
        super().full_clean(exclude, *args, **kwargs)

    def minimal_clean(self) -> None:
        self.title = self.name_in_admin()
        super().minimal_clean()

    def clean(self) -> None:
        """Refuse an instance that the kind of case cannot have, a unit represented by itself, a case that continues itself."""
        super().clean()
        self._refuse_impossible_instance()
        if self.represented_by and self.unit_id is not None and self.represented_by == self.unit.code:
            message = _(
                "%(code)s is the unit of this case. Choose the co-respondent whose head appears for it, or leave this empty."
            )
            raise ValidationError({"represented_by": message % {"code": self.represented_by}})
        self._refuse_circle()

    def _refuse_impossible_instance(self) -> None:
        if self.kind not in list(CaseKind) or self.instance not in list(Instance):
            return  # a draft may leave them open
        in_court = self.kind in COURT_KINDS
        if in_court == (self.instance == Instance.NONE):
            message = (
                _("“%(kind)s” is before a court: choose the instance, or correct the kind of case.")
                if in_court
                else _("“%(kind)s” is not before a court: choose “%(none)s”, or correct the kind of case.")
            )
            names = {"kind": LABELS[CaseKind][CaseKind(self.kind)], "none": LABELS[Instance][Instance.NONE]}
            raise ValidationError({"instance": message % names})

    def _refuse_circle(self) -> None:
        seen: set[str] = set()
        step = self.follows if self.ref else None
        while step and step not in seen:
            if step == self.ref:
                message = _(
                    "Case %(ref)s cannot continue %(follows)s, which continues it already, directly or through others."
                    " Correct “continues case” in one of them."
                )
                raise ValidationError({"follows": message % {"ref": self.ref, "follows": self.follows}})
            seen.add(step)
            before = CasePage.objects.filter(ref=step).values_list("follows", flat=True)
            # A new case continues what is there; nothing that is there continues it yet.
            step = None if self._state.adding else before.first()

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save; a case made in the admin takes its unit from the page above and the next free reference."""
        if self._state.adding:
            # Going live is registration, a step of its own, even where the admin offers both in one.
            self.live = False
        made_here = not self.ref
        if made_here:
            self.unit = self.get_parent().specific.unit
            self.ref = next_ref(self.unit, timezone.localdate().year)
        if not self.slug:
            self.slug = slug_for(self.ref)
        result = super().save(*args, **kwargs)
        if made_here:
            # Of a case that begins in this register it knows every filing; of an imported one, what the import says.
            apps.get_model("litigation", "FilingsKept")._default_manager.create(case=self)
        return result

    def save_revision(self, *args: Any, **kwargs: Any) -> models.Model:
        """A new revision, named as lists will name it: also where nothing was cleaned before."""
        self.title = self.name_in_admin()
        return super().save_revision(*args, **kwargs)

    @classmethod
    def from_serializable_data(cls, data: Any, check_fks: bool = True, strict_fks: bool = False) -> Any:
        """The page as a revision has it, without asking for the target of every foreign key of every row.

        What a revision refers to is never deleted (``models.kept``); what can be, Wagtail takes from the live page.
        """
        return super().from_serializable_data(data, False, False)

    def name_in_admin(self) -> str:
        """What lists in the admin call this case. Never shown outside it."""
        name = " ".join(part for part in (self.docket or self.ref, self.cause) if part)
        return name[:TITLE_LENGTH] or str(_("New case"))


def slug_for(ref: str) -> str:
    """An ASCII slug, different for different refs: a slug may not hold the dot that a ref may."""
    return ref.replace("_", "_u").replace(".", "_d")
