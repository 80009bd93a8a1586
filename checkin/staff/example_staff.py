"""In the demo alone: who one may sign in as, with their password on the page."""

from typing import NamedTuple

from checkin.installation import here
from checkin.staff.plain import ROLES
from checkin.storage import staff as staff_kept


class ExampleStaff(NamedTuple):
    """One of the example staff."""

    called: str
    role: str  # in plain words
    email: str
    password: str


def example_staff() -> tuple[ExampleStaff, ...]:
    """Return the example staff of the demo; outside it there are none."""
    demo = here().demo
    if demo is None:
        return ()
    return tuple(
        ExampleStaff(one.called, ROLES[one.roles[0].name], one.email, demo.password)
        for one in staff_kept.staff_of_houses([demo.house_id])
    )
