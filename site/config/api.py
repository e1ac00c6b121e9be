"""The public, read-only API: the router is its table of contents.

Pages are served by an allow-list of types. A page type that is not named here does not exist for the API, whatever
the query asks for.
"""

from django.apps import apps
from rest_framework.permissions import AllowAny
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.query import PageQuerySet

PUBLIC_PAGE_TYPES = ("home.HomePage",)


class PublicPagesAPIViewSet(PagesAPIViewSet):
    """Live pages of the Site, of the public types only."""

    permission_classes = [AllowAny]

    def get_base_queryset(self) -> PageQuerySet:
        """What every listing, detail view and filter of the endpoint starts from."""
        public = [apps.get_model(name) for name in PUBLIC_PAGE_TYPES]
        return super().get_base_queryset().exact_type(*public)


router = WagtailAPIRouter("api")
router.register_endpoint("pages", PublicPagesAPIViewSet)
