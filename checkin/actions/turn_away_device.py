"""A tablet is lost, or belongs here no more: it is let in no longer, from its next page on."""

from datetime import datetime

from checkin.storage import devices
from checkin.storage.transaction import kept_together


def turn_away_device(device_id: str, now: datetime) -> None:
    """Turn a device away."""
    with kept_together():
        devices.turn_away(device_id, now)
