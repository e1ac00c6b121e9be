"""Where Wagtail calls in. Each hook is one line to an action, a selector or a guard."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page
from wagtail.query import PageQuerySet

from litigation import guard
from litigation.actions.log_import import ACTION
from litigation.actions.register_case import register_case
from litigation.models import CasePage
from litigation.permissions import can_register_case


@hooks.register("construct_page_chooser_queryset")
def close_page_chooser(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """No chooser offers a page of the register, or starts from one."""
    if request.resolver_match is not None:
        guard.refuse_place_in_the_register(request.resolver_match.kwargs.get("parent_page_id"))
    return guard.outside_the_register(pages)


@hooks.register("before_publish_page")
def register_instead_of_publishing(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The draft is saved by now. Registering it is one transaction, which Wagtail's own publishing is not."""
    if not isinstance(page, CasePage):
        return None
    can_register_case(request.user, page).require()
    register_case(page, actor=request.user)
    messages.success(request, _("Case %(ref)s is registered.") % {"ref": page.ref})
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("register_log_actions")
def name_log_actions(actions: Any) -> None:
    """What the history of a page calls the acts of this app."""
    actions.register_action(ACTION, gettext_lazy("Import"), gettext_lazy("Imported and registered"))
