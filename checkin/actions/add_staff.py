"""Someone begins to work here: they get a name, a role, a house and a password."""

from datetime import datetime

from checkin.actions.passwords import hashed_password
from checkin.actions.whose_phone import must_be_free_for_staff
from checkin.lives.record import CHECKIN, Entry, by_staff
from checkin.storage import facts, record, sign_ins
from checkin.storage import staff as staff_kept
from checkin.storage.tables import Staff, new_id
from checkin.storage.transaction import kept_together

ROLES = ("support_worker", "team_lead", "manager")


class AddressTakenError(Exception):
    """Someone signs in with this address already. Give another."""


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
    address = as_address(email)
    kept = hashed_password(password)
    with kept_together():
        if staff_kept.staff_by_email(address):
            raise AddressTakenError(AddressTakenError.__doc__)
        must_be_free_for_staff(phone)
        row = Staff(
            id=new_id(),
            name=name,
            called=called,
            email=address,
            password=kept,
            active=True,
            fs_uniquifier=new_id(),
            phone=phone,
            roles=[sign_ins.role_called(role)],
        )
        sign_ins.put_staff(row, house_id)
        what = facts.of_staff(row, [house_id])
        record.note([Entry(now, CHECKIN, "staff_added", by_staff(row.id), what)])
        return row.id


def as_address(email: str) -> str:
    """Return an address as it is kept and looked up."""
    return email.strip().lower()
