"""Flask-Security keeps who is signed in; our tables know nothing of it."""

from flask import Flask
from flask_security import (
    RoleMixin,
    Security,
    UserDatastore,
    UserMixin,
    current_user,
    login_user,
    logout_user,
)

from checkin.storage import staff as staff_kept
from checkin.storage.tables import Staff


class Account(UserMixin):
    """A member of staff as Flask-Security knows them, wrapped around their row."""

    fs_uniquifier = ""

    def __init__(self, staff: Staff) -> None:
        self.staff = staff
        self.fs_uniquifier = staff.fs_uniquifier
        self.active = staff.active


class Accounts(UserDatastore):
    """Where Flask-Security looks up whose session a key belongs to."""

    def __init__(self) -> None:
        super().__init__(Account, RoleMixin)

    def find_user(self, case_insensitive: bool = False, **named: str) -> Account | None:  # noqa: ARG002, FBT001, FBT002 (its signature)
        """Return the account with this session key."""
        found = staff_kept.staff_with_key(named["fs_uniquifier"])
        return Account(found) if found else None


def set_up_sessions(app: Flask) -> None:
    """Let Flask-Security keep sessions, and nothing else: its own pages stay off.

    A new `fs_uniquifier` ends all sessions of one account at once.
    """
    app.config.update(
        SECURITY_REGISTERABLE=False,
        SECURITY_RECOVERABLE=False,
        SECURITY_DEFAULT_REMEMBER_ME=False,
    )
    Security(app, Accounts(), register_blueprint=False)


def let_in(staff: Staff) -> None:
    """Begin a session."""
    login_user(Account(staff))


def let_out() -> None:
    """End the session of this browser."""
    logout_user()


def signed_in() -> Staff | None:
    """Return whose session this is."""
    return current_user.staff if current_user.is_authenticated else None
