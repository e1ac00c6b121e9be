"""Public pages get the strict policy, the admin the one Wagtail can work under."""

from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from config.content_security_policy import HEADER, ContentSecurityPolicyMiddleware


def policy_of(path: str, response: HttpResponse | None = None) -> dict[str, str]:
    """Return the directives a browser is sent for this address."""

    def view(request: HttpRequest) -> HttpResponse:
        return response or HttpResponse()

    header = ContentSecurityPolicyMiddleware(view)(RequestFactory().get(path)).headers[HEADER]
    return {name: value for name, _, value in (part.partition(" ") for part in header.split("; "))}


def test_public_pages_run_only_scripts_and_styles_of_the_site() -> None:
    policy = policy_of("/statistics/")
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in " ".join(policy.values())


def test_the_admin_may_use_inline_scripts_but_load_nothing_from_elsewhere() -> None:
    policy = policy_of("/admin/pages/3/edit/")
    assert "'unsafe-inline'" in policy["script-src"]
    assert "http" not in " ".join(policy.values())
    assert policy["frame-ancestors"] == "'self'"


def test_an_address_that_only_looks_like_the_admin_is_public() -> None:
    assert policy_of("/administration/")["default-src"] == "'none'"


def test_a_policy_that_a_view_has_set_stays() -> None:
    assert policy_of("/documents/1/a.pdf", HttpResponse(headers={HEADER: "sandbox"})) == {"sandbox": ""}
