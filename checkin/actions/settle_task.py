"""What a task asked for came about by itself: it is closed, and nobody is told of it any more."""

from datetime import datetime

from checkin.lives.alert_moves import Settle, moved
from checkin.storage import alert_life, alert_steps, alerts, messages
from checkin.storage.alert_steps import AlertStep


def settle_task(group: str, outcome: str, words: str, now: datetime) -> str | None:
    """Close the live task of a group, if there is one, and return its id; `words`: how it came."""
    task = alerts.held_in_group(group)
    if task is None:
        return None
    settled = moved(Settle(alert_life.live(task), outcome), now)
    alert_steps.add_steps([AlertStep(task.id, now, "closed", words, to=settled)])
    messages.cancel_for_alert(task.id, now)
    return task.id
