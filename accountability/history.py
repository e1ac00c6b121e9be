"""The life of a finding from one assessment to the next: opened, changed, cleared, opened again."""

from __future__ import annotations

from enum import StrEnum


class Change(StrEnum):
    """What a new state of a finding says about the one before it."""

    OPENED = "opened"  # 新发现
    CHANGED = "changed"  # 有变化
    CLEARED = "cleared"  # 检验未触发
    GONE = "gone"  # 不再检验（所涉记录已更正）
    REOPENED = "reopened"  # 再次发现


CLOSED = frozenset({Change.CLEARED, Change.GONE})
