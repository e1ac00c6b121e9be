"""The record as facts: one page (live, draft or revision), or the whole register as it stood at a moment."""

from litigation.extract.page import facts_of, facts_of_revision
from litigation.extract.register import register_facts, with_filings

__all__ = ["facts_of", "facts_of_revision", "register_facts", "with_filings"]
