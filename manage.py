#!/usr/bin/env python
"""Django's command line for this project."""

import os
import sys
from pathlib import Path

# site/ is no package (the standard library has a module of that name): config lies directly on the path.
sys.path.insert(0, str(Path(__file__).resolve().parent / "site"))

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    from django.core.management import execute_from_command_line

    from config.catalogues import compile_stale

    compile_stale()
    execute_from_command_line(sys.argv)
