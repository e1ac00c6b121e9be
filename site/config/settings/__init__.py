"""One module per environment (dev, test, production), all on base. What the environment may say: docs/settings.md."""
