"""A password is kept hashed, and tried against what is kept."""

import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from checkin.storage import sign_ins
from checkin.storage.tables import Staff
from checkin.storage.transaction import kept_together

SHORTEST, LONGEST = 15, 128
TIMES, KIBIBYTES, AT_ONCE = 2, 19 * 1024, 1  # argon2, 19 MiB (trust.md D)

HASHER = PasswordHasher(TIMES, KIBIBYTES, AT_ONCE)


class PasswordError(Exception):
    """Pick a password of 15 to 128 letters. A short sentence is easy to keep in mind."""


def hashed_password(password: str) -> str:
    """Return a password as it is kept, or raise PasswordError."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise PasswordError(PasswordError.__doc__)
    return _hashed(password)


def is_password_of(staff: Staff | None, password: str) -> bool:
    """Say whether this is the password of someone who works here.

    It takes as long for nobody. A hash of weaker days is made afresh.
    """
    typed = password[:LONGEST]
    if staff is None or not staff.active or not staff.password:
        _hashed(typed)  # takes as long
        return False
    try:
        HASHER.verify(staff.password, _as_typed(typed))
    except (VerificationError, InvalidHashError):
        return False
    if HASHER.check_needs_rehash(staff.password):
        with kept_together():
            sign_ins.change_password(staff.id, _hashed(typed))
    return True


def _hashed(password: str) -> str:
    return HASHER.hash(_as_typed(password))


def _as_typed(password: str) -> str:
    """Return a password the same from every keyboard."""
    return unicodedata.normalize("NFKD", password)
