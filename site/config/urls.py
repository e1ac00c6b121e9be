"""Addresses of the site, in the order they are tried.

Django's own admin is not among them: it asks for no unit's rights.
"""

from django.conf import settings
from django.conf.urls.static import static
from django.urls import URLPattern, URLResolver, include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from config.search_engines import PublicSitemap, robots

urlpatterns: list[URLPattern | URLResolver] = [
    path("admin/", include(wagtailadmin_urls)),
    # Serves one document after asking its collection's privacy. The stock documents *API* is never mounted.
    path("documents/", include(wagtaildocs_urls)),
    path("sitemap.xml", sitemap, {"sitemaps": {"public": PublicSitemap}}),
    path("robots.txt", robots),
]

if settings.DEBUG:
    # Renditions only: documents and original images below MEDIA_ROOT must not be had around the checks above.
    renditions = f"{settings.MEDIA_URL}images/"
    urlpatterns += static(renditions, document_root=settings.MEDIA_ROOT / "images")

# Wagtail's pages take every address that is left.
urlpatterns.append(path("", include(wagtail_urls)))
