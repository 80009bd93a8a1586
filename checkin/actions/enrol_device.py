"""Staff let a tablet in with a six-digit code; the tablet then holds a token of its own."""

import secrets
from datetime import datetime, timedelta

from checkin.actions.open_house import must_be_able_to_open
from checkin.actions.own_devices import tell_of_own_device
from checkin.actions.text_staff import text_staff
from checkin.agreements.device_names import taken
from checkin.agreements.own_devices import CODE_LASTS
from checkin.lives.record import Entry, by_staff
from checkin.storage import devices, door_tries, facts, record
from checkin.storage.staff import all_who_lead
from checkin.storage.tables import DeviceRow, EnrolCodeRow, new_id
from checkin.storage.transaction import kept_together

TRIES_IN = timedelta(minutes=10)
MOST_TRIES = 10
WRONG, TOLD = "enrol:wrong", "enrol:told"  # of nobody who is known; and that it was told
COUNTED_FOR, TOLD_AGAIN = timedelta(hours=1), timedelta(days=1)


class TooManyTriesError(Exception):
    """Too many codes were tried from this place; one more may be tried after `wait`."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__(self.__doc__)
        self.wait = wait


class NameTakenError(Exception):
    """Another device of the house is or was called so; its words say what to write."""


def make_code(
    house_id: str, label: str, staff_id: str, now: datetime, *, person_id: str | None = None
) -> str:
    """Return a new code: good once, for ten minutes; for one person's own phone where named.

    Raise NotYetError where the house cannot open yet, and NameTakenError.
    """
    must_be_able_to_open(house_id)
    if says := _taken(house_id, label):
        raise NameTakenError(says)
    code = f"{secrets.randbelow(1_000_000):06}"
    with kept_together():
        devices.put(
            EnrolCodeRow(
                code_hash=devices.hashed(code),
                house_id=house_id,
                person_id=person_id,
                label=label,
                made_by=staff_id,
                good_until=now + CODE_LASTS,
            )
        )
    return code


def enrol(code: str, now: datetime, *, door: str, known: bool = False) -> str | None:
    """Let a device in: return its token, or None where the code is not good (any more).

    `door`: where tries are counted together: an address, or who of staff is signed in there
    (`known`): where nobody knows who tries, those who lead are told, once a day.
    """
    key = f"enrol:{door}"
    with kept_together():
        door_tries.one_at_a_time(key)
        tried = door_tries.when_tried(key, now - TRIES_IN)
        if len(tried) >= MOST_TRIES:
            raise TooManyTriesError(tried[-MOST_TRIES] + TRIES_IN - now)
        door_tries.put_try(key, now)
        used = devices.use_code(code.strip(), now)
        if used is None:
            if not known:
                _note_wrong(now)
            return None
        if _taken(used.house_id, used.label):  # another code of this name was used meanwhile
            return None
        own = bool(used.person_id)
        token = add_device(used.house_id, used.person_id, used.label, used.made_by, now, waits=own)
        if own:
            tell_of_own_device(devices.id_of(token), now)
        return token


def _taken(house_id: str, label: str) -> str:
    return taken(label, [one.label for one in devices.devices_of_house(house_id)])


def _note_wrong(now: datetime) -> None:
    """Count a wrong code of nobody who is known; too many are told, once a day."""
    door_tries.one_at_a_time(WRONG)
    door_tries.put_try(WRONG, now)
    many = door_tries.tries(WRONG, now - COUNTED_FOR)
    if many < MOST_TRIES or door_tries.tries(TOLD, now - TOLD_AGAIN):
        return
    told = door_tries.put_try(TOLD, now)
    text_staff(all_who_lead(), "codes_tried", {"n": str(many)}, now, key=f"codes:{told}")


def add_device(
    house_id: str,
    person_id: str | None,
    label: str,
    staff_id: str,
    now: datetime,
    *,
    waits: bool = False,
) -> str:
    """Keep a device that a member of staff lets in; return the token that it alone will hold.

    `waits`: until it is known to be the person's own.
    """
    token, device_id = secrets.token_urlsafe(32), new_id()
    row = DeviceRow(
        id=device_id,
        house_id=house_id,
        person_id=person_id,
        label=label,
        token_hash=devices.hashed(token),
        enrolled_at=now,
        enrolled_by=staff_id,
        waits_since=now if waits else None,
    )
    devices.put(row)
    by, what = by_staff(staff_id), facts.of_device(row)
    record.note([Entry(now, by, "device_let_in", f"device:{device_id}", what, person_id)])
    return token
