"""After a quiet quarter of an hour we ask for the password again, and lose nothing.

What was being sent waits in the page that asks, and goes through once the password is right.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import request, session

from checkin.door.me import Me
from checkin.door.password import WRONG, try_password
from checkin.door.sessions import HERE, SINCE
from checkin.installation import here

QUIET = timedelta(minutes=15)
LONGEST = timedelta(hours=12, minutes=30)  # a long shift; then the password again in any case
NOTED_EVERY = timedelta(seconds=30)

PASSWORD = "password_again"  # noqa: S105 (the name of a field)
NOT_KEPT = ("csrf_token", PASSWORD)


@dataclass(frozen=True, slots=True)
class Ask:
    """The password is asked for; `problem` is what was wrong with the last try."""

    problem: str | None = None
    status: int = 401

    @property
    def waiting(self) -> list[tuple[str, str]]:
        """What was being sent: it goes along with the password."""
        return [one for one in request.form.items(multi=True) if one[0] not in NOT_KEPT]


def begin(now: datetime) -> None:
    """Someone has just given their password."""
    session[HERE] = session[SINCE] = now.isoformat()


def is_here(now: datetime) -> None:
    """Someone did something."""
    if now - _when(HERE) > NOTED_EVERY:
        session[HERE] = now.isoformat()


def been_away(now: datetime) -> bool:
    """Whether the password must be given again. In the demo never: its clock is pushed by hand."""
    if here().settings.demo:
        return False
    if HERE not in session or SINCE not in session:
        return True
    return now - _when(HERE) > QUIET or now - _when(SINCE) > LONGEST


def ask_again(who: Me, now: datetime) -> Ask | None:
    """Let what was asked go through where the right password came with it; else ask for it."""
    given = request.form.get(PASSWORD)  # it rides along with whatever form was being sent
    if given is None:
        return Ask()
    tried = try_password(who.staff.email, given, now)
    if tried.staff is None or tried.staff.id != who.id:
        return Ask(tried.problem or WRONG, tried.status)
    begin(now)
    return None


def _when(name: str) -> datetime:
    return datetime.fromisoformat(session[name])
