"""The nine tests, in the notice's order (section 六). Pure: facts and law in, findings out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from accountability.findings import Finding
from accountability.rules import (
    category_1_interference,
    category_2_absent_party,
    category_3_no_head_no_staff,
    category_4_late_answer,
    category_5_refusal,
    category_6_recommendations,
    category_7_reporting,
    category_8_neglect,
    category_9_other_breaches,
)
from accountability.rules.under_test import CaseUnderTest


class Rule(msgspec.Struct, frozen=True):
    """``applies``: whether there is anything to test by now; ``test``: one finding per subject, clear ones too."""

    category: int
    applies: Callable[[CaseUnderTest], bool]
    test: Callable[[CaseUnderTest], Iterator[Finding]]


RULES = (
    Rule(1, category_1_interference.applies, category_1_interference.test),
    Rule(2, category_2_absent_party.applies, category_2_absent_party.test),
    Rule(3, category_3_no_head_no_staff.applies, category_3_no_head_no_staff.test),
    Rule(4, category_4_late_answer.applies, category_4_late_answer.test),
    Rule(5, category_5_refusal.applies, category_5_refusal.test),
    Rule(6, category_6_recommendations.applies, category_6_recommendations.test),
    Rule(7, category_7_reporting.applies, category_7_reporting.test),
    Rule(8, category_8_neglect.applies, category_8_neglect.test),
    Rule(9, category_9_other_breaches.applies, category_9_other_breaches.test),
)
