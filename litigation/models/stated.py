"""How a record says *none* and *not known*: a flag beside each list, and one above each group of fields."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models


class StatedParts(models.Model):
    """A model with lists (a flag ``no_…`` each) and groups of fields with a common prefix (a flag ``has_…`` each)."""

    #: Names of the child lists.
    lists: ClassVar[tuple[str, ...]] = ()
    #: Prefixes of the groups.
    groups: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Tick the flag of every group of which something is given."""
        super().clean()
        for group in self.groups:
            if any(value is not None for value in self.group(group).values()):
                setattr(self, f"has_{group}", True)

    @classmethod
    def group_fields(cls, group: str) -> tuple[str, ...]:
        """The names of the fields of one group, without its prefix."""
        prefix = f"{group}_"
        return tuple(
            field.name.removeprefix(prefix) for field in cls._meta.fields if field.name.startswith(prefix)
        )

    def group(self, group: str) -> dict[str, Any]:
        """The fields of one group by their names without its prefix."""
        return {name: getattr(self, f"{group}_{name}") for name in self.group_fields(group)}
