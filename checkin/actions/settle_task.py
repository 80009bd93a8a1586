"""What a task asked for came about by itself: it is closed, and nobody is told of it any more."""

from datetime import datetime

from checkin.lives.alert import LIVE
from checkin.lives.alert_moves import Settle, moved
from checkin.storage import alert_life, alert_steps, alerts, messages
from checkin.storage.alert_steps import AlertStep
from checkin.storage.tables import AlertRow


def settle_task(
    group: str, outcome: str, words: str, now: datetime, staff_id: str | None = None
) -> str | None:
    """Close the live task of a group, if there is one, and return its id; `words`: how it came."""
    task = alerts.held_in_group(group)
    if task is None:
        return None
    settle(task, outcome, words, now, staff_id)
    return task.id


def settle(
    task: AlertRow, outcome: str, words: str, now: datetime, staff_id: str | None = None
) -> None:
    """End a task that has nothing left to be done."""
    held = alerts.the_alert(task.id)
    if held.state in LIVE:
        to = moved(Settle(alert_life.live(held), outcome), now)
        alert_steps.add_steps([AlertStep(task.id, now, "closed", words, staff_id, to)])
        messages.cancel_for_alert(task.id, now)
        messages.cancel_said_of({task.id}, now)
