"""Settings of a benchmark: those of the tests, on the scratch database that BENCH_DATABASE_URL names."""

import os

from config.databases import from_url
from config.settings.test import *  # noqa: F403

DATABASES = {"default": from_url(os.environ["BENCH_DATABASE_URL"])}
LOGGING = {"version": 1, "disable_existing_loggers": True}
