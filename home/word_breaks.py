"""Where a Chinese title may break: between its words, as on paper, not in the middle of 行政机关."""

from __future__ import annotations

import re

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

# A line may end after each of these. The longer of two that begin alike stands first.
WORDS = (
    "办公室",
    "关于印发",
    "关于",
    "进一步加强",
    "行政应诉和",
    "行政应诉",
    "行政机关负责人",
    "出庭工作",
    "工作制度",
    "工作",
    "意见的通知",
    "高度重视",
    "认真履行",
    "严格落实",
    "健全完善",
    "强化",
    "明确",
    "主要义务",
    "责任",
)
_WORD = re.compile("|".join(WORDS))
_BREAK = "<wbr>"


def with_word_breaks(title: str) -> SafeString:
    """Return ``title`` as HTML with ``<wbr>`` after each known word; the style sheet forbids other breaks."""
    broken = _WORD.sub(rf"\g<0>{_BREAK}", conditional_escape(title))
    return mark_safe(broken.removesuffix(_BREAK))  # noqa: S308  escaped above
