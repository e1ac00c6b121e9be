"""References for cases made in the admin: unit code, year, number. A locked counter row, because ``max() + 1`` doubles."""

from __future__ import annotations

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from litigation.models.units import Unit


class RefCounter(models.Model):
    """The last number given to a unit in a year."""

    unit = models.ForeignKey(Unit, verbose_name=_("unit"), on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(_("year"))
    last = models.PositiveIntegerField(_("last number"), default=0)

    class Meta:
        verbose_name = _("reference counter")
        verbose_name_plural = _("reference counters")
        constraints = [
            models.UniqueConstraint(fields=["unit", "year"], name="litigation_refcounter_unit_year")
        ]

    def __str__(self) -> str:
        return f"{self.unit.code}-{self.year}-{self.last:04d}"


@transaction.atomic
def next_ref(unit: Unit, year: int) -> str:
    """The next free reference of ``unit`` in ``year``, such as ``JTJ-2026-0007``; passes over imported ones."""
    from litigation.models.cases import CasePage

    RefCounter.objects.get_or_create(unit=unit, year=year)
    counter = RefCounter.objects.select_for_update().get(unit=unit, year=year)
    while True:
        counter.last += 1
        ref = str(counter)
        if not CasePage.objects.filter(ref=ref).exists():
            counter.save(update_fields=["last"])
            return ref
