"""A device that was turned away, as staff read it where somebody called or told on it."""

from dataclasses import dataclass

from checkin.actions.help_coming import group_of_help
from checkin.agreements.times import in_words
from checkin.storage import alerts, devices, help_presses, houses
from checkin.storage import staff as staff_kept


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """By whom (a staff id; None: by the person), and that, with its time, in words."""

    by: str | None
    said: str


def not_rung_first(person_id: str, device_id: str | None) -> tuple[str, ...]:
    """Return who of staff (ids) is not who a press on this device rings: they turned it away.

    Or another one, on which the person pressed for the call that is there.
    """
    call = alerts.live_in_group(group_of_help(person_id))
    pressed = help_presses.presses_of([call.id])[call.id] if call else ()
    away = turned_away(device_id)
    by = {away.by if away else None, *(one.device.revoked_by for one in pressed)}
    return tuple(sorted(filter(None, by)))


def turned_away(device_id: str | None) -> TurnedAway | None:
    """Return who turned a device away; None where it is let in."""
    row = devices.device(device_id) if device_id else None
    if row is None or row.revoked_at is None:
        return None
    by = staff_kept.staff(row.revoked_by) if row.revoked_by else None
    at = in_words(row.revoked_at, houses.house(row.house_id).zone)
    said = f"{row.label} was turned away{f' by {by.called}' if by else ''} at {at}."
    return TurnedAway(row.revoked_by, said)
