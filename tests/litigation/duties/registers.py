"""Registers at random: every field known or unknown, days close enough together to meet at their limits.

A register is drawn from one number, so that a failure is told by that number and is quick to try again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, TypeVar

import msgspec

from litigation.facts import RegisterFacts
from litigation.vocabulary import (
    AbsenceGround,
    CaseKind,
    ConductSource,
    DecisionForm,
    Disposition,
    Document,
    FiledDuty,
    Ground,
    Instance,
    Item,
    Leaver,
    Outcome,
    ParticipantRole,
    Party,
    PlaintiffKind,
    Procedure,
    Rank,
    Recipient,
    RecommendationKind,
    Refusal,
    RespondentRole,
)
from tests.cast import A_BUREAU, B_BUREAU, COUNTY, JUSTICE, TOWN

Plain = dict[str, Any]
_T = TypeVar("_T")
# Where limits meet holidays, the change of reconsideration law, the day of the notice, and both ends of the calendar's data.
ANCHORS = [
    date(2020, 1, 2),
    date(2020, 6, 20),
    date(2020, 8, 25),
    date(2020, 9, 20),
    date(2021, 2, 1),
    date(2022, 6, 10),
    date(2023, 9, 20),
    date(2023, 12, 15),
    date(2024, 4, 20),
    date(2026, 9, 25),
    date(2026, 12, 10),
    date(2027, 3, 1),
]
COURT = [CaseKind.LITIGATION, CaseKind.LITIGATION, CaseKind.COMPENSATION, CaseKind.PUBLIC_INTEREST]
OTHER = [CaseKind.RECONSIDERATION, CaseKind.LABOUR_ARBITRATION, CaseKind.ARBITRATION]
COURT_INSTANCES = [instance for instance in Instance if instance is not Instance.NONE]
TERMS = [2, 10, 15, 30, 60]
UNITS = (A_BUREAU, B_BUREAU, COUNTY, JUSTICE, TOWN)
DOCKETS = [None, "（2021）鲁0831行初1号", "（2021）鲁08行终1号"]


class Draw:
    """Facts around one day, from one source of luck."""

    def __init__(self, luck: Random) -> None:
        self.luck = luck
        self.anchor = luck.choice(ANCHORS)

    def one(self, choices: Sequence[_T]) -> _T:
        return self.luck.choice(choices)

    def maybe(self, choices: Sequence[Any]) -> Any:
        """One of ``choices``, or nobody has said which."""
        return None if self.luck.random() < 0.3 else self.luck.choice(choices)

    def truth(self) -> bool | None:
        return self.one([None, True, True, False])

    def on(self, earliest: int = 0, span: int = 70) -> str:
        return (self.anchor + timedelta(days=earliest + self.luck.randrange(span))).isoformat()

    def perhaps_on(self, earliest: int = 0) -> str | None:
        return None if self.luck.random() < 0.25 else self.on(earliest)

    def some(self, build: Callable[[], Any], most: int = 3) -> list[Any] | None:
        """A list of up to ``most`` entries; None where nobody has said."""
        return None if self.luck.random() < 0.15 else [build() for _ in range(self.luck.randint(0, most))]

    def group(self, build: Callable[[], Plain]) -> Plain | None:
        return None if self.luck.random() < 0.4 else build()

    def register(self, most: int) -> Plain:
        refs = [f"C{number}" for number in range(1, self.luck.randint(1, most) + 1)]
        return {
            "units": msgspec.to_builtins(UNITS),
            "cases": [self.case(ref, refs[:index]) for index, ref in enumerate(refs)],
            "annual_reports": self.some(self.annual_report),
        }

    def case(self, ref: str, earlier: list[str]) -> Plain:
        in_court = self.luck.random() < 0.75
        return {
            "ref": ref,
            "unit": self.one(["AJ", "AJ", "XZF", "SFJ", "JZ"]),
            "kind": self.one(COURT if in_court else OTHER),
            "instance": self.one(COURT_INSTANCES) if in_court else Instance.NONE,
            "dispute": self.one([None, "D1"]),
            "procedure": self.maybe(list(Procedure)),
            "docket": self.one(DOCKETS),
            "follows": self.one([None, *earlier, *earlier]),
            "role": self.maybe(list(RespondentRole)),
            "handling_units": self.some(lambda: self.one(["AJ", "BJ"]), 1),
            "plaintiffs": self.some(lambda: {"kind": self.one(list(PlaintiffKind))}, 2),
            "sensitive": self.group(self.sensitive),
            "received": self.some(self.received, 5),
            "submitted": self.some(lambda: {"item": self.one(list(Item)), "on": self.perhaps_on()}, 5),
            "evidence_extension": self.group(self.extension),
            "hearings": self.some(self.hearing, 2),
            "represented_by": self.one([None, None, None, "BJ"]),
            "decision": self.group(self.decision),
            "recommendations": self.recommendations(),
            "filings": self.some(self.filing, 5),
            "closed_on": self.perhaps_on(20) if self.luck.random() < 0.4 else None,
            "conduct": self.some(self.conduct, 2),
            "accepted_on": self.one([None, self.on()]),
        }

    def received(self) -> Plain:
        return {
            "document": self.one(list(Document)),
            "on": self.on() if self.luck.random() < 0.9 else None,
            "forwarded_on": self.on(10) if self.luck.random() < 0.2 else None,
            "hearing_on": self.one([None, self.on(20)]),
            "evidence_by": self.one([None, self.on(5)]),
        }

    def hearing(self) -> Plain:
        return {
            "on": self.on(20),
            "renewed_notice_on": self.one([None, None, self.on(15)]),
            "attendance": self.some(self.participant, 4),
            "absence": self.group(
                lambda: {
                    "ground": self.maybe(list(AbsenceGround)),
                    "formal": self.truth(),
                    "accepted": self.truth(),
                }
            ),
            "left_without_leave": self.one([None, None, None, *Leaver]),
            "spoke_on_resolution": self.truth(),
            "refused_to_answer": self.one([None, False, True]),
            "summons_valid": self.truth(),
        }

    def participant(self) -> Plain:
        return {
            "role": self.one(list(ParticipantRole)),
            "rank": self.maybe(list(Rank)),
            "organ": self.one(["AJ", "AJ", "BJ", "XZF", "SFJ", None]),
            "proof": self.truth(),
        }

    def decision(self) -> Plain:
        return {
            "form": self.maybe([*DecisionForm, DecisionForm.JUDGMENT, DecisionForm.JUDGMENT]),
            "disposition": self.one([None, None, None, *Disposition]),
            "outcomes": self.maybe([self.luck.sample(list(Outcome), self.luck.randint(0, 3))]),
            "services": self.some(lambda: {"party": self.one(list(Party)), "on": self.perhaps_on(20)}, 4),
            "appeals": self.one([None, [], [{"by": self.one(list(Party)), "on": self.perhaps_on(30)}]]),
            "late_evidence_decisive": self.truth(),
            "performance": self.group(self.performance),
        }

    def performance(self) -> Plain:
        return {
            "within_days": self.maybe(TERMS),
            "performed_on": self.one([None, self.on(40)]),
            "suspensions": self.some(lambda: {"on": self.on(40)}, 1),
            "refusal": self.some(lambda: {"kind": self.one(list(Refusal)), "on": self.perhaps_on(40)}, 2),
        }

    def recommendations(self) -> list[Plain] | None:
        return self.one(
            [None, [], [self.recommendation("R1")], [self.recommendation(ref) for ref in ("R1", "R2")]]
        )

    def recommendation(self, ref: str) -> Plain:
        return {
            "ref": ref,
            "kind": self.one(list(RecommendationKind)),
            "received_on": self.perhaps_on(),
            "reply_within_days": self.maybe(TERMS),
            "handled_on": self.one([None, self.on(20)]),
            "replied_on": self.one([None, self.on(20)]),
            "copied_on": self.one([None, self.on(20)]),
        }

    def filing(self) -> Plain:
        return {
            "duty": self.one(list(FiledDuty)),
            "document": self.maybe(list(Document)),
            "received_on": self.one([None, self.on()]),
            "on": self.perhaps_on(),
            "content_defect": self.truth(),
            "returned": self.luck.random() < 0.2,
        }

    def sensitive(self) -> Plain:
        return {
            "flagged_on": self.perhaps_on(),
            "grounds": self.one([None, [], [self.one(list(Ground))]]),
            "reported_on": self.one([None, self.on(10)]),
        }

    def extension(self) -> Plain:
        return {
            "applied_on": self.perhaps_on(),
            "granted_on": self.perhaps_on(),
            "obstacle_removed_on": self.perhaps_on(20),
        }

    def conduct(self) -> Plain:
        return {
            "category": self.one([1, 8, 9]),
            "on": self.perhaps_on(20),
            "facts": self.one([None, "有人要求暂缓立案"]),
            "source": self.maybe(list(ConductSource)),
            "established": self.truth(),
        }

    def annual_report(self) -> Plain:
        return {
            "unit": self.one(UNITS).code,
            "year": self.luck.randint(2020, 2026),
            "on": self.perhaps_on(),
            "recipient": self.maybe(list(Recipient)),
        }

    def day(self) -> date:
        """A day on which much of what was drawn has happened, some not yet."""
        near = self.anchor + timedelta(days=self.luck.choice([0, 5, 15, 25, 35, 45, 60, 75, 90, 130, 200]))
        return near + timedelta(days=self.luck.randrange(5))


def drawn(number: int, most: int = 3) -> tuple[RegisterFacts, date]:
    """The register of this number, with a day to assess it on."""
    draw = Draw(Random(number))
    plain = draw.register(most)
    return msgspec.convert(plain, RegisterFacts), draw.day()
