"""What gunicorn serves: `gunicorn --pythonpath site --no-control-socket config.wsgi`."""

import os
import sys
from pathlib import Path

from django.core.wsgi import get_wsgi_application

# The apps lie in the checkout, config in site/; other servers than gunicorn put neither on the path.
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [path for path in (str(ROOT / "site"), str(ROOT)) if path not in sys.path]

from config.catalogues import compile_stale  # noqa: E402  only now config can be found

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
compile_stale()
application = get_wsgi_application()
