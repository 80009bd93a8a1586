"""What a tablet that is not let in says: who turned it off, that what was said is kept, whom to ring."""

from dataclasses import dataclass

from flask import request

from checkin import clock, wording
from checkin.actions.nobody_told import IN_DANGER, to_ring_with_nobody_here
from checkin.agreements.times import local
from checkin.channels.tablet.here import DEVICE
from checkin.storage import devices, houses
from checkin.storage import staff as staff_kept
from checkin.storage.at_device import STILL_TAKEN_FOR
from checkin.storage.tables import DeviceRow

KEPT = "All that was said here is kept."  # the same where nothing was: who turned it off may look


@dataclass(frozen=True, slots=True)
class NotHere:
    """`said`: of one that was turned off just now, else nothing. `to_ring`: whom one can ring."""

    said: tuple[str, ...]
    to_ring: tuple[str, ...]


def not_here() -> NotHere:
    """Return what this device says, which is not let in."""
    token = request.cookies.get(DEVICE, "")
    row = devices.with_token(token) if token else None
    numbers = (*to_ring_with_nobody_here(row.house_id if row else None), IN_DANGER)
    return NotHere(_said_of(row) if row and row.revoked_at else (), numbers)


def _said_of(row: DeviceRow) -> tuple[str, ...]:
    now = clock.now()
    if row.denied or row.revoked_at is None or row.revoked_at <= now - STILL_TAKEN_FOR:
        return ()
    by = staff_kept.staff(row.revoked_by) if row.revoked_by else None
    at = wording.plain_time(local(row.revoked_at, houses.house(row.house_id).zone))
    off = f"{wording.begun(row.label)} was turned off{f' by {by.called}' if by else ''} at {at}."
    return off, KEPT
