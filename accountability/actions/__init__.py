"""Every write of what was found. One action per file: check, change, log, in one transaction, safe to repeat."""
