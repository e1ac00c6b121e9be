"""The development login: one that works, the same from start to start, and never in production."""

import io
import stat
from pathlib import Path

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def var_dir(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("ADMIN_PASSWORD", raising=False)
    settings.VAR_DIR = tmp_path
    return tmp_path


def ensure_admin() -> str:
    """Run the command and return the password it prints."""
    out = io.StringIO()
    call_command("ensure_admin", stdout=out)
    return out.getvalue().partition("password: ")[2].split()[0]


def test_the_printed_login_works_and_stays_the_same(var_dir: Path) -> None:
    first, second = ensure_admin(), ensure_admin()
    assert first == second
    user = authenticate(username="admin", password=first)
    assert user is not None
    assert user.is_superuser
    file = var_dir / "admin-password.txt"
    assert file.read_text().strip() == first
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_password_from_the_environment_wins_and_is_not_written_down(
    var_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADMIN_PASSWORD", "chosen-by-hand")
    assert ensure_admin() == "chosen-by-hand"
    assert authenticate(username="admin", password="chosen-by-hand") is not None
    assert not (var_dir / "admin-password.txt").exists()


def test_a_login_that_no_longer_works_is_repaired() -> None:
    password = ensure_admin()
    user = get_user_model().objects.get(username="admin")
    user.set_password("something else")
    user.is_active = False
    user.save()
    assert ensure_admin() == password
    assert authenticate(username="admin", password=password) is not None


def test_an_ordinary_account_of_that_name_is_not_raised() -> None:
    get_user_model().objects.create_user(username="admin", password="x")
    with pytest.raises(CommandError, match="no superuser"):
        ensure_admin()
    assert not get_user_model().objects.get(username="admin").is_superuser


def test_production_refuses(settings: Settings) -> None:
    settings.ENVIRONMENT = "production"
    with pytest.raises(CommandError, match="createsuperuser"):
        ensure_admin()
    assert not get_user_model().objects.filter(username="admin").exists()
