"""Flask-Security keeps who is signed in; our tables know nothing of it."""

from datetime import datetime

from flask import Flask, session
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

PERSON, OF_SITTING = "tablet_person", "tablet_sitting"  # who sits at the tablet, and what is theirs
HERE, SINCE = "staff_here", "staff_since"  # when somebody of staff was last there, and came
SAID_BEFORE = "tablet_said_before"  # of that, what was said before staff signed in or out
SAID_SINCE = "tablet_said_since"  # in which of that whoever sits here said more, alone, since then
ANSWERED = "tablet_answered"  # in which of that words of staff were answered
WHO_WAS_THERE = "tablet_who_was_there"  # who of staff was signed in in this browser, and when
ASKS = "tablet_asks"  # staff were signed in since they sat down: whose is it, before it is shown
SAT_LAST = "tablet_sat_last"  # shown to nobody: a call from a tablet that was turned away is theirs
AT_THE_TABLET = (
    PERSON,
    SAT_LAST,
    OF_SITTING,
    SAID_BEFORE,
    SAID_SINCE,
    ANSWERED,
    WHO_WAS_THERE,
    ASKS,
    "_permanent",
)
MOST_KEPT = 12


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


def let_in(staff: Staff, now: datetime) -> None:
    """Begin a session: of the one before nothing goes along but who sits at the tablet.

    Whoever is telling something there has not stood up because somebody signed in beside them.
    """
    _clear_but_for_the_tablet()
    if PERSON in session:
        session[ASKS] = True
        break_off()
    note_there(staff, now)
    login_user(Account(staff))


def break_off() -> None:
    """Whoever sits at the tablet now may be another: what was said so far is shown no more."""
    said = [*session.pop(OF_SITTING, ()), *session.get(SAID_BEFORE, ())]
    session[SAID_BEFORE] = said[:MOST_KEPT]
    session.pop(SAID_SINCE, None)


def note_there(staff: Staff, now: datetime) -> None:
    """Keep that this one was there, for whoever is told what became of what was said here."""
    others = [one for one in session.get(WHO_WAS_THERE, ()) if one[0] != staff.id]
    session[WHO_WAS_THERE] = [[staff.id, now.isoformat()], *others][:MOST_KEPT]


def who_was_there(since: datetime) -> frozenset[str]:
    """Return who of staff (ids) was signed in in this browser since then."""
    there = session.get(WHO_WAS_THERE, ())
    return frozenset(who for who, at in there if datetime.fromisoformat(at) >= since)


def let_out() -> None:
    """End the session of this browser; who sits at the tablet has not stood up."""
    logout_user()
    _clear_but_for_the_tablet()


def let_out_beside() -> None:
    """End the session of staff alone: whoever sits at the tablet stays, with what is theirs."""
    logout_user()
    for name in (HERE, SINCE):
        session.pop(name, None)


def _clear_but_for_the_tablet() -> None:
    sits = {name: session[name] for name in AT_THE_TABLET if name in session}
    session.clear()
    session.update(sits)


def signed_in() -> Staff | None:
    """Return whose session this is."""
    return current_user.staff if current_user.is_authenticated else None
