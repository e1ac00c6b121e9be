"""The demo register, brought in once: what is there already belongs to the people who try the system out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.db import transaction
from msgspec.structs import replace

from litigation import bundle
from litigation.actions.import_register import import_register
from litigation.actions.provision_registry import provision_registry
from litigation.bundle import Known
from litigation.facts import RegisterFacts
from litigation.selectors import known_to_bundles

FOLDER = Path(bundle.__file__).parent / "demo"


@transaction.atomic
def load_demo(
    *, folder: Path | None = None, progress: Callable[[str, int, int], None] | None = None
) -> list[str]:
    """Import every bundle of ``folder``, in the order of their names, and return the names of those that added something.

    All of them or none. A unit, dispute or case that the register has is left as it is, so a second run changes nothing
    even where somebody has edited a demo case. Raises BundleErrors, ImportRefusedError. ``progress`` is told the file,
    cases done and cases in all; ``folder`` None is the demo that comes along.
    """
    provision_registry()
    added = []
    for path in sorted((folder or FOLDER).glob("*.yaml")):
        known = known_to_bundles()
        register = missing_from(known, bundle.read(path.read_bytes(), source=path.name, known=known))
        tell = None if progress is None else _about(path.name, progress)
        if import_register(register, actor=None, source=path.name, progress=tell).changed_anything:
            added.append(path.name)
    return added


def missing_from(known: Known, register: RegisterFacts) -> RegisterFacts:
    """What of ``register`` is not ``known``. Annual reports stay: they are only ever added."""
    return replace(
        register,
        units=tuple(unit for unit in register.units if unit.code not in known.units),
        disputes=tuple(dispute for dispute in register.disputes if dispute.ref not in known.disputes),
        cases=tuple(case for case in register.cases if case.ref not in known.cases),
    )


def _about(name: str, progress: Callable[[str, int, int], None]) -> Callable[[int, int], None]:
    return lambda done, total: progress(name, done, total)
