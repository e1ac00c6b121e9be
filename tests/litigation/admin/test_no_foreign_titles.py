"""No address of the admin tells anybody anything of a unit he does not work for (TRAPS 5).

Every address pattern of the admin is opened, those of the installed packages too, so that a new leak fails here.
"""

import re
from itertools import product

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import URLPattern, get_resolver, resolve, reverse
from msgspec.structs import replace
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import GroupPagePermission, Page, Site

from litigation.checks import pages_are_hidden
from litigation.models import CasePage, Registry, UnitPage
from tests.litigation.records import BARE, FULL, registered

pytestmark = pytest.mark.django_db

DOCKET = "（2020）鲁0831行初987654号"
CAUSE = "zetacause"
REF = "ZETA-REF-1"
#: A unit's name stands in lists of organs, which everybody may read; the title of its page is another thing.
UNIT_TITLE = "zetaunitpage"
SECRETS = ("987654", CAUSE, REF, UNIT_TITLE)

#: No page has it.
ABSENT = 987_000_111
MODELS = (
    ("wagtailcore", "page"),
    ("litigation", "casepage"),
    ("litigation", "unitpage"),
    ("litigation", "registry"),
)


@pytest.fixture
def pages():
    """A case of a foreign unit, edited last of all, its unit's page and the registry."""
    registered(BARE)
    case = registered(replace(FULL, ref=REF, unit="ZRJ", docket=DOCKET, cause=CAUSE))
    case.save_revision()
    unit_page = UnitPage.objects.get(unit__code="ZRJ")
    Page.objects.filter(pk=unit_page.pk).update(title=UNIT_TITLE, draft_title=UNIT_TITLE)
    return [case, unit_page, Registry.objects.get()]


def somebody(django_user_model, page=None):
    """A member of a group as docs/operations.md sets one up; without ``page`` with nothing but access."""
    group = Group.objects.create(name="JTJ")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for right in ("add_page", "change_page", "publish_page") if page else ():
        permission = Permission.objects.get(codename=right, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    user = django_user_model.objects.create_user("somebody", password="x")
    user.groups.add(group)
    return user


@pytest.fixture(params=["only access", "another unit"])
def outsider(request, pages, client, django_user_model):
    page = UnitPage.objects.get(unit__code="JTJ") if request.param == "another unit" else None
    client.force_login(somebody(django_user_model, page))
    return client


@pytest.fixture
def clerk(pages, client, django_user_model):
    client.force_login(somebody(django_user_model, UnitPage.objects.get(unit__code="JTJ")))
    return client


def routes(resolver=None, prefix=""):
    """Every pattern below /admin/, as one text: ``pages/<int:page_id>/edit/`` or a regular expression."""
    resolver = resolver or next(part for part in get_resolver().url_patterns if str(part.pattern) == "admin/")
    for part in resolver.url_patterns:
        route = prefix + str(part.pattern).removeprefix("^")
        if isinstance(part, URLPattern):
            yield route
        else:
            yield from routes(part, route)


def addresses(route, page_id, revision_id):
    """``route`` filled in every way that could touch a page; one address where it names none."""
    actions = sorted(
        action.action_type
        for action in bulk_action_registry.get_bulk_actions_for_model("wagtailcore", "page")
    )
    models = MODELS if re.search(r"<\w+:(content_type_app_name|app_label|app_name)>", route) else MODELS[:1]
    for (app, model), action in product(models, actions if "<str:action>" in route else ["delete"]):
        address = route.removesuffix(r"\Z").removesuffix("$")
        address = re.sub(r"<\w+:revision_id>", str(revision_id), address)
        address = re.sub(r"<\w+:(content_type_app_name|app_label|app_name)>", app, address)
        address = re.sub(r"<\w+:(content_type_model_name|model_name)>", model, address)
        address = re.sub(r"<\w+:(action|action_name)>", action, address)
        address = re.sub(r"<uuid:\w+>", "00000000-0000-0000-0000-000000000000", address)
        address = re.sub(r"<(?:\w+:)?\w+>", str(page_id), address)
        address = address.replace(r"(live|earliest|\d+)", "earliest").replace(r"(live|latest|\d+)", "latest")
        address = re.sub(r"\((\?P<\w+>)?(\\d\+|\[\^/\]\+|\[0-9\]\+)\)", str(page_id), address)
        address = address.replace(".*", "nothing/of/the/kind").replace("\\", "")
        yield f"/admin/{address}"


def walk(page_id, revision_id):
    for route in dict.fromkeys(routes()):
        if route == "logout/":
            continue
        yield from addresses(route, page_id, revision_id)


def answer(client, address):
    """The status, and what is read and where one is sent, messages and all."""
    # Some of Wagtail's views stumble over numbers that are not there, and one is there to fail.
    client.raise_request_exception = False
    response = client.get(address, follow=True)
    assert "_auth_user_id" in client.session, f"{address} ends the session"
    sent = " ".join(target for target, _ in response.redirect_chain)
    body = b"".join(response) if response.streaming else response.content
    return response.status_code, f"{sent} {body.decode(errors='replace')}"


def same(text, page_id):
    """``text`` without the number that was asked for and what differs on every call."""
    text = re.sub(r"\b[A-Za-z0-9]{64}\b", "TOKEN", text)
    return text.replace(f"/{page_id}/", "/N/")


def told(text):
    return [secret for secret in SECRETS if secret.lower() in text.lower()]


def test_every_pattern_can_be_filled(pages):
    for address in walk(pages[0].pk, pages[0].latest_revision_id):
        match = resolve(address)
        assert "nothing/of" in address or ".*" not in match.route, address


def test_a_foreign_page_is_nowhere_named_and_answered_for_as_one_that_is_not_there(outsider, pages):
    revision = CasePage.objects.get(pk=pages[0].pk).latest_revision_id
    absent = {address: answer(outsider, address) for address in walk(ABSENT, revision)}
    leaks = {address: found for address, (_, text) in absent.items() if (found := told(text))}
    told_apart = {}
    # Whoever works for any unit sees the registry above it; that it is there is no secret.
    for page in pages[:2]:
        for address, unknown in zip(walk(page.pk, revision), absent, strict=True):
            if address == unknown:
                continue
            status, text = answer(outsider, address)
            if found := told(text):
                leaks[address] = found
            if (status, same(text, page.pk)) != (absent[unknown][0], same(absent[unknown][1], ABSENT)):
                told_apart[address] = status, absent[unknown][0]
    assert leaks == {}
    assert told_apart == {}


def test_no_address_below_the_registry_tells_a_foreign_title(outsider, pages):
    registry = pages[2].pk
    leaks = {
        address: found
        for address in walk(registry, 1)
        if f"/{registry}/" in address and (found := told(answer(outsider, address)[1]))
    }
    assert leaks == {}


def test_no_question_is_answered_with_a_foreign_title(outsider, pages):
    case, unit, registry = (page.pk for page in pages)
    question = f"id={case}&id={unit}&id={registry}&parentId={unit}&childOf={unit}&q=zeta"
    leaks = {}
    for address in dict.fromkeys(walk(ABSENT, 1)):
        if str(ABSENT) in address:
            continue
        questions = (question, "export=csv") if "/reports/" in address else (question,)
        for asked in questions:
            if found := told(answer(outsider, f"{address}?{asked}")[1]):
                leaks[address, asked] = found
    assert leaks == {}


@pytest.mark.parametrize("action", ["delete", "move", "publish", "unpublish"])
def test_no_bulk_action_lists_foreign_pages(outsider, pages, action):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    case, unit, registry = (page.pk for page in pages)
    root = Page.get_first_root_node().pk
    for query in (
        f"id={case}",
        f"id={unit}",
        f"id=+{case}&id=0{unit}",
        f"id={case}&id={ABSENT}",
        f"id={ABSENT}",
        "id=all",
        "id=all&q=zeta",
        f"id=all&childOf={unit}",
        f"id=all&childOf={registry}",
        f"id=all&childOf={root}&q=zeta",
        f"id=all&childOf={ABSENT}",
        f"id=all&parentId={unit}",
        f"id=all&parentId={registry}",
    ):
        for method in (outsider.get, outsider.post):
            response = method(f"{address}?{query}")
            assert response.status_code == 404, query
            assert told(response.content.decode()) == []


def test_a_foreign_page_among_own_ones_is_passed_over(clerk, pages):
    own = CasePage.objects.get(ref=BARE.ref).pk
    text = clerk.get(f"/admin/bulk/wagtailcore/page/delete/?id={own}&id={pages[0].pk}").content.decode()
    assert BARE.ref in text
    assert told(text) == []


def test_a_form_that_is_shown_again_does_not_name_the_place_that_was_chosen(pages, client, django_user_model):
    home = Site.objects.get().root_page
    client.force_login(somebody(django_user_model, home))
    for address, field in (
        (f"/admin/pages/{home.pk}/copy/", "new_parent_page"),
        (f"/admin/pages/{home.pk}/move/", "new_parent_page"),
        (f"/admin/bulk/wagtailcore/page/move/?id={home.pk}", "chooser"),
        ("/admin/pages/create/litigation/casepage", "parent_page"),
    ):
        for page in pages:
            text = client.post(address, {field: page.pk}, follow=True).content.decode()
            assert told(text) == [], address


def test_a_clerk_still_works_on_the_cases_of_the_own_unit(clerk):
    case = CasePage.objects.get(ref=BARE.ref)
    unit = case.get_parent().pk
    for address in (
        f"/admin/pages/{unit}/",
        f"/admin/pages/add/litigation/casepage/{unit}/",
        f"/admin/pages/{case.pk}/edit/",
        f"/admin/pages/{case.pk}/history/",
        f"/admin/bulk/wagtailcore/page/publish/?id={case.pk}",
        f"/admin/bulk/wagtailcore/page/publish/?id=all&childOf={unit}",
    ):
        response = clerk.get(address)
        assert response.status_code == 200, address
        assert REF not in response.content.decode()


def test_the_report_on_page_types_names_the_last_edited_page_to_who_may_see_it(pages, admin_client):
    text = admin_client.get("/admin/reports/page-types-usage/").content.decode()
    assert CAUSE in text


def test_nobody_is_told_titles_by_the_answer_of_the_page_chooser(pages, admin_client):
    address = reverse("wagtailadmin_choose_page_chosen_multiple")
    ids = "&".join(f"id={page.pk}" for page in pages)
    assert admin_client.get(f"{address}?{ids}").json()["result"] == []
    home = Site.objects.get().root_page
    assert [row["id"] for row in admin_client.get(f"{address}?id={home.pk}").json()["result"]] == [home.pk]


def test_a_site_without_the_middleware_does_not_start(settings):
    assert pages_are_hidden() == []
    settings.MIDDLEWARE = settings.MIDDLEWARE[:-1]
    assert [error.id for error in pages_are_hidden()] == ["litigation.E001"]
