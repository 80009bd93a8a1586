"""What the person reads once they said that a device is not theirs: that it was heard, and who is told."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from checkin.agreements.own_devices import denied_key, you_said_not_yours
from checkin.storage import alerts, devices, what_was_sent
from checkin.storage import staff as staff_kept
from checkin.storage.outside import contacts_of
from checkin.storage.tables import DeviceRow
from checkin.wording import in_a_row

STANDS_FOR = timedelta(days=1)


def heard_not_mine(person_id: str, now: datetime) -> tuple[tuple[str, ...], ...]:
    """Return the sentences of each device of which they said so in the last day, the newest first."""
    found = devices.denied_by(person_id, now - STANDS_FOR)
    return tuple((*you_said_not_yours(row.label, row.denied), *_who_is_told(row)) for row in found)


def _who_is_told(row: DeviceRow) -> Iterator[str]:
    alert = alerts.alert_with_key(denied_key(row.id))
    if alert is None:
        return
    told = what_was_sent.told_of([alert.id])[alert.id]
    names = sorted(one.called for one in staff_kept.staff_by_id(told).values())
    if alert.for_staff is None:  # nobody else manages here
        outside = contacts_of([row.house_id]).get(row.house_id, ())
        names += [one.called for one in outside if one.called not in names]
    if names:
        yield f"We tell {in_a_row(names)}."
