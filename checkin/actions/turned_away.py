"""A device that was turned away, as staff read it where somebody called or told on it."""

from dataclasses import dataclass

from checkin.agreements.times import in_words
from checkin.storage import devices, houses
from checkin.storage import staff as staff_kept


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """By whom (a staff id; None: by the person), and that, with its time, in words."""

    by: str | None
    said: str


def who_turned_it_away(device_id: str | None) -> tuple[str, ...]:
    """Return who of staff turned this device away (one id, or none): no call from it rings them first."""
    away = turned_away(device_id)
    return (away.by,) if away and away.by else ()


def turned_away(device_id: str | None) -> TurnedAway | None:
    """Return who turned a device away; None where it is let in."""
    row = devices.device(device_id) if device_id else None
    if row is None or row.revoked_at is None:
        return None
    by = staff_kept.staff(row.revoked_by) if row.revoked_by else None
    at = in_words(row.revoked_at, houses.house(row.house_id).zone)
    said = f"{row.label} was turned away{f' by {by.called}' if by else ''} at {at}."
    return TurnedAway(row.revoked_by, said)
