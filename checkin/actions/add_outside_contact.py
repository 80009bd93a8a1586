"""A house gets a contact outside it: told what no manager, or nobody, of the house may know.

Source: trust.md A2, flow-library.md M2 "the named senior outside the home".
"""

from datetime import datetime

from checkin.actions.new_account import new_account
from checkin.lives.record import CHECKIN, Entry, by_staff
from checkin.storage import facts, outside, record, sign_ins
from checkin.storage import staff as staff_kept
from checkin.storage.transaction import kept_together


class WorksHereError(Exception):
    """They work in a house. An outside contact is somebody who does not, with an address of their own."""


def add_outside_contact(
    email: str,
    name: str,
    called: str,
    role: str,
    house_id: str,
    password: str,
    now: datetime,
    *,
    phone: str,
) -> str:
    """Keep a new outside contact of a house and return their id; the phone is in E.164.

    Raise PasswordError, AddressTakenError or NumberTakenError.
    """
    if role not in outside.ROLES:
        raise ValueError(f"There is no role {role}. Pick one of {', '.join(outside.ROLES)}.")
    with kept_together():
        row = new_account(email, name, called, role, password, phone)
        sign_ins.put_account(row)
        outside.put(row.id, house_id)
        what = facts.of_staff(row, (), [house_id])
        record.note([Entry(now, CHECKIN, "staff_added", by_staff(row.id), what)])
        return row.id


def also_outside(staff_id: str, house_id: str, now: datetime) -> None:
    """Let somebody be an outside contact of one house more; twice is once. Raise WorksHereError."""
    with kept_together():
        if staff_kept.houses_of(staff_id):
            raise WorksHereError(WorksHereError.__doc__)
        known = outside.is_outside_of(staff_id)
        if house_id in known:
            return
        outside.put(staff_id, house_id)
        what = {"outside": facts.together([*known, house_id])}
        record.note([Entry(now, CHECKIN, "staff_added", by_staff(staff_id), what)])
