"""What a page says of itself in its head: title, canonical address, and the tags of 国办发〔2017〕47号."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec
from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Site

if TYPE_CHECKING:
    from home.models import PublicPage

Tag = tuple[str, str]


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """``address`` is the canonical one; of ``tags`` none is empty."""

    title: str
    site_name: str
    address: str
    tags: tuple[Tag, ...]
    report_address: str


def head_of(page: PublicPage, request: HttpRequest) -> Head:
    """Return what stands in the head of ``page``."""
    from home.models import SiteIdentity

    site = Site.find_for_request(request)
    site_name = (site.site_name if site else "") or settings.WAGTAIL_SITE_NAME
    identity = SiteIdentity.for_request(request)
    address = canonical_address(page)
    tags = (
        ("SiteName", site_name),
        ("SiteDomain", urlsplit(settings.SITE_URL).netloc),
        ("SiteIDCode", identity.site_code),
        *page.article_tags(),
        ("Keywords", page.keywords),
        ("Description", page.description),
        ("Url", address),
    )
    return Head(
        title=f"{page.seo_title or page.heading} - {site_name}",
        site_name=site_name,
        address=address,
        tags=tuple((name, " ".join(content.split())) for name, content in tags if content.strip()),
        report_address=identity.report_address(address),
    )


def canonical_address(page: PublicPage) -> str:
    """Return the one address under which the page is to be cited, whatever host it was asked for under."""
    parts = page.get_url_parts()
    path = parts[2] if parts else "/"
    return f"{settings.SITE_URL}{path}"
