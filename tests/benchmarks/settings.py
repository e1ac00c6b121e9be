"""Settings of a benchmark: those of the tests, on the scratch database that BENCH_DATABASE_URL names."""

import os

from config.databases import from_url
from config.settings.test import *  # noqa: F403

DATABASES = {"default": from_url(os.environ["BENCH_DATABASE_URL"])}
LOGGING = {"version": 1, "disable_existing_loggers": True}
# What is to be tested after a commit waits on its list: a measurement asks for it when it is timed, and not before.
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
