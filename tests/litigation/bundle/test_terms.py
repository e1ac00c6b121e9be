"""The terms in messages are those of the vocabulary, and every list of codes in the schema has them."""

import re
from pathlib import Path

from litigation import vocabulary
from litigation.bundle.schema import bundle_schema
from litigation.bundle.terms import TERMS, with_terms

MEMBER = re.compile(r'^    [A-Z_]+ = "(\w+)"  # (.+)$', re.MULTILINE)


def vocabularies():
    source = Path(vocabulary.__file__).read_text(encoding="utf-8")
    return [dict(MEMBER.findall(part)) for part in source.split("\nclass ")[1:]]


def lists_of_codes(node):
    if isinstance(node, dict):
        if "enum" in node:
            yield [code for code in node["enum"] if code is not None]
        for child in node.values():
            yield from lists_of_codes(child)
    elif isinstance(node, list):
        for child in node:
            yield from lists_of_codes(child)


def test_the_terms_are_those_beside_the_members_of_the_vocabulary():
    ours = [table for table in TERMS if "1" not in table]
    assert len(ours) > 20
    assert sorted(ours, key=str) == sorted(vocabularies(), key=str)


def test_every_code_of_the_schema_has_its_term():
    bare = {
        code
        for codes in lists_of_codes(bundle_schema())
        for code, shown in zip(codes, with_terms(codes).split(", "), strict=True)
        if shown == str(code)
    }
    # The courts' kinds stand in a condition of the schema, which no message shows.
    assert bare == {"litigation", "compensation", "public_interest"}


def test_the_same_code_has_the_term_of_its_own_list():
    documents = next(codes for codes in lists_of_codes(bundle_schema()) if "summons" in codes)
    sources = next(codes for codes in lists_of_codes(bundle_schema()) if "inspection" in codes)
    assert "complaint 起诉状副本" in with_terms(documents)
    assert "complaint 投诉举报" in with_terms(sources)
