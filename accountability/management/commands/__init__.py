"""manage.py commands: thin; they call actions and selectors and decide nothing."""
