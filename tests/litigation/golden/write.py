"""Writes what the program of today stores for the cast of tests.litigation.records, under the name of its last migration.

    PYTHONPATH=site DJANGO_SETTINGS_MODULE=config.settings.dev python -m tests.litigation.golden.write

The database named by DATABASE_URL must be migrated; nothing stays in it. A file that is there is never written again:
it shows how data of that time looks. Run it once after a migration of `litigation` that changes what a case holds.
"""

from __future__ import annotations

import json
from pathlib import Path

FOLDER = Path(__file__).parent


def main() -> None:
    """Import the cast in a transaction that is rolled back, and write down its revisions and registrations."""
    import django

    django.setup()

    from django.core.serializers.json import DjangoJSONEncoder
    from django.db import transaction

    from litigation.actions.import_register import import_register
    from litigation.models import RegisteredFacts
    from tests.litigation.records import BARE, FULL, HOLLOW, NONE, register_of

    target = FOLDER / f"{_last_migration()}.json"
    if target.exists():
        raise SystemExit(f"{target.name} is there already and stays as it is.")
    with transaction.atomic():
        import_register(register_of(BARE, FULL, NONE, HOLLOW), actor=None, source="golden")
        cases = [
            {
                "ref": registration.case.ref,
                "revision": registration.revision.content,
                "schema_version": registration.schema_version,
                "encoded": registration.encoded,
            }
            for registration in RegisteredFacts.objects.select_related("case", "revision")
        ]
        transaction.set_rollback(True)
    text = json.dumps(cases, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)
    target.write_text(text + "\n", encoding="utf-8")


def _last_migration() -> str:
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    ((_app, name),) = MigrationLoader(connection).graph.leaf_nodes("litigation")
    return name


if __name__ == "__main__":
    main()
