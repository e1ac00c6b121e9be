"""`make run`: from a fresh clone to a site with demo data and a printed admin login, each step only if needed."""

import os
import sys

from bootstrap import port, progress, virtual_environment
from bootstrap.checkout import ROOT

PREPARATIONS = (
    ("Compiling the translations", ["-m", "bootstrap.catalogue", "compile"]),
    ("Bringing the database up to date", ["manage.py", "migrate", "--verbosity", "0"]),
    ("Loading the units and the demo bundle", ["manage.py", "prepare_demo"]),
    ("Making sure that there is an admin login", ["manage.py", "ensure_admin"]),
)


def main(arguments: list[str]) -> None:
    """Check the port, prepare the site, then become the server. Exits with one line when a step fails."""
    try:
        number = port.parse(arguments[0] if arguments else "8000")
    except ValueError as error:
        sys.exit(str(error))
    if reason := port.refusal(number):
        sys.exit(reason)

    python = virtual_environment.ensure()
    address = f"{port.HOST}:{number}"
    env = {**os.environ, "PYTHONUNBUFFERED": "1", "DJANGO_RUNSERVER_HIDE_WARNING": "true"}
    env.setdefault("SITE_URL", f"http://{address}")
    # Two hundred migrations and every page they make would bury the login that is printed below them.
    quiet = {"LOG_LEVEL": "WARNING", **env}
    for title, command in PREPARATIONS:
        progress.say(f"-- {title}")
        # The other steps speak for themselves; this one is told to be silent.
        what = "still at it" if "migrate" in command else None
        if progress.run([python, *command], cwd=ROOT, env=quiet, what=what):
            sys.exit(f"'{' '.join(command)}' failed; what it said is above.")

    progress.say(f"-- The site: http://{address}/   The admin: http://{address}/admin/   (Ctrl-C ends it)")
    server = ["manage.py", "runserver", address]
    # One process by default: whoever ends `make` ends the server too. The reloader keeps a second one.
    if os.environ.get("RELOAD", "") not in ("1", "true", "yes"):
        server.append("--noreload")
    os.chdir(ROOT)
    sys.stdout.flush()
    os.execve(python, [str(python), *server], env)  # noqa: S606  our own interpreter, no shell


if __name__ == "__main__":
    main(sys.argv[1:])
