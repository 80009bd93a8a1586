"""The devices that show what a person says in confidence: it is asked whose each is, before it does."""

from datetime import datetime, timedelta

from checkin.actions.raise_reached import raise_reached
from checkin.actions.set_places import follow_places
from checkin.actions.settle_task import settle_task
from checkin.actions.text_staff import text_staff
from checkin.agreements.happened import Denied, OwnDevice
from checkin.agreements.own_devices import CODE_LASTS, Known, NotKnown, group_of
from checkin.agreements.times import local
from checkin.lives.record import Entry, RecordKind, What, by_person, by_staff, moment
from checkin.storage import devices, facts, houses, people, record
from checkin.storage import staff as staff_kept
from checkin.storage.outside import contacts_of
from checkin.storage.tables import DeviceRow
from checkin.storage.transaction import kept_together
from checkin.wording import short_date

ASKED_FOR = timedelta(days=30)  # after it was turned away
DENIED = "The person does not say that it is theirs. It was turned away."
THEIRS = "The person, and a second member of staff, say that it is theirs."


def tell_of_own_device(device_id: str, now: datetime) -> None:
    """Put a device that was let in as a person's own on a manager's list, to ask them about it."""
    row = devices.device(device_id)
    if row is not None and row.person_id:
        raise_reached(people.the_person(row.person_id), _happened(row), now)


def known_of(row: DeviceRow) -> Known:
    """Return what is known of whose it is."""
    elsewhere = bool(row.theirs_at) or bool(_used_before(row))
    return Known(row.enrolled_by, bool(row.theirs_at), bool(row.cleared_by), elsewhere)


def as_not_known(row: DeviceRow) -> NotKnown:
    """Return one that is not known to be the person's own, as it is now."""
    by = staff_kept.staff(row.enrolled_by) if row.enrolled_by else None
    day = short_date(local(row.enrolled_at, houses.house(row.house_id).zone).date())
    return NotKnown(
        row.label, by.called if by else "somebody", day, row.denied, bool(row.revoked_at)
    )


def is_said_on(row: DeviceRow, on: DeviceRow) -> bool:
    """Say whether the person can say on this device that one which waits is theirs."""
    return on.id in _used_before(row)


def is_asked_of(row: DeviceRow) -> bool:
    """Say whether the person did not say yet whose it is: they are asked though it was turned away."""
    return row.waits_since is not None and row.theirs_at is None and row.denied is None


def asked_of(person_id: str, now: datetime) -> list[DeviceRow]:
    """Return the devices of which the person did not say yet whose they are, the newest first."""
    let_in = (one for one in devices.devices_of_person(person_id) if is_asked_of(one))
    return [*let_in, *devices.never_known(person_id, now - ASKED_FOR)]


def _used_before(row: DeviceRow) -> frozenset[str]:
    """Return the devices let in before its code was made: who made it could let in another for it."""
    made = (devices.code_good_until(row) or row.enrolled_at) - CODE_LASTS
    return devices.let_in_before(row, made)


def where_said(row: DeviceRow) -> tuple[DeviceRow, datetime] | None:
    """Return on which device the person said that this one is theirs, and when."""
    what = record.last_of(f"device:{row.id}", "device_is_theirs")
    on = devices.device(str(what["said_on"])) if what else None
    return (on, row.theirs_at) if on and row.theirs_at else None


def say_it_is_theirs(person_id: str, device_id: str, said_on: DeviceRow, now: datetime) -> None:
    """The person says on a device they used before that a new one is theirs; said twice, it is once."""
    with kept_together():
        row = devices.held(device_id)
        on = devices.held(said_on.id)
        if row is None or row.person_id != person_id or on is None:
            return
        if not is_asked_of(row) or not is_said_on(row, on):
            return
        row.theirs_at = now
        _now_known(row, now)
        what = {**facts.as_known(row), "said_on": on.id}
        _note("device_is_theirs", row, by_person(person_id), what, now)


def clear_device(device_id: str, staff_id: str, now: datetime) -> None:
    """Somebody who leads says that it is theirs, once: not who let it in.

    Where the person has no other device to say so on, they told this one.
    """
    with kept_together():
        row = _that_waits(device_id)
        if row is None or not (known := known_of(row)).may_be_cleared_by(staff_id):
            return
        row.cleared_by, row.cleared_at = staff_id, now
        row.theirs_at = row.theirs_at or (None if known.elsewhere else now)
        _now_known(row, now)
        _note("device_cleared", row, by_staff(staff_id), facts.as_known(row), now)


def not_mine(person_id: str, device_id: str, now: datetime, *, denied: Denied = "no") -> None:
    """The person does not say that it is theirs: it is let in no more, and a manager is told at once."""
    with kept_together():
        row = devices.held(device_id)
        if row is None or row.person_id != person_id:
            return
        if row.revoked_at and not is_asked_of(row):
            return
        row.revoked_at, row.denied = row.revoked_at or now, denied
        what = {"revoked": moment(row.revoked_at), "denied": denied}
        _note("device_turned_away", row, by_person(person_id), what, now)
        settle_task(group_of(row.id), "not theirs", DENIED, now)
        happened = _happened(row, denied)
        raise_reached(people.the_person(person_id), happened, now)
        if happened.manager is None:
            _tell_outside(row, happened, now)


def _tell_outside(row: DeviceRow, happened: OwnDevice, now: datetime) -> None:
    """Nobody manages here but who let it in: those outside the house are told."""
    values = {
        "name": people.name_of(people.the_person(row.person_id or "")),
        "staff": happened.by,
    }
    contacts = contacts_of([row.house_id]).get(row.house_id, ())
    text_staff(contacts, "device_not_theirs", values, now, key=f"device:{row.id}")


def _that_waits(device_id: str) -> DeviceRow | None:
    row = devices.held(device_id)
    return row if row and row.waits_since and not row.revoked_at else None


def _now_known(row: DeviceRow, now: datetime) -> None:
    if known_of(row).is_theirs:
        row.waits_since = None
        settle_task(group_of(row.id), "theirs", THEIRS, now)
        if row.person_id:
            follow_places(row.person_id)


def _note(kind: RecordKind, row: DeviceRow, by: str, what: What, now: datetime) -> None:
    record.note([Entry(now, by, kind, f"device:{row.id}", what, row.person_id)])


def _happened(row: DeviceRow, denied: Denied | None = None) -> OwnDevice:
    """Return it with who is told: a manager, and never who let it in."""
    by = staff_kept.staff(row.enrolled_by) if row.enrolled_by else None
    managers = (one for one in staff_kept.managers_of(row.house_id) if one != row.enrolled_by)
    named = by.called if by else "Somebody"
    return OwnDevice(row.id, row.label, named, manager=next(managers, None), denied=denied)
