"""开庭: the hearings and who appeared (N1.0, N4.0–N4.3; 法释〔2020〕3号)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey

from litigation.models.fields import UNIT_CODE, CodeField, LineField, TermField, day, flag, stated
from litigation.models.rows import ClusterCaseRow, RecordRow
from litigation.vocabulary import AbsenceGround, Leaver, ParticipantRole, Rank


class Hearing(ClusterCaseRow):
    """One hearing. One appearance of the head per instance is enough unless the court calls again (N4.0)."""

    lists = ("attendance",)
    groups = ("absence",)

    page = ParentalKey("litigation.CasePage", related_name="hearings")
    on = models.DateField(_("held on"))
    renewed_notice_on = day(
        _("called again on"), _("The day the court's notice that the head appear again was served (N4.0).")
    )
    no_attendance = stated(_("nobody appeared"), _("Leave open while nobody has reported who appeared."))
    has_absence = stated(_("the head was absent"), _("Ticked by itself once a reason is given."))
    absence_ground = TermField(AbsenceGround, verbose_name=_("reason of the absence"), null=True)
    absence_formal = flag(
        _("explanation stamped or signed"), _("By the unit, or by its principal (法释〔2020〕3号 art 9).")
    )
    absence_accepted = flag(_("accepted by the court"))
    left_without_leave = TermField(Leaver, verbose_name=_("left without leave"), null=True)
    spoke_on_resolution = flag(
        _("spoke on resolving the dispute"), _("N4.2: whoever appears also speaks on the real resolution.")
    )
    refused_to_answer = flag(
        _("refused to answer"), _("The head refused to state or explain, so the hearing could not go on.")
    )
    summons_valid = flag(
        _("summons valid"), _("Served at least three days before the hearing (法释〔2018〕1号 art 71).")
    )

    class Meta(ClusterCaseRow.Meta):
        verbose_name = _("hearing")
        verbose_name_plural = _("hearings")

    def __str__(self) -> str:
        return str(self.on)


class Participant(RecordRow):
    """Somebody who appeared for the respondent."""

    hearing = ParentalKey(Hearing, related_name="attendance")
    role = TermField(ParticipantRole, verbose_name=_("role"))
    rank = TermField(
        Rank, verbose_name=_("rank"), null=True, help_text=_("Heads only (N4.1; 法释〔2020〕3号 art 2).")
    )
    organ = CodeField(
        UNIT_CODE,
        verbose_name=_("code of the unit"),
        null=True,
        help_text=_("Whose head or staff; the head of a lower organ does not count."),
    )
    name = LineField(verbose_name=pgettext_lazy("of a person", "name"), null=True)
    proof = flag(_("proof on file"), _("Stamped proof of identity and post, or power of attorney."))

    class Meta(RecordRow.Meta):
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        constraints = [
            models.UniqueConstraint(fields=["hearing", "uid"], name="litigation_participant_hearing_uid")
        ]

    def __str__(self) -> str:
        return self.name or self.get_role_display()
