"""The last stage: what the public sees."""
