"""What `make` runs: from a bare Python to a started or tested site. Standard library only until .venv exists."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  asked of Pythons that the project does not support
    sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0])
