"""One unit: how many findings it has, its own duties (annual reports) and its own findings; the way to its cases."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from accountability.screens import selectors
from accountability.screens.counts import count_table
from accountability.screens.notice_links import notice_address
from accountability.screens.screen import RecordScreen
from accountability.screens.told import duties_told, findings_told
from accountability.screens.versions import versions_told


class UnitScreen(RecordScreen):
    """What belongs to no case stands here."""

    template_name = "accountability/screens/unit.html"
    header_icon = "group"
    parent_url_name = "supervision:cases"
    parent_label = _("Cases")

    @cached_property
    def unit(self) -> Any:
        return selectors.readable_unit(self.request.user, self.kwargs["code"])

    def get_page_title(self) -> str:
        return str(self.unit.name)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        notice = notice_address(self.request)
        result = selectors.unit_result(self.unit)
        as_of = result.as_of if result else None
        counts = selectors.findings_counted(selectors.findings_with_cases(self.unit))
        return {
            **context,
            "unit": self.unit,
            "result": result,
            "counts": count_table(counts, QueryDict(urlencode({"unit": self.unit.code}))),
            "findings": findings_told(selectors.findings_of_unit(self.unit), notice, as_of),
            "duties": duties_told(selectors.duties_of_unit(self.unit), notice, as_of),
            "versions": versions_told(result.applied_law) if result else None,
        }
