"""Columns that several models here have in common."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from accountability.labels import choices
from litigation.models.fields import TermField

DIGEST_LENGTH = 64


def word(vocabulary: type[StrEnum], verbose_name: Any, **options: Any) -> TermField:
    """One word of a vocabulary of this app; a new word or label needs no migration."""
    return TermField(verbose_name=verbose_name, max_length=40, choices=choices(vocabulary), **options)


def digest_column(verbose_name: Any, **options: Any) -> models.CharField[str, str]:
    """A SHA-256 in hexadecimal."""
    return models.CharField(verbose_name, max_length=DIGEST_LENGTH, editable=False, **options)


class AttendanceColumns(models.Model):
    """出庭: the counts of ``litigation.duties.attendance.Attendance`` (facts.md C.7)."""

    due = models.PositiveIntegerField(_("appearances due"))
    appeared = models.PositiveIntegerField(_("heads who appeared"))
    excused = models.PositiveIntegerField(_("absences excused"))
    renewed_due = models.PositiveIntegerField(_("renewed notices"))
    renewed_honoured = models.PositiveIntegerField(_("renewed notices honoured"))
    principal = models.PositiveIntegerField(_("principals who appeared"))

    class Meta:
        abstract = True
