"""Duties: what had to be done by when, derived from facts and law. One module per duty family. Imports no Django."""
