"""A duty with its arithmetic: what the assessment document and every screen show of it (bundle.md)."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

import msgspec

from litigation.law.parameters import Dated
from litigation.law.sentences import Node, Scalar
from litigation.vocabulary import Document


class DutyCode(StrEnum):
    DEFENCE = "defence"  # 答辩状
    EVIDENCE = "evidence"  # 证据
    LEGAL_BASIS = "legal_basis"  # 依据
    APPEARANCE_REGISTRATION = "appearance_registration"  # 出庭报备
    DOCUMENT_FILING = "document_filing"  # 文书备案
    APPEAL_REVIEW = "appeal_review"  # 上诉审查
    LOSS_ANALYSIS = "loss_analysis"  # 败诉分析报告
    RISK_REPORT = "risk_report"  # 风险案件汇报
    ANNUAL_REPORT = "annual_report"  # 年度报告
    ARCHIVE_FILING = "archive_filing"  # 立卷归档
    RECOMMENDATION_REPLY = "recommendation_reply"  # 函复司法建议
    RECOMMENDATION_COPY = "recommendation_copy"  # 抄送司法局
    PERFORMANCE = "performance"  # 履行
    APPEAL = "appeal"  # 本单位的上诉权
    EXTENSION_APPLICATION = "extension_application"  # 延期提供证据申请


class Status(StrEnum):
    MET = "met"  # 按时完成
    LATE = "late"  # 逾期完成
    MISSED = "missed"  # 逾期未完成
    OPEN = "open"  # 未到期
    LAPSED = "lapsed"  # 到期前已终止
    UNDETERMINED = "undetermined"  # 事实缺失，无法判定


class Event(StrEnum):
    EFFECTIVE = "effective"  # 生效
    OBSTACLE_REMOVED = "obstacle_removed"  # 事由消除
    RECOMMENDATION = "recommendation"  # 收到司法建议
    HANDLED = "handled"  # 办结
    FLAGGED = "flagged"  # 识别为重大敏感
    CLOSED = "closed"  # 结案
    FIXED_DATE = "fixed_date"  # 固定日期


class Application(StrEnum):
    """How the notice applies to the unit (scope clause, last paragraph of the notice)."""

    DIRECT = "direct"  # 直接适用
    BY_REFERENCE = "by_reference"  # 参照


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """Day 0: a served document or an event; ``on`` None where its day is unknown."""

    document: Document | None = None
    event: Event | None = None
    on: date | None = None


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """The last day under the three readings (facts.md §0.3(2)); what does not apply to the limit is None."""

    strict: date | None = None
    default: date | None = None
    lenient: date | None = None


class Duty(msgspec.Struct, frozen=True, kw_only=True):
    """``days_late``: 0 when met or open, days past ``due.default`` when late or missed, None where it has no meaning.

    ``about`` tells duties of one code apart, whatever the reading. ``missing`` names the facts without which the duty
    stays undetermined; ``value`` is the dated law that gave the limit.
    The last three fields are what ``derivation`` is told from: ``started`` and ``because`` replace the usual sentences
    about the trigger and the status.
    """

    code: DutyCode
    clause: str
    trigger: Trigger
    due: Due
    status: Status
    application: Application
    rule: str | None = None
    provisional: date | None = None
    done_on: date | None = None
    days_late: int | None = None
    year: int | None = None
    recommendation: str | None = None
    uid: str = ""
    about: str = ""
    defective: bool = False
    missing: tuple[str, ...] = ()
    value: Dated | None = None
    started: tuple[Node, ...] | None = None
    counted: tuple[Node, ...] = ()
    because: tuple[Node, ...] | None = None

    @property
    def authority(self) -> tuple[str, ...]:
        """The clause, the S-row and the citation that gave the limit."""
        rule = (self.rule,) if self.rule else ()
        return (self.clause, *rule, *((self.value.citation.zh,) if self.value else ()))

    @property
    def derivation(self) -> tuple[Node, ...]:
        """The arithmetic as data: what started the clock, how it was counted, what came of it, how good the source is."""
        started = sentence_of(self.trigger) if self.started is None else self.started
        because = self.told() if self.because is None else self.because
        return (*started, *self.counted, *because, *(graded(self.value) if self.value else ()))

    def told(self) -> tuple[Node, ...]:
        """The usual sentence about the status."""
        due, days = self.due.default, self.days_late
        if self.status is Status.UNDETERMINED:
            return tuple(Node("duty.undetermined", {"fact": fact}) for fact in self.missing)
        if due is None:
            return (Node("duty.done", {"done": self.done_on}),)
        params: dict[str, Scalar] = {"due": due, "done": self.done_on, "days": days}
        if self.status is Status.MISSED:
            params["as_of"] = due + timedelta(days=days or 0)
        return (Node(f"duty.{self.status}", params),)


def sentence_of(trigger: Trigger) -> tuple[Node, ...]:
    """What started the clock, where its day is known."""
    if trigger.on is None:
        return ()
    if trigger.document is not None:
        return (Node("trigger.document", {"document": trigger.document, "on": trigger.on}),)
    return (Node(f"trigger.{trigger.event}", {"on": trigger.on}),)


def graded(value: Dated) -> tuple[Node, ...]:
    """A sentence that says so where the value was not read in its source (grade M) or is our reading (grade I)."""
    if not value.grade.must_be_said:
        return ()
    return (Node(f"grade.{value.grade}", {"source": value.citation.zh, "source_en": value.citation.en}),)


def in_order(duties: list[Duty]) -> tuple[Duty, ...]:
    """Sorted by due day, then code (bundle.md); a duty without a day comes last."""
    return tuple(
        sorted(
            duties,
            key=lambda duty: (
                duty.due.default or date.max,
                duty.code,
                duty.trigger.on or date.max,
                duty.trigger.document or "",
                duty.recommendation or "",
                duty.year or 0,
            ),
        )
    )
