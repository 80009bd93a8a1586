"""Nobody could be told of an alert, and now somebody can: it goes on, and does not wait for its step."""

from datetime import datetime

from checkin.actions.give_back import tell_next
from checkin.actions.tell_who_called import as_it_goes_on
from checkin.actions.telling import reached_by
from checkin.actions.whom_a_step_tells import whom
from checkin.agreements.ladder import next_tell
from checkin.storage import alerts, messages, nobody_told
from checkin.storage.tables import AlertRow
from checkin.storage.transaction import kept_together


def tell_where_somebody_can_be(now: datetime) -> None:
    """Tell of each alert of which nobody could be told, as soon as somebody has a phone or is here."""
    with kept_together():
        waits = [alerts.the_alert(one.id) for one in nobody_told.alerts_of()]
        for alert in waits:
            if alert.state == "open" and _somebody_can_be(alert, now):
                went_on, _ = tell_next(alert, now)
                messages.put(as_it_goes_on([went_on], now))


def _somebody_can_be(alert: AlertRow, now: datetime) -> bool:
    tell = next_tell(alert.level, alert.step, now, task=alert.task)
    return bool(reached_by(tell, whom(alert).at_step(tell, now)))
