"""Whoever comes on shift reads how each person wants their day, and ticks that they did."""

from datetime import datetime

from checkin.storage import own
from checkin.storage.transaction import kept_together


def read_handover(person_id: str, staff_id: str, now: datetime) -> None:
    """Keep when someone last read a person's card."""
    with kept_together():
        own.put_read(person_id, staff_id, now)
