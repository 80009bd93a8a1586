"""What was sent from a device that an alert is about, by kind and time, for whoever may read it."""

from datetime import datetime

from checkin.agreements.own_devices import device_of
from checkin.door.kept_from_me import open_to
from checkin.door.me import me
from checkin.staff.how_it_stands import what_it_asks
from checkin.staff.times import at
from checkin.storage.on_which_device import sent_from
from checkin.storage.tables import AlertRow, CheckInRow


def sent_from_device(row: AlertRow, now: datetime) -> tuple[str, ...] | None:
    """Return a line for each; what is for others is neither named nor counted. None: of no device."""
    device_id = device_of(row.kind, row.key)
    if device_id is None:
        return None
    return tuple(
        f"{what_it_asks(sent)}, sent {at(sent.sent_at, now)}." for sent in _read_by_me(device_id)
    )


def _read_by_me(device_id: str) -> list[CheckInRow]:
    found = sent_from(device_id)
    answers = open_to(me(), [one for _, given in found.values() for one in given])
    return [found[key][0] for key in dict.fromkeys(one.check_in_id for one in answers)]
