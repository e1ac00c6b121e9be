"""Every write of the record. One action per file: check, change, log, in one transaction, attributed, safe to repeat."""
