"""One case: its facts in short, the nine categories, findings and duties with their arithmetic, and what it was told by."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import HeaderButton

from accountability.models import CaseAssessment
from accountability.screens import selectors
from accountability.screens.case_facts import facts_told
from accountability.screens.category_results import CategoryResult, category_results
from accountability.screens.lights import NOT_ASSESSED, light_at
from accountability.screens.notice_links import notice_address
from accountability.screens.screen import RecordScreen
from accountability.screens.told import duties_told, findings_told, notes_told
from accountability.screens.versions import versions_told
from litigation.permissions import can_edit_case


class CaseScreen(RecordScreen):
    """Read-only: the record is edited on its page, the result comes from the rules."""

    template_name = "accountability/screens/case.html"
    header_icon = "folder-open-1"
    parent_url_name = "supervision:cases"
    parent_label = _("Cases")

    @cached_property
    def case(self) -> Any:
        return selectors.readable_case(self.request.user, self.kwargs["ref"])

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if not can_edit_case(self.request.user, self.case):
            return []
        return [
            HeaderButton(
                _("Edit the record"),
                url=reverse("wagtailadmin_pages:edit", args=[self.case.pk]),
                icon_name="edit",
            )
        ]

    def get_page_title(self) -> str:
        return str(self.case.docket or self.case.ref)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        notice = notice_address(self.request)
        result = selectors.case_result(self.case)
        registration = selectors.latest_registration(self.case)
        as_of = result.as_of if result else None
        findings = findings_told(selectors.findings_of_case(self.case), notice, as_of)
        context |= {
            "case": self.case,
            "result": result,
            "light": light_at(self.case.place) if result else NOT_ASSESSED,
            "facts": facts_told(self.case, registration),
            "registration": registration,
            "overtaken": bool(result and registration and not selectors.was_judged(registration, result)),
            "filing": selectors.filing_since(self.case, result) if result else None,
            "findings": findings,
            "duties": duties_told(selectors.duties_of_case(self.case), notice, as_of),
        }
        if result is not None:
            context |= _of_result(self.case.ref, result, [finding.category for finding in findings])
        return context


def _of_result(ref: str, result: CaseAssessment, found: list[int]) -> dict[str, Any]:
    categories: list[CategoryResult] = category_results(ref, result.categories, found)
    return {
        "categories": categories,
        "notes": notes_told(result.as_notes()),
        "versions": versions_told(result.applied_law),
    }
