"""Someone gets an account to sign in with: checked, and made ready to be kept."""

from checkin.actions.passwords import hashed_password
from checkin.actions.whose_phone import must_be_free_for_staff
from checkin.storage import sign_ins
from checkin.storage import staff as staff_kept
from checkin.storage.tables import Staff, new_id


class AddressTakenError(Exception):
    """Someone signs in with this address already. Give another."""


def as_address(email: str) -> str:
    """Return an address as it is kept and looked up."""
    return email.strip().lower()


def new_account(
    email: str, name: str, called: str, role: str, password: str, phone: str | None
) -> Staff:
    """Return the account, to be kept in the same transaction; the phone is in E.164.

    Raise PasswordError, AddressTakenError or NumberTakenError.
    """
    address, kept = as_address(email), hashed_password(password)
    if staff_kept.staff_by_email(address):
        raise AddressTakenError(AddressTakenError.__doc__)
    must_be_free_for_staff(phone)
    return Staff(
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
