"""The site as the county runs it, behind a server that ends TLS. Does not start without what is essential."""

from django.core.exceptions import ImproperlyConfigured

from config.databases import from_url
from config.settings.base import *  # noqa: F403
from config.settings.base import VAR_DIR, env

ENVIRONMENT = "production"

# All of them in one message: whoever installs the site should not learn of them one start at a time.
MISSING = [name for name in ("SECRET_KEY", "ALLOWED_HOSTS") if not env(name, default="").strip()]
if MISSING:
    raise ImproperlyConfigured(
        f"Production needs {' and '.join(MISSING)} in the environment (docs/settings.md)."
    )
if env.bool("DEBUG", default=False):
    raise ImproperlyConfigured(
        "DEBUG shows source code and settings to visitors; production runs without it."
    )

SECRET_KEY = env("SECRET_KEY")
ALLOWED_HOSTS = [host.strip() for host in env.list("ALLOWED_HOSTS")]
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

DATABASES = {
    "default": from_url(
        env("DATABASE_URL", default="") or f"sqlite:///{VAR_DIR / 'db.sqlite3'}",
        conn_max_age=env.int("CONN_MAX_AGE", default=60),
    )
}

SITE_URL = env("SITE_URL", default=f"https://{ALLOWED_HOSTS[0].lstrip('.')}")
WAGTAILADMIN_BASE_URL = SITE_URL

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
# Other sites of the county may live below the same domain and still speak plain HTTP.
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=False)
# `check --deploy` is to be clean, so that a new warning is seen. Subdomains: the county's choice, above. The preload
# list of browsers is for whole domains, and nobody gets off it within months.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
if env.bool("TRUST_PROXY_SSL_HEADER", default=False):
    # Only where the server in front always sets or strips this header; a visitor could forge it otherwise.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
