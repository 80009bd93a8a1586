"""After a quiet quarter of an hour we ask for the password again, and lose nothing.

What was being sent waits in the page that asks, and goes through once the password is right.
"""

from datetime import datetime, timedelta

from flask import Response, request, session, url_for

from checkin.installation import here
from checkin.staff.desk import show
from checkin.staff.me import Me
from checkin.staff.password import TOO_OFTEN, WRONG, Tried, try_password

QUIET = timedelta(minutes=15)
LONGEST = timedelta(hours=12, minutes=30)  # a long shift; then the password again in any case
NOTED_EVERY = timedelta(seconds=30)

HERE, SINCE = "staff_here", "staff_since"
PASSWORD = "password_again"  # noqa: S105 (the name of a field)
NOT_KEPT = ("csrf_token", PASSWORD)


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


def ask_again(who: Me, now: datetime) -> Response | None:
    """Let what was asked go through where the right password came with it; else ask for it."""
    given = request.form.get(PASSWORD)
    if given is None:
        return _page()
    match try_password(who.staff.email, given, now):
        case Tried(staff=found) if found is not None and found.id == who.id:
            begin(now)
            return None
        case Tried(may_try=False):
            return _page(TOO_OFTEN, 429)
        case _:
            return _page(WRONG)


def _page(problem: str | None = None, status: int = 401) -> Response:
    if request.method == "GET":
        action, waiting = url_for("staff.again"), [("next", request.full_path.rstrip("?"))]
    else:
        action = request.full_path.rstrip("?")
        waiting = [one for one in request.form.items(multi=True) if one[0] not in NOT_KEPT]
    return show(
        "again", status, action=action, waiting=waiting, problem=problem, lost_file=request.files
    )


def _when(name: str) -> datetime:
    return datetime.fromisoformat(session[name])
