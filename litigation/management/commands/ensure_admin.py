"""`manage.py ensure_admin`: the login printed by `make run`. Development only; a superuser comes from nowhere else."""

import os
import secrets
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import CommandError

from config.private_file import read_or_create
from litigation.management.project_command import ProjectCommand

USERNAME = "admin"


class Command(ProjectCommand):
    """Makes the superuser `admin` work with the printed password, which stays the same from start to start."""

    help = "Creates the development login and prints it. Refuses outside development."

    def handle(self, *args: Any, **options: Any) -> None:
        """Create or repair the login. Raises CommandError in production, or if `admin` is an ordinary account."""
        if settings.ENVIRONMENT not in ("development", "test"):
            raise CommandError(
                "ensure_admin is for development; in production use createsuperuser, once, by hand."
            )
        path = settings.VAR_DIR / "admin-password.txt"
        given = os.environ.get("ADMIN_PASSWORD", "")
        password = given or read_or_create(path, lambda: secrets.token_urlsafe(15))
        self._make_it_work(password)
        source = "from ADMIN_PASSWORD" if given else f"kept in {_short(path)}"
        self.stdout.write(f"   Admin login: {USERNAME}   password: {password}   ({source})")

    def _make_it_work(self, password: str) -> None:
        users = get_user_model()
        user = users._default_manager.filter(**{users.USERNAME_FIELD: USERNAME}).first()
        if user is None:
            users._default_manager.create_superuser(username=USERNAME, email="", password=password)
            return
        if not user.is_superuser:
            raise CommandError(
                f"'{USERNAME}' exists and is no superuser; its rights are left as they are. Rename it."
            )
        if not (user.is_active and user.check_password(password)):
            user.set_password(password)
            user.is_active = True
            user.save(update_fields=["password", "is_active"])


def _short(path: Any) -> str:
    """Return the path as seen from the checkout where it lies in it."""
    return str(path.relative_to(settings.BASE_DIR)) if path.is_relative_to(settings.BASE_DIR) else str(path)
