"""The home page, the Site whose root it is, and the page of the notice below it."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Locale, Page, Site

from home.models import HomePage, NoticePage, SiteIdentity
from home.models.notice_page import Disclosure
from litigation.law.loader import load_law


@transaction.atomic
def provision_site() -> HomePage:
    """Return the home page; make what is missing of it, its Site and the notice's page. Safe to repeat."""
    home = HomePage.objects.first() or _make_home()
    site = _site_of(home)
    # Reading a setting that is not there writes it; no visitor's request should.
    SiteIdentity.for_site(site)
    if not NoticePage.objects.exists():
        _publish_notice(home)
    return home


def _site_of(home: HomePage) -> Site:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return Site.objects.create(
            hostname="localhost", is_default_site=True, root_page=home, site_name=settings.WAGTAIL_SITE_NAME
        )
    if site.root_page.specific_class is Page:
        # The page "Welcome to your new Wagtail site!" that Wagtail's migrations leave there.
        welcome, site.root_page = site.root_page, home
        site.site_name = settings.WAGTAIL_SITE_NAME
        site.save()
        if welcome.is_leaf() and not welcome.is_root():
            welcome.delete()
    return site


def _make_home() -> HomePage:
    Locale.objects.get_or_create(language_code=get_supported_content_language_variant(settings.LANGUAGE_CODE))
    root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root")
    home = HomePage(title=settings.WAGTAIL_SITE_NAME, slug="start", live=True)
    root.add_child(instance=home)
    return home


def _publish_notice(home: HomePage) -> None:
    page = NoticePage(
        title=load_law().notice.title,
        slug="notice",
        show_in_menus=True,
        # The notice says so itself: （此件公开发布）.
        disclosure=Disclosure.PROACTIVE,
        live=False,
    )
    home.add_child(instance=page)
    page.save_revision().publish()
