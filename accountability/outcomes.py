"""What a test can say (facts.md B.0). Every one of them is a lead for the competent body, never a penalty."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Result(StrEnum):
    CLEAR = "clear"  # 未触发
    BREACH = "breach"  # 触发
    READING_DEPENDENT = "reading_dependent"  # 触发（口径敏感）
    LEAD = "lead"  # 线索（需人工认定）
    UNDETERMINED = "undetermined"  # 事实缺失，无法判定
    NOT_APPLICABLE = "not_applicable"  # 不适用


# A category's result is its worst finding (bundle.md).
WORST_FIRST = (Result.BREACH, Result.READING_DEPENDENT, Result.UNDETERMINED, Result.LEAD, Result.CLEAR)


def worst(results: Iterable[Result]) -> Result:
    """The worst of ``results``; CLEAR when there is none."""
    found = set(results)
    for result in WORST_FIRST:
        if result in found:
            return result
    return Result.CLEAR
