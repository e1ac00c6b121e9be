"""What the sources of duties and findings are called: clauses of the notice, rows of table S, statutes, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from litigation.law.citations import Text
from litigation.law.loader import load_law
from litigation.law.sentences import Language

UNNUMBERED: Mapping[str, Text] = {
    "N0.0": Text(zh="引言", en="preamble"),
    "N8.1": Text(zh="适用范围", en="scope"),
    "N8.2": Text(zh="施行日期", en="effect"),
}
_CLAUSE = re.compile(r"N(\d+)\.(\d+)[a-z]?")


def clause_of(text: str) -> str | None:
    """The clause of the notice that ``text`` names (``N5.7b`` is a part of N5.7), or None."""
    match = _CLAUSE.fullmatch(text)
    if match is None:
        return None
    clause = f"N{match[1]}.{match[2]}"
    return clause if clause in _numbers() else None


def clause_name(clause: str, language: Language) -> str:
    """``N5.3`` as 意见五（三）, as the citations of the law folder write it."""
    if language == "zh":
        return f"意见{_numbers()[clause]}"
    if clause in UNNUMBERED:
        return f"Opinions, {UNNUMBERED[clause].en}"
    section, _dot, item = clause.removeprefix("N").partition(".")
    return f"Opinions {section}" if item == "0" else f"Opinions {section}({item})"


def names_of_sources(sources: Iterable[str], language: Language) -> list[str]:
    """``sources`` (``Finding.authority``) in words, each once."""
    return list(dict.fromkeys(name_of_source(source, language) for source in sources))


def name_of_source(source: str, language: Language) -> str:
    """One source in words; a statute that the law folder does not hold stands as it was written."""
    clause = clause_of(source)
    if clause is not None:
        return clause_name(clause, language)
    limit = load_law().limits.get(source)
    if limit is not None:
        return f"{source} {limit.name.zh if language == 'zh' else limit.name.en}"
    if language == "zh":
        return source
    # 公务员法第五十九条（M）: the grade is said behind the citation.
    cited, grade, _rest = source.partition("（M）") if source.endswith("（M）") else source.partition("（I）")
    english = _english().get(cited)
    return source if english is None else f"{english} ({grade[1]})" if grade else english


@cache
def _english() -> Mapping[str, str]:
    return {text.zh: text.en for text in _citations()}


def _citations() -> Iterator[Text]:
    law = load_law()
    for table in (law.limits.values(), law.obligations.values(), law.definitions.values()):
        for row in table:
            yield from (value.citation for value in row.values)
    for category in law.categories.values():
        yield from category.statutes


@cache
def _numbers() -> Mapping[str, str]:
    """What stands after 意见 for each clause, as printed: 五（三）, 六（7）."""
    opinions = load_law().notice.opinions
    numbers = {clause: name.zh for clause, name in UNNUMBERED.items()}
    for section in opinions.sections:
        number = section.number.rstrip("、")
        numbers[f"{section.id}.0"] = number
        numbers |= {item.id: f"{number}{item.number or ''}" for item in section.items}
    return numbers
