"""To a person without rights on it, a page of the register is a page that is not there.

Wagtail looks a page up first and asks about rights afterwards: a bulk action then lists by title what one may not do
it to, a form echoes the title of what was chosen, and a redirect instead of "not found" tells which numbers are pages.
Here the number of such a page is exchanged for one that no page has before the view sees it, so the answer is the
same by construction and not by imitation.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import ResolverMatch, reverse
from wagtail.models import Page

from litigation import guard

#: Keys begin at 1.
NO_PAGE = 0

#: What Wagtail's addresses call the key of a page.
IN_ADDRESSES = frozenset({"page_id", "parent_page_id", "page_to_move_id", "destination_id"})

#: Fields with a page chooser in Wagtail's own forms; a form that is shown again names the page that was chosen.
IN_FORMS = frozenset({"chooser", "new_parent_page", "parent_page", "redirect_page", "root_page"})

BULK = "wagtail_bulk_action"
CHOSEN = "wagtailadmin_choose_page_chosen_multiple"
COMPARE = "revisions_compare"
#: Sends everybody on, to an address that is closed here, and asks nothing: an exchanged number would be seen there.
SENDS_ON = "revisions_index"

View = Callable[..., HttpResponse]


class HiddenPagesMiddleware:
    """Last in MIDDLEWARE: it calls the view itself, so every other check of the request must have been made."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """The view's answer where the request named a hidden page; None, and Django goes on, where it did not."""
        match = request.resolver_match
        if match is None or not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        if match.url_name == SENDS_ON or not request.user.is_authenticated:
            return None
        by_name = {name: value for name, value in kwargs.items() if name in IN_ADDRESSES}
        by_place = args[:1] if match.url_name == COMPARE else ()
        hidden = _hidden(request, [*by_name.values(), *by_place])
        _hide_in_query(request, match)
        _hide_in_form(request)
        if not hidden:
            return None
        for name, value in by_name.items():
            if guard.as_key(value) in hidden:
                kwargs = {**kwargs, name: NO_PAGE}
        if by_place and guard.as_key(by_place[0]) in hidden:
            args = (str(NO_PAGE), *args[1:])
        return view(request, *args, **kwargs)


def _hide_in_query(request: HttpRequest, match: ResolverMatch) -> None:
    query = request.GET.copy()
    if match.url_name == CHOSEN:
        # Closed to everybody, as the chooser is.
        register = guard.in_the_register(guard.pages_named(query.getlist("id")))
        query.setlist("id", _exchanged(query.getlist("id"), set(register.values_list("pk", flat=True))))
    elif match.url_name == BULK and match.kwargs["app_label"] == "wagtailcore":
        if "all" in query.getlist("id") and not _may_take_all(request):
            query.setlist("id", [str(NO_PAGE)])
        _exchange(query, _hidden(request, query.getlist("id")), {"id"})
    else:
        return
    request.GET = query  # type: ignore[assignment]


def _may_take_all(request: HttpRequest) -> bool:
    """Whether no hidden page is among those that "all" can mean. Without ``childOf`` Wagtail takes the whole tree."""
    pages = Page.objects.all()
    if "childOf" in request.GET:
        parent = guard.pages_named([request.GET["childOf"]]).first()
        if parent is None:
            return False
        pages = pages.descendant_of(parent) if request.GET.get("q") else pages.child_of(parent)
    return not guard.hidden_from(request.user, pages).exists()


def _hide_in_form(request: HttpRequest) -> None:
    names = IN_FORMS & request.POST.keys() if request.method == "POST" else frozenset()
    hidden = _hidden(request, [value for name in names for value in request.POST.getlist(name)])
    if hidden:
        form = request.POST.copy()
        _exchange(form, hidden, names)
        request.POST = form  # type: ignore[assignment]


def _hidden(request: HttpRequest, ids: list[Any]) -> set[int]:
    if not ids:
        return set()
    return set(guard.hidden_from(request.user, guard.pages_named(ids)).values_list("pk", flat=True))


def _exchange(fields: QueryDict, hidden: set[int], names: frozenset[str] | set[str]) -> None:
    for name in names & fields.keys():
        fields.setlist(name, _exchanged(fields.getlist(name), hidden))


def _exchanged(values: list[str], hidden: set[int]) -> list[str]:
    return [str(NO_PAGE) if guard.as_key(value) in hidden else value for value in values]
