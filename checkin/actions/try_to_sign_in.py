"""Someone tries to sign in: wrong tries are counted, and nobody is ever locked out.

An account that is tried too often stays open to browsers that signed in to it before, and to the
first few tries from any address: staff must reach their alerts whoever is guessing (trust.md 28).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from checkin.lives.record import CHECKIN, Entry, by_staff
from checkin.storage import devices, door_tries, record, sign_ins
from checkin.storage.tables import new_id
from checkin.storage.transaction import kept_together

COUNTED_FOR = timedelta(minutes=10)
MOST_FOR_ACCOUNT = 10
MOST_FOR_BOTH = 3  # from one address at one account, when the account was tried too often
MOST_FOR_ADDRESS = 30


@dataclass(frozen=True, slots=True)
class Door:
    """Where someone tries: an account, from an address, in a browser that it may know."""

    account: str
    address: str
    known: str | None = None  # a browser's own mark, where this account signed in before

    @property
    def keys(self) -> dict[str, int]:
        """What is counted, and how often it may be wrong."""
        account = devices.hashed(self.account)[:32]
        if self.known:
            return {f"sign_in:known:{self.known}": MOST_FOR_ACCOUNT}
        return {
            f"sign_in:account:{account}": MOST_FOR_ACCOUNT,
            f"sign_in:both:{account}:{self.address}": MOST_FOR_BOTH,
            f"sign_in:address:{self.address}": MOST_FOR_ADDRESS,
        }


def begin_try(door: Door, now: datetime) -> Sequence[str] | None:
    """Count a try before its password is looked at, so that tries made at once all count.

    Return the try, for `right_password` to take back; None where no password may be tried here
    now.
    """
    with kept_together():
        for key in door.keys:
            door_tries.one_at_a_time(key)
        if not _may_try(door, now):
            return None
        return [door_tries.put_try(key, now) for key in door.keys]


def _may_try(door: Door, now: datetime) -> bool:
    full = [_is_full(key, most, now) for key, most in door.keys.items()]
    if door.known:
        return not full[0]
    account, both, address = full
    return not address and not (account and both)


def right_password(tried: Sequence[str]) -> None:
    """Take a try back: its password was right."""
    with kept_together():
        door_tries.take_back(tried)


def wrong_password(door: Door, now: datetime) -> None:
    """Write down that the password of a try, which is counted, was wrong."""
    with kept_together():
        account = f"account:{devices.hashed(door.account)[:32]}"
        tried = Entry(now, CHECKIN, "wrong_password", account, {"address": door.address})
        record.note([tried])


def note_sign_in(staff_id: str, now: datetime) -> None:
    """Write down that someone gave their password and came in."""
    with kept_together():
        record.note([Entry(now, by_staff(staff_id), "signed_in", by_staff(staff_id), {})])


def sign_out_everywhere(staff_id: str, now: datetime) -> None:
    """End every session of a member of staff, at once and on the server."""
    with kept_together():
        sign_ins.change_key(staff_id, new_id())
        record.note([Entry(now, by_staff(staff_id), "signed_out", by_staff(staff_id), {})])


def _is_full(key: str, most: int, now: datetime) -> bool:
    return door_tries.tries(key, now - COUNTED_FOR) >= most
