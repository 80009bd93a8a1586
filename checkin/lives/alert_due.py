"""When an alert moves on by itself, and when it rings once more. None ends in silence.

Source: thresholds.md C.0 "Levels", alerts.md section 3.
"""

from datetime import datetime, timedelta

from checkin.agreements.ladder import next_tell
from checkin.lives.alert import Live, Open
from checkin.lives.alert_moves import RunOut, TellNext
from checkin.lives.telling import Telling

SAME_BREATH = timedelta(seconds=15)
"""Pressed twice in one breath, a call for help rings staff once, and both are kept.

A step that staff log twice in one breath is one step.
"""


def due_move(alert: Live, now: datetime) -> TellNext | RunOut | None:
    """Return what time itself does to an alert: nothing before its `next_at`."""
    if alert.next_at > now:
        return None
    return TellNext(alert) if isinstance(alert, Open) else RunOut(alert)


def goes_on(alert: Live, failed: Telling, newest: Telling) -> bool:
    """Say whether a telling of which every message failed sends an alert on at once.

    Only the newest does, at the step where the alert stands; the last step, which repeats, waits.
    """
    stands = isinstance(alert, Open) and failed == newest and failed.step == alert.step
    return (
        stands and not next_tell(alert.level, alert.step, alert.next_at, task=alert.task).exhausted
    )


def rings_again(
    alert: Live, last_rung: datetime | None, now: datetime, *, calls: bool = False
) -> bool:
    """Say whether staff are told once more: a call for help that comes again is never swallowed.

    `last_rung`: when it last rang because it happened, not because nobody acted.
    `calls`: the person waits for somebody whom they called, whatever the level.
    """
    pressing = calls or alert.level == "now"
    return pressing and (last_rung is None or now - last_rung > SAME_BREATH)
