"""The task to read words and the loops of the same words are one truth: what ends one tells the other."""

from datetime import datetime

from checkin.lives.alert import LIVE
from checkin.lives.alert_moves import Settle, moved
from checkin.storage import alert_life, alert_steps, alerts, messages
from checkin.storage.alert_steps import AlertStep
from checkin.storage.tables import AlertRow

TO_READ = "free_message"  # the kind of such a task


def settle(
    task: AlertRow, outcome: str, words: str, now: datetime, staff_id: str | None = None
) -> None:
    """End a task that has nothing left to be done."""
    held = alerts.the_alert(task.id)
    if held.state in LIVE:
        to = moved(Settle(alert_life.live(held), outcome), now)
        alert_steps.add_steps([AlertStep(task.id, now, "closed", words, staff_id, to)])
        messages.cancel_for_alert(task.id, now)
