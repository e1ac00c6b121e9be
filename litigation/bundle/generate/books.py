"""The running numbers of a register: refs of cases and disputes, docket numbers of courts and tribunals."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from litigation.bundle.generate.county import COURT_CODES

_FILED_BEFORE_SERVICE = timedelta(days=5)


class Books:
    """No number is given out twice."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def case_ref(self) -> str:
        return f"C{self._next('case'):05d}"

    def dispute_ref(self) -> str:
        return f"D{self._next('dispute'):05d}"

    def docket(self, court: str, kind: str, opened: date) -> str:
        """A court's docket number: ``kind`` is 行初, 行终, 行赔初 and so on. The year is that of filing."""
        head = f"（{(opened - _FILED_BEFORE_SERVICE).year}）{COURT_CODES[court]}{kind}"
        return f"{head}{self._next(head)}号"

    def file_number(self, body: str, opened: date) -> str:
        """The number of a body that is no court, such as 泗政复字〔2024〕12号."""
        head = f"{body}〔{opened.year}〕"
        return f"{head}{self._next(head)}号"

    def _next(self, series: str) -> int:
        self._given[series] += 1
        return self._given[series]
