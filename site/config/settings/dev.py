"""A developer's or a visitor's machine: no variable has to be set, everything made is kept in var/."""

import secrets

from config.databases import from_url
from config.private_file import read_or_create
from config.settings.base import *  # noqa: F403
from config.settings.base import VAR_DIR, env

ENVIRONMENT = "development"
DEBUG = env.bool("DEBUG", default=True)

SECRET_KEY = env("SECRET_KEY", default="") or read_or_create(
    VAR_DIR / "secret-key", lambda: secrets.token_urlsafe(50)
)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

DATABASES = {"default": from_url(env("DATABASE_URL", default="") or f"sqlite:///{VAR_DIR / 'db.sqlite3'}")}

SITE_URL = env("SITE_URL", default="http://127.0.0.1:8000")
WAGTAILADMIN_BASE_URL = SITE_URL

# Files as they lie in the apps: nothing has to be collected before the first look.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
