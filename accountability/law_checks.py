"""What must hold between the law folder, the wordings and the code; each check returns what is wrong, in words. No Django."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from accountability.explanations import CHANGE, CHANGE_DONE, FOLDER, LAW_FOLDER, NOT
from accountability.outcomes import Result
from accountability.wording_uses import Use, texts_matching
from litigation.duties.duty import Application, DutyCode, Event, Status
from litigation.duties.loss import EXTENDED
from litigation.law.citations import Grade
from litigation.law.loader import Law
from litigation.law.parameters import Dated
from litigation.law.sentences import Sentences
from litigation.law.working_days import WorkingDays
from litigation.vocabulary import AbsenceGround, ConductSource, Document, Refusal

FIRST_YEAR, LAST_YEAR = 2020, 2027
#: Names of facts that a wording looks up as a term, with all the codes that can stand there.
TERMS: Mapping[str, Iterable[str]] = {
    "document": Document,
    # The unit's own right to appeal is for information: no finding speaks of it.
    "duty": [code for code in DutyCode if code is not DutyCode.APPEAL],
    "sign": Refusal,
    "source": [f"source.{source}" for source in ConductSource],
    "ground": AbsenceGround,
    "outcome": sorted(EXTENDED),
    # What another reading makes of a breach: never the breach itself, and never nothing that can be told.
    "otherwise": [Result.CLEAR, Result.LEAD, Result.NOT_APPLICABLE],
    "application": Application,
}
#: The duty's own statuses that are told with its last day; the other two say why instead.
TOLD = (Status.MET, Status.LATE, Status.MISSED, Status.OPEN)
#: One word for two things: the same term is right for both.
ONE_WORD = frozenset({Document.ENFORCEMENT_NOTICE.value})
#: Why a day is no working day, and how a reading is called: tokens that are no vocabulary.
REASON, VALUE = "reason", "value"
_SHOWN = re.compile(r"\{(\w+):term\}")


def all_problems(law: Law, sentences: Sentences, uses: Sequence[Use], texts: Mapping[str, str]) -> list[str]:
    """Every problem of every check."""
    checks: tuple[Iterable[str], ...] = (
        wording_problems(law, sentences, uses),
        unused_wordings(law, sentences, uses),
        term_problems(law, sentences),
        clause_problems(law, texts),
        key_problems(law, texts),
        coverage_problems(law),
    )
    return [problem for found in checks for problem in found]


def wording_problems(law: Law, sentences: Sentences, uses: Iterable[Use]) -> Iterator[str]:
    """Sentences that the code asks for and nobody worded, or whose wording needs a fact it is not given."""
    worded = sentences.keys()
    for use in uses:
        keys = expanded(law, use.key)
        if keys is None or use.params is None:
            what = "which sentence" if keys is None else f"which facts {use.key} is given"
            yield f"{use.where}: cannot be read from the source: {what}"
            continue
        for key in keys:
            if key not in worded:
                yield f"{use.where}: nobody worded {key}"
            for variant in (key, key + NOT, key + CHANGE, key + CHANGE_DONE):
                lacking = sentences.placeholders(variant) - use.params if variant in worded else frozenset()
                if lacking:
                    yield f"{use.where}: the wording of {variant} needs {', '.join(sorted(lacking))}, which is not given"


def unused_wordings(law: Law, sentences: Sentences, uses: Iterable[Use]) -> Iterator[str]:
    """Wordings that no code asks for."""
    asked = {key for use in uses for key in expanded(law, use.key) or ()}
    for key in sorted(sentences.keys()):
        if key.removesuffix(NOT).removesuffix(CHANGE_DONE).removesuffix(CHANGE) not in asked:
            yield f"wordings: nothing asks for {key}"


def expanded(law: Law, key: str | None) -> tuple[str, ...] | None:
    """All sentences that ``key`` stands for; None where that is not known."""
    if key is None or "{}" not in key:
        return None if key is None else (key,)
    tokens = _expansions(law).get(key)
    return None if tokens is None else tuple(key.format(token) for token in tokens)


def _expansions(law: Law) -> Mapping[str, Sequence[str]]:
    # A fixed date starts no clock: its sentence is that of the day count.
    events = [event for event in Event if event is not Event.FIXED_DATE]
    return {
        "duty.{}": TOLD,
        "trigger.{}": events,
        "grade.{}": [grade for grade in Grade if grade.must_be_said],
        "absent.head_left.{}": [value.value for value in law.readings["AMB-20"].values],
    }


def term_problems(law: Law, sentences: Sentences) -> Iterator[str]:
    """Codes that a wording shows and nobody named, and codes of two vocabularies that share one term."""
    shown = names_shown_as_terms()
    for name in sorted(shown - TERMS.keys() - {REASON, VALUE}):
        yield f"wordings: {{{name}:term}} is shown, and law_checks does not know which codes can stand there"
    tokens = {name: [str(code) for code in TERMS[name]] for name in sorted(shown & TERMS.keys())}
    if REASON in shown:
        tokens[REASON] = rest_tokens()
    if VALUE in shown:
        tokens[VALUE] = [
            f"{key}.{value.value}" for key, reading in law.readings.items() for value in reading.values
        ]
    for name, codes in tokens.items():
        for code in codes:
            if sentences.term(code, "zh") == code:
                yield f"terms.yaml: {code} ({name}) has no term"
    yield from shared_terms(tokens)


def shared_terms(tokens: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Codes that two vocabularies have in common, though each needs a word of its own."""
    first: dict[str, str] = {}
    for name, codes in tokens.items():
        for code in codes:
            if first.setdefault(code, name) != name and code not in ONE_WORD:
                yield f"terms.yaml: {code} is both {first[code]} and {name}, and has one term for the two"


def names_shown_as_terms() -> frozenset[str]:
    """The names of facts that some wording shows through its term, such as ``document`` in ``{document:term}``."""
    wordings = (
        path for folder in (LAW_FOLDER, FOLDER) for path in folder.glob("*.yaml") if path.stem != "terms"
    )
    return frozenset(name for path in wordings for name in _SHOWN.findall(path.read_text(encoding="utf-8")))


def rest_tokens() -> list[str]:
    """Why a day since 2020 was no working day, as far as holidays are published; and the reason of an override."""
    days = WorkingDays()
    every = (
        date.fromordinal(n) for n in range(date(FIRST_YEAR, 1, 1).toordinal(), days.until.toordinal() + 1)
    )
    return sorted({days.rest_token(day) for day in every if not days.is_working(day)} | {"local_rest"})


def clause_problems(law: Law, texts: Mapping[str, str]) -> Iterator[str]:
    """Clauses that code or law cites and the notice does not have."""
    known = {clause.id for clause in law.notice.clauses()} | set(law.obligations)
    cited = list(texts_matching(texts, r"N\d+\.\d+[a-z]?"))
    cited += [(category.clause, f"category {number}") for number, category in law.categories.items()]
    cited += [(f"N6.{number}", f"category {number}") for number in law.categories]
    for clause, where in cited:
        if clause not in known:
            yield f"{where}: the notice has no clause {clause}"


def key_problems(law: Law, texts: Mapping[str, str]) -> Iterator[str]:
    """Limits and readings that the code asks for and the law folder does not have."""
    for code, where in texts_matching(texts, r"S-\d+[a-z]?"):
        if code not in law.limits:
            yield f"{where}: there is no limit {code}"
    for key, where in texts_matching(texts, r"AMB-\d+"):
        if key not in law.readings:
            yield f"{where}: there is no reading {key}"


def coverage_problems(law: Law) -> Iterator[str]:
    """Quarters from 2020 to 2027 in which a limit, obligation or definition that was in force then has no value."""
    tables: tuple[Mapping[str, object], ...] = (law.limits, law.obligations, law.definitions)
    for table in tables:
        for name, entry in table.items():
            values: Sequence[Dated] = entry.values  # type: ignore[attr-defined]
            for first, last in quarters():
                start, end = max(first, values[0].start), min(last, values[-1].end or last)
                if start <= end and not all(_holds(values, day) for day in (start, end)):
                    yield f"{name}: no value in all of {first.year}-Q{(first.month + 2) // 3}"


def _holds(values: Sequence[Dated], day: date) -> bool:
    return sum(value.holds_on(day) for value in values) == 1


def quarters() -> Iterator[tuple[date, date]]:
    """First and last day of each quarter from 2020-Q1 to 2027-Q4."""
    starts = [date(year, month, 1) for year in range(FIRST_YEAR, LAST_YEAR + 1) for month in (1, 4, 7, 10)]
    for start, following in zip(starts, [*starts[1:], date(LAST_YEAR + 1, 1, 1)], strict=True):
        yield start, following - timedelta(days=1)
