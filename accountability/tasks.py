"""What runs after a commit: in the request by default, in a worker where the office has one (TASKS_BACKEND)."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult, get_date_max

from accountability.actions.retest import Progress, retest_pending
from accountability.pending import read_pending
from litigation.management.progress import ticker_in_use

#: After this time somebody looks whether a worker that began to test also came to the end of it.
SECOND_LOOK = timedelta(minutes=10)
logger = logging.getLogger(__name__)


@task()
def retest_what_is_pending() -> int:
    """Test again what was recorded since the last time; how many results were written.

    Done twice it does nothing the second time, so a worker that was killed is simply followed by another.
    """
    if not read_pending().rows:
        return 0
    look_again_later()
    try:
        return retest_pending(_progress()).results
    except Exception:
        logger.exception(
            "what was recorded could not be tested; it stays on the list, and the next task or `assess --due` tries again"
        )
        raise


def look_again_later() -> None:
    """Have a worker look a second time, unless one will: whichever of them is killed, at whatever step, another follows."""
    if not retest_what_is_pending.get_backend().supports_defer:
        return
    waiting = DBTaskResult.objects.filter(
        status=TaskResultStatus.READY,
        task_path=retest_what_is_pending.module_path,
        run_after__gt=timezone.now(),
    )
    # A task without a time of its own carries the end of time instead.
    if not waiting.exclude(run_after=get_date_max()).exists():
        retest_what_is_pending.using(run_after=timezone.now() + SECOND_LOOK).enqueue()


def _progress() -> Progress | None:
    """Where a command is what committed, its user sees how far it is."""
    ticker = ticker_in_use()
    if ticker is None:
        return None
    counting, storing = _("assessing cases"), _("storing the result")

    def tell(done: int, total: int) -> None:
        if done == total:
            ticker.say(storing)
        else:
            ticker.count(counting, done, total)

    return tell
