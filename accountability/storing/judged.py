"""Stores what was judged, once for each set of registrations and filings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from accountability.models import JudgedFiling, JudgedRecord, JudgedRegistration
from accountability.storing.results import Telling, ToStore
from accountability.storing.rows import BATCH, batches, insert_rows


def store_judged(results: Sequence[ToStore], telling: Telling) -> Mapping[str, int]:
    """The primary keys of the judged records of ``results`` by digest; those that are not there yet are made."""
    wanted = {result.judged: result for result in results}
    known = dict(_known(wanted))
    made = JudgedRecord.objects.bulk_create(
        [
            JudgedRecord(
                digest=digest,
                case_id=result.case_id,
                unit_id=None if result.case_id else result.unit_id,
                recorded_at=telling.moment,
            )
            for digest, result in wanted.items()
            if digest not in known
        ],
        batch_size=BATCH,
    )
    links = [(record.pk, wanted[record.digest]) for record in made]
    insert_rows(
        JudgedRegistration,
        ("record", "registration"),
        ((pk, key) for pk, result in links for key in result.registrations),
    )
    insert_rows(
        JudgedFiling, ("record", "filing"), ((pk, key) for pk, result in links for key in result.filings)
    )
    return known | {record.digest: record.pk for record in made}


def _known(digests: Iterable[str]) -> Iterator[tuple[str, int]]:
    for some in batches(digests):
        yield from JudgedRecord.objects.filter(digest__in=some).values_list("digest", "pk")
