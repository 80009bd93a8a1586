"""Someone begins to work here: they get a name, a role, a house and a password."""

from datetime import datetime

from checkin.actions.new_account import new_account
from checkin.lives.record import CHECKIN, Entry, by_staff
from checkin.storage import facts, record, sign_ins
from checkin.storage.transaction import kept_together

ROLES = ("support_worker", "team_lead", "manager")


def add_staff(
    email: str,
    name: str,
    called: str,
    role: str,
    house_id: str,
    password: str,
    now: datetime,
    *,
    phone: str | None = None,
) -> str:
    """Keep a new member of staff and return their id; the phone is in E.164.

    Raise PasswordError, AddressTakenError or NumberTakenError.
    """
    if role not in ROLES:
        raise ValueError(f"There is no role {role}. Pick one of {', '.join(ROLES)}.")
    with kept_together():
        row = new_account(email, name, called, role, password, phone)
        sign_ins.put_staff(row, house_id)
        what = facts.of_staff(row, [house_id])
        record.note([Entry(now, CHECKIN, "staff_added", by_staff(row.id), what)])
        return row.id
