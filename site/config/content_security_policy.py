"""Tells browsers what a page may load: a strict policy for the public, a looser one for Wagtail's admin."""

from collections.abc import Callable
from typing import ClassVar

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

HEADER = "Content-Security-Policy"
Policy = dict[str, str]

# Public pages need no script of others, no inline style, no frame and no plug-in; nobody may frame them.
PUBLIC: Policy = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
# Wagtail's editor writes scripts and styles into its pages and shows previews in a frame of its own.
ADMIN: Policy = {
    **PUBLIC,
    "default-src": "'self'",
    "script-src": "'self' 'unsafe-inline'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "frame-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "frame-ancestors": "'self'",
}


class ContentSecurityPolicyMiddleware:
    """Adds the policy of the address asked for, unless the view has set one itself (served documents do)."""

    headers: ClassVar[dict[bool, str]] = {
        admin: "; ".join(f"{name} {value}" for name, value in policy.items())
        for admin, policy in ((False, PUBLIC), (True, ADMIN))
    }

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.admin_prefix = reverse("wagtailadmin_home")

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if HEADER not in response.headers:
            response.headers[HEADER] = self.headers[request.path.startswith(self.admin_prefix)]
        return response
