"""What pytest and `make lint` run on: a database and files of this process alone, and nothing slow.

TEST_DATABASE_URL=postgres://… runs the tests on PostgreSQL; the database itself is made and dropped by Django.
"""

import os
import secrets
import tempfile
from pathlib import Path

from config.databases import from_url
from config.settings.base import *  # noqa: F403
from config.settings.base import env, tasks

ENVIRONMENT = "test"
SECRET_KEY = "only for tests, which keep nothing"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]

SITE_URL = "http://testserver"
WAGTAILADMIN_BASE_URL = SITE_URL

# Everything a test writes goes into a folder of this process. tests/conftest.py makes and removes it: the checks that
# load these settings too (mypy, makemigrations) write nothing and leave nothing behind.
FILES = Path(tempfile.gettempdir()) / f"yingsu-tests-{os.getpid()}-{secrets.token_hex(4)}"
VAR_DIR = FILES / "var"
MEDIA_ROOT = FILES / "media"
STATIC_ROOT = FILES / "static"

DATABASES = {"default": from_url(env("TEST_DATABASE_URL", default="") or "sqlite://:memory:")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: several connections and threads then behave as they do on a real site. It need not survive
    # a power cut, hence no waiting for the disk.
    DATABASES["default"]["TEST"] = {"NAME": str(FILES / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF"
else:
    # Two runs at once, of two checkouts or two people, do not take each other's database away.
    DATABASES["default"]["TEST"] = {"NAME": f"test_yingsu_{os.getpid()}"}
    DATABASES["default"]["CONN_MAX_AGE"] = 0

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = tasks("immediate")
LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
