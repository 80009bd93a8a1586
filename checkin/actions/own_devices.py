"""The devices that show what a person says in confidence: each is told to a manager, and is theirs to deny."""

from datetime import datetime

from checkin.actions.raise_reached import raise_reached
from checkin.actions.settle_task import settle_task
from checkin.agreements.happened import OwnDevice
from checkin.agreements.own_devices import group_of
from checkin.lives.record import Entry, by_person, moment
from checkin.storage import devices, people, record
from checkin.storage import staff as staff_kept
from checkin.storage.tables import DeviceRow
from checkin.storage.transaction import kept_together

DENIED = "The person says that it is not theirs. It was turned away."


def tell_of_own_device(device_id: str, now: datetime) -> None:
    """Put a device that was let in as a person's own on a manager's list, to ask them about it."""
    row = devices.device(device_id)
    if row is not None and row.person_id:
        raise_reached(people.the_person(row.person_id), _happened(row), now)


def not_mine(person_id: str, device_id: str, now: datetime) -> None:
    """The person says that a device is not theirs: it is let in no more, and a manager is told at once."""
    with kept_together():
        row = devices.device(device_id)
        if row is None or row.person_id != person_id or row.revoked_at:
            return
        devices.turn_away(row.id, now)
        what = {"revoked": moment(now)}
        by = by_person(person_id)
        record.note([Entry(now, by, "device_turned_away", f"device:{row.id}", what, person_id)])
        settle_task(group_of(row.id), "not theirs", DENIED, now)
        raise_reached(people.the_person(person_id), _happened(row, not_theirs=True), now)


def _happened(row: DeviceRow, *, not_theirs: bool = False) -> OwnDevice:
    """Return it with who is told: a manager, and never who let it in."""
    by = staff_kept.staff(row.enrolled_by) if row.enrolled_by else None
    managers = (one for one in staff_kept.managers_of(row.house_id) if one != row.enrolled_by)
    return OwnDevice(
        row.id,
        row.label,
        by.called if by else "Somebody",
        manager=next(managers, None),
        not_theirs=not_theirs,
    )
