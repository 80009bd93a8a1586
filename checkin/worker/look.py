"""Look at everything that is due, and send everything that waits."""

import os
import socket
from collections.abc import Mapping
from datetime import datetime, timedelta

from checkin.actions.ask_what_became import ask_what_became
from checkin.actions.notice_silence import notice_silence
from checkin.actions.send_messages import send_messages
from checkin.actions.sending import Sender
from checkin.actions.tell_next_contact import tell_next_contact
from checkin.storage import beats
from checkin.storage.time_to_come import bring_back
from checkin.storage.transaction import kept_together

DOWN_AFTER = timedelta(minutes=2)
FIRST, MOST, GROWS = 20, 500, 5
"""How many of each are taken further at once: few at first, so that a crash loop gets on too."""


def tick(now: datetime, *, worker: str = "") -> None:
    """Show that someone looks, and look."""
    beat(now, worker)
    look(now)


def look(now: datetime) -> None:
    """Do everything that is due, a batch of each in turn, so that no alert waits for the last."""
    with kept_together():
        bring_back(now)
    most, more = FIRST, True
    while more:
        noticed = notice_silence(now, most)
        told = tell_next_contact(now, most)
        more = bool(noticed or told)
        most = min(most * GROWS, MOST)


def send_all(senders: Mapping[str, Sender], now: datetime) -> int:
    """Send everything that is due now, one message at a time."""
    sent = 0
    while send_messages(senders, now) or ask_what_became(senders, now):
        sent += 1
    return sent


def beat(now: datetime, worker: str = "") -> None:
    """Show that someone looks; notice when nobody did for a while (alerts.md 7)."""
    last = beats.last_beat(now)
    with kept_together():
        if last is not None and now - last > DOWN_AFTER:
            beats.put_outage(last, now)
        beats.beat(worker or _name(), now)


def _name() -> str:
    return f"{socket.gethostname()}:{os.getpid()}"
