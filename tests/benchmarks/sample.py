"""The register that is measured: invented by the generator, the same for the same size, each row with an identity."""

from __future__ import annotations

import random
import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils import timezone
from msgspec.structs import replace

from litigation.bundle.generate import generate
from litigation.bundle.generate.days import LAST_DAY
from litigation.facts import AnnualReport, CaseFacts, Fact, RegisterFacts, Row
from litigation.stored_facts import VERSION, decode

SEED = 20200901


def sample(cases: int) -> RegisterFacts:
    """A register of ``cases`` cases as the database would hand it out: by ref, rows with identities."""
    register = generate(cases, SEED)
    luck = random.Random(SEED)
    identified = (with_identities(case, luck) for case in register.cases)
    reports: list[AnnualReport] = [with_identities(report, luck) for report in register.annual_reports or ()]
    return replace(
        register,
        units=tuple(sorted(register.units, key=lambda unit: unit.code)),
        cases=tuple(sorted(identified, key=lambda case: case.ref)),
        annual_reports=tuple(reports),
    )


def last_day() -> date:
    """The day on which the register is assessed: the last that it tells of, or today on a clock that is behind that."""
    return min(LAST_DAY, timezone.localdate())


def with_identities(fact: Any, luck: random.Random) -> Any:
    """``fact`` with a UUID on each of its rows, as a registered case has them: they make stored text longer."""
    given = {name: _identified(getattr(fact, name), luck) for name in fact.__struct_fields__}
    if isinstance(fact, Row):
        given["uid"] = str(uuid.UUID(int=luck.getrandbits(128), version=4))
    return replace(fact, **given)


def _identified(value: Any, luck: random.Random) -> Any:
    if isinstance(value, tuple) and value and isinstance(value[0], Fact):
        return tuple(with_identities(row, luck) for row in value)
    return with_identities(value, luck) if isinstance(value, Fact) else value


def without_filings(case: CaseFacts) -> CaseFacts:
    """``case`` as it is registered; filings are rows of their own."""
    return replace(case, filings=None)


def with_filings_of(register: RegisterFacts, texts: Sequence[str]) -> RegisterFacts:
    """``register`` with its cases read from ``texts``, to which their filings are joined as an assessment joins them."""
    pairs = zip(texts, register.cases, strict=True)
    return replace(
        register, cases=tuple(replace(decode(VERSION, text), filings=case.filings) for text, case in pairs)
    )
