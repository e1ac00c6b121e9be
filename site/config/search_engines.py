"""What search engines are told: the public pages by their canonical addresses, and where not to look."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from wagtail.contrib.sitemaps import Sitemap
from wagtail.query import PageQuerySet

from config.public_pages import public_only

# The admin asks for a login anyway, and documents for permission; this only spares both the visits.
ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /documents/

Sitemap: {address}/sitemap.xml
"""


class PublicSitemap(Sitemap):
    """Live pages of the Site, of the public types only."""

    def items(self) -> PageQuerySet:
        """Every page that the sitemap names."""
        return public_only(super().items())


def robots(request: HttpRequest) -> HttpResponse:
    """Return /robots.txt."""
    return HttpResponse(ROBOTS.format(address=settings.SITE_URL), content_type="text/plain; charset=utf-8")
