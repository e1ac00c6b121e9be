"""The nine categories explained: the clause, what proves it, what excuses, the statutes and how well they were read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from accountability.assessment_text import language_in_use
from accountability.models.assessments import CATEGORIES
from accountability.screens import selectors
from accountability.screens.counts import Count, count_table
from accountability.screens.lights import Light
from accountability.screens.notice_links import clause_text, notice_address
from accountability.screens.screen import HOME, Screen
from accountability.screens.wording import in_language
from litigation.law.citations import Grade, Statute
from litigation.law.loader import load_law
from litigation.law.parameters import Category
from litigation.law.sources import clause_name

#: How well the source of a citation was read (facts.md 0.1).
GRADES: dict[Grade, Promise] = {
    Grade.A: _("checked word for word against a copy of the text that is not official"),
    Grade.B: _("excerpt on a page of a government or court"),
    Grade.C: _("reprinted by others"),
    Grade.M: _("general legal knowledge, not checked against the text"),
    Grade.I: _("this system's own reading"),
}


class StatuteTold(msgspec.Struct, frozen=True):
    """A citation with the grade of its source."""

    text: str
    grade: str


class CategoryTold(msgspec.Struct, frozen=True, kw_only=True):
    """``clause_text`` is the notice's own, always Chinese; ``counts`` are the results with how many findings say so."""

    number: int
    name: str
    clause: str
    clause_name: str
    clause_text: str
    explanation: str
    proof: str
    excuses: list[str]
    statutes: list[StatuteTold]
    discipline: list[StatuteTold]
    counts: list[tuple[Light, Count]]
    total: Count


class CategoriesScreen(Screen, TemplateView):
    """Law data, and the counts of the units that the user may read."""

    page_title = _("The nine categories")
    header_icon = "list-ol"
    template_name = "accountability/screens/categories.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [HOME, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        counts = selectors.findings_counted(selectors.readable_findings(self.request.user))
        return {
            **context,
            "categories": categories_told(counts),
            "introduction": clause_text("N6.0"),
            "notice": notice_address(self.request),
            "as_of": selectors.as_of_of_findings(self.request.user),
            "grades": GRADES.items(),
        }


def categories_told(counts: Any) -> list[CategoryTold]:
    """The nine with their law and their counts, in the notice's order."""
    table = count_table(counts)
    law = load_law()
    return [
        _category_told(
            law.categories[number],
            [(row.light, row.cells[number - 1]) for row in table.rows],
            table.sums[number - 1],
        )
        for number in CATEGORIES
    ]


def _category_told(category: Category, counts: list[tuple[Light, Count]], total: Count) -> CategoryTold:
    return CategoryTold(
        number=category.number,
        name=in_language(category.name),
        clause=category.clause,
        clause_name=clause_name(category.clause, language_in_use()),
        clause_text=clause_text(category.clause),
        explanation=in_language(category.explanation),
        proof=in_language(category.proof),
        excuses=[in_language(excuse) for excuse in category.excuses],
        statutes=_statutes(category.statutes),
        discipline=_statutes(category.discipline),
        counts=counts,
        total=total,
    )


def _statutes(statutes: Iterable[Statute]) -> list[StatuteTold]:
    return [StatuteTold(in_language(statute), statute.grade.value) for statute in statutes]
