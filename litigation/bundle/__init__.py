"""litigation-bundle/1: the record bundle, read, validated, compared and written back (domain/bundle.md)."""

from litigation.bundle.checks import Known
from litigation.bundle.errors import BundleError, BundleErrors, Record
from litigation.bundle.normalise import normalise
from litigation.bundle.read import read
from litigation.bundle.schema import SCHEMA_FILE
from litigation.bundle.write import as_document, to_json, to_yaml

__all__ = [
    "SCHEMA_FILE",
    "BundleError",
    "BundleErrors",
    "Known",
    "Record",
    "as_document",
    "normalise",
    "read",
    "to_json",
    "to_yaml",
]
