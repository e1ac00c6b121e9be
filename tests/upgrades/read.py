"""Prints, as JSON, what the program of today makes of all that the database named by DATABASE_URL has stored.

PYTHONPATH=site DJANGO_SETTINGS_MODULE=config.settings.dev python -m tests.upgrades.read
"""

from __future__ import annotations

import json
import sys
from typing import Any


def main() -> None:
    """Read every registration with its revision, and every state of every finding."""
    import django

    django.setup()
    sys.stdout.write(json.dumps({"registrations": registrations(), "states": states()}, ensure_ascii=False))


def registrations() -> list[dict[str, Any]]:
    """Each registration: whether its facts can be read, and are those of the revision they were taken from."""
    from litigation.extract import facts_of
    from litigation.models import RegisteredFacts
    from litigation.stored_facts import decode

    return [
        {
            "ref": entry.case.ref,
            "of_its_revision": decode(entry.schema_version, entry.encoded)
            == facts_of(entry.revision.as_object()),
        }
        for entry in RegisteredFacts.objects.select_related("case", "revision")
    ]


def states() -> list[dict[str, Any]]:
    """Each state: what it said, what its trace comes to when it is replayed, and its words in both languages."""
    from accountability.explanations import explain
    from accountability.models import FindingState
    from accountability.trace import replay

    found = []
    for state in FindingState.objects.select_related("finding", "finding__case"):
        finding = state.as_finding()
        found.append(
            {
                "code": state.finding.code,
                "change": state.change,
                "outcome": state.outcome,
                "tested": finding is not None,
                "replayed": finding and replay(finding.trace),
                "subject": finding and finding.subject == first_subject(state.finding),
                "words": finding and {language: explain(finding, language) for language in ("zh", "en")},
            }
        )
    return found


def first_subject(finding: Any) -> Any:
    """The subject as it was when the finding was opened."""
    import msgspec

    from accountability.findings import Subject

    return msgspec.convert(finding.subject, Subject)


if __name__ == "__main__":
    main()
