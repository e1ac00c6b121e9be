"""What all screens have in common: who may open them, where they stand, in which order their lists are."""

from __future__ import annotations

from typing import Any

from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.views.generic.base import BaseListingView, WagtailAdminTemplateMixin

from accountability.permissions import can_read_findings

PAGE_SIZE = 50
HOME = {"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")}


class Screen(WagtailAdminTemplateMixin):
    """A screen of the supervision. Wagtail has seen to it that the user is logged in to the admin."""

    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """PermissionDenied, which Wagtail answers with its home page and a sentence, for whoever may read nothing."""
        can_read_findings(request.user).require()
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response


class RecordScreen(Screen, TemplateView):
    """One record, read-only. ``parent`` is the list it is reached from."""

    parent_url_name = ""
    parent_label: Any = ""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        parent = {"url": reverse(self.parent_url_name), "label": self.parent_label}
        return [HOME, parent, {"url": "", "label": self.get_page_title()}]


class FoundPaginator(WagtailPaginator):
    """Says how many there are in words that fit what is listed."""

    @property
    def items_count_label(self) -> str:
        return ngettext("%(count)s entry", "%(count)s entries", self.count) % {"count": self.count}


class ListScreen(Screen, BaseListingView):
    """A list with filters, search and sorting. ``default_order`` also settles what other orders leave open."""

    paginate_by = PAGE_SIZE
    paginator_class = FoundPaginator
    #: Read by the ORM: the register is in no search index, by construction.
    search_backend_name = None
    default_order: tuple[Any, ...] = ()

    @cached_property
    def filter_errors(self) -> list[str]:
        """What is wrong with the filters in the address, each with the name of its filter."""
        if not self.filters or self.filters.is_valid():
            return []
        form = self.filters.form
        return [
            _("%(field)s: %(error)s") % {"field": form[name].label, "error": error}
            for name, errors in form.errors.items()
            for error in errors
        ]

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Nothing at all where a filter cannot be understood: a list that ignores it would look like its answer."""
        if self.filter_errors:
            return queryset.none()
        filtered: QuerySet[Any] = super().filter_queryset(queryset)
        return filtered

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "filter_errors": self.filter_errors}

    def order_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """By the column asked for, what is empty last on every database; then by ``default_order``."""
        if not self.ordering:
            return queryset.order_by(*self.default_order)
        name = self.ordering.removeprefix("-")
        column = F(name)
        order = column.desc(nulls_last=True) if self.ordering.startswith("-") else column.asc(nulls_last=True)
        return queryset.order_by(order, *self.default_order)
