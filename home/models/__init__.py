"""The public pages, and who runs the site."""

from home.models.home_page import HomePage
from home.models.notice_page import NoticePage
from home.models.public_page import PublicPage
from home.models.site_identity import SiteIdentity

__all__ = ["HomePage", "NoticePage", "PublicPage", "SiteIdentity"]
