"""What every command of this project has in common: exit codes, documents, and words where the database is of no use."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from litigation.management.file_faults import why_not_read, why_not_written

#: Something the command was given or told to use is wrong or is not there; each fault is named, nothing is written.
WRONG_INPUT = 1
#: The command line itself is wrong, whatever the database and the files hold.
WRONG_USAGE = 2


class ProjectCommand(BaseCommand):
    """Ends with 0, ``WRONG_INPUT`` or ``WRONG_USAGE``; CommandError without a code is ``WRONG_INPUT``."""

    def execute(self, *args: Any, **options: Any) -> Any:
        """Run the command. Raises CommandError in words where the database cannot be reached or lacks its tables."""
        try:
            return super().execute(*args, **options)
        except DatabaseError as error:
            reason = _why_unusable()
            if reason is None:
                raise
            raise CommandError(reason, returncode=WRONG_INPUT) from error

    def write_document(self, text: str, output: Path | None = None) -> None:
        """Write ``text`` as UTF-8, whatever the terminal's encoding is, to standard output or to the file ``output``.

        The file is there whole or not at all. Raises CommandError where it cannot be written.
        """
        if output is not None:
            _write_file(output, text)
            return
        binary = getattr(self.stdout, "buffer", None)
        if binary is None:
            self.stdout.write(text, ending="")
        else:
            self.stdout.flush()
            binary.write(text.encode())
            binary.flush()


def bytes_of(path: Path) -> bytes:
    """What the file holds. Raises CommandError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandError(why_not_read(path, error), returncode=WRONG_INPUT) from error


def _write_file(path: Path, text: str) -> None:
    # A pipe or /dev/stdout stays what it is; anything else is written beside the place and then put there.
    special = path.exists() and not path.is_file()
    whole = path if special else path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        whole.write_text(text, encoding="utf-8")
        if not special:
            whole.replace(path)
    except OSError as error:
        if not special:
            whole.unlink(missing_ok=True)
        raise CommandError(why_not_written(path, error), returncode=WRONG_INPUT) from error


def _why_unusable() -> str | None:
    """Why no command can work on the database, or None where the fault lies elsewhere."""
    try:
        connection.ensure_connection()
    except OperationalError as error:
        said = str(error).strip().splitlines()[0]
        return _("The database does not answer (%(said)s); DATABASE_URL says where it is.") % {"said": said}
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError:
        return None
    if not executor.loader.applied_migrations:
        return _("The database has no tables yet: run `manage.py migrate`.")
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return _("The database is older than the program: run `manage.py migrate`.")
    return None
