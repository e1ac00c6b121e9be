"""The public, read-only API: the router is its table of contents. No address leads to it yet.

Pages are served by an allow-list of types: one that is not named there does not exist here, whatever the query asks for.
"""

from rest_framework.permissions import AllowAny
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.query import PageQuerySet

from config.public_pages import public_only


class PublicPagesAPIViewSet(PagesAPIViewSet):
    """Live pages of the Site, of the public types only."""

    permission_classes = [AllowAny]

    def get_base_queryset(self) -> PageQuerySet:
        """What every listing, detail view and filter of the endpoint starts from."""
        return public_only(super().get_base_queryset())


router = WagtailAPIRouter("api")
router.register_endpoint("pages", PublicPagesAPIViewSet)
