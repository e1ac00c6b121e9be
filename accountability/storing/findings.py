"""Stores what became of each finding since the last assessment: opened, changed, cleared, gone, opened again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from django.db.models import Q, QuerySet

from accountability.findings import Finding, Subject
from accountability.fingerprints import finding_content
from accountability.history import CLOSED, Change
from accountability.models import FindingState, StoredFinding
from accountability.outcomes import Result
from accountability.stored_traces import encode_subject, encode_trace, encode_words
from accountability.storing.results import Owner, Telling, ToStore
from accountability.storing.rows import BATCH, batches, insert_rows
from litigation.duties.duty import Application

#: Every test of these results, clear ones too, by owner and identity.
ClearTests = Callable[[Sequence[ToStore]], Mapping[str, Finding]]


class Last(msgspec.Struct, frozen=True, kw_only=True):
    """The last state of a stored finding."""

    state: int
    finding: int
    owner: Owner
    category: int
    outcome: Result
    change: Change
    content: str
    application: Application
    subject: Subject

    @property
    def is_open(self) -> bool:
        return self.change not in CLOSED


class News(msgspec.Struct, frozen=True, kw_only=True):
    """A state to add. ``finding`` is None where nothing is tested any more."""

    identity: str
    result: ToStore
    change: Change
    finding: Finding | None
    last: Last | None


def last_states(owners: Collection[Owner] | None = None) -> dict[str, Last]:
    """The last state of every finding by its identity, or of those of ``owners``, in one query."""
    states = FindingState.objects.filter(superseded_at__isnull=True)
    if owners is not None:
        of_units = Q(
            finding__case__isnull=True, finding__unit__in=[unit for case, unit in owners if not case]
        )
        states = states.filter(Q(finding__case__in=[case for case, _unit in owners if case]) | of_units)
    rows = states.values_list(
        "finding__identity",
        "pk",
        "finding_id",
        "finding__case_id",
        "finding__unit_id",
        "finding__category",
        "outcome",
        "change",
        "content",
        "application",
        "subject",
    )
    return {
        identity: Last(
            state=state,
            finding=finding,
            owner=(case or 0, unit),
            category=category,
            outcome=Result(outcome),
            change=Change(change),
            content=content,
            application=Application(application),
            subject=msgspec.convert(subject, Subject),
        )
        for identity, state, finding, case, unit, category, outcome, change, content, application, subject in rows
    }


def findings_news(
    results: Mapping[Owner, ToStore], before: Mapping[str, Last], clear_tests: ClearTests
) -> list[News]:
    """What is other than ``before`` (``last_states``). Findings of owners outside ``results`` are left as they are."""
    news: list[News] = []
    seen: set[str] = set()
    for result in results.values():
        for identity, finding in result.identified(result.result.findings):
            seen.add(identity)
            last = before.get(identity)
            change = _change(finding, last)
            if change is not None:
                news.append(News(identity=identity, result=result, change=change, finding=finding, last=last))
    ended = {
        identity: last
        for identity, last in before.items()
        if last.is_open and identity not in seen and last.owner in results
    }
    return [*news, *_endings(ended, results, clear_tests)]


def store_findings(news: Sequence[News], telling: Telling, keys: Mapping[str, int]) -> Counter[Change]:
    """Add the states. How many of each change."""
    for some in batches(entry.last.state for entry in news if entry.last):
        # Past the guard of the model: that a newer state follows is the one thing that becomes known later.
        QuerySet.update(FindingState.objects.filter(pk__in=some), superseded_at=telling.moment)
    fresh = StoredFinding.objects.bulk_create(
        [_finding(entry, entry.finding, telling) for entry in news if entry.finding and not entry.last],
        batch_size=BATCH,
    )
    made = {finding.identity: finding.pk for finding in fresh}
    insert_rows(
        FindingState,
        FindingState.COLUMNS,
        (
            _state(entry, entry.last.finding if entry.last else made[entry.identity], telling, keys)
            for entry in news
        ),
    )
    return Counter(entry.change for entry in news)


def _change(finding: Finding, last: Last | None) -> Change | None:
    if last is None:
        return Change.OPENED
    if not last.is_open:
        return Change.REOPENED
    return None if last.content == finding_content(finding) else Change.CHANGED


def _endings(
    ended: Mapping[str, Last], results: Mapping[Owner, ToStore], clear_tests: ClearTests
) -> Iterator[News]:
    """Findings that no longer stand: the test now says clear, or there is nothing to test."""
    if not ended:
        return
    cleared = clear_tests([results[owner] for owner in sorted({last.owner for last in ended.values()})])
    for identity, last in ended.items():
        test = cleared.get(identity)
        yield News(
            identity=identity,
            result=results[last.owner],
            change=Change.CLEARED if test else Change.GONE,
            finding=test,
            last=last,
        )


def identified_tests(pairs: Iterable[tuple[ToStore, tuple[Finding, ...]]]) -> dict[str, Finding]:
    """The clear ones of these tests by identity."""
    return {
        identity: finding
        for result, tested in pairs
        for identity, finding in result.identified(tested)
        if finding.outcome is Result.CLEAR
    }


def _finding(entry: News, finding: Finding, telling: Telling) -> StoredFinding:
    return StoredFinding(
        identity=entry.identity,
        case_id=entry.result.case_id,
        unit_id=entry.result.unit_id,
        category=finding.category,
        code=finding.code,
        kind=finding.kind,
        duty=finding.duty and finding.duty.value,
        about=finding.about,
        subject=msgspec.to_builtins(finding.subject),
        opened_at=telling.moment,
        opened_as_of=telling.as_of,
    )


def _state(entry: News, finding_id: int, telling: Telling, keys: Mapping[str, int]) -> tuple[Any, ...]:
    """The values of ``FindingState.COLUMNS``."""
    return (
        finding_id,
        entry.change.value,
        *_said(entry.finding, entry.last),
        telling.as_of,
        telling.moment,
        None,
        keys[entry.result.judged],
        telling.law.pk,
    )


def _said(finding: Finding | None, last: Last | None) -> tuple[Any, ...]:
    """What the test said; where nothing was asked any more, there is nothing to explain but that."""
    if finding is None:
        application = last.application if last else Application.DIRECT
        subject = encode_subject(last.subject if last else Subject())
        return (Result.CLEAR.value, subject, None, None, "[]", "[]", application.value, "", "", "")
    return (
        finding.outcome.value,
        encode_subject(finding.subject),
        finding.due,
        finding.days_late,
        encode_words(finding.missing),
        encode_words(finding.authority),
        finding.application.value,
        finding.uid,
        encode_trace(finding.trace),
        finding_content(finding),
    )
