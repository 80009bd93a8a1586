"""All staff pages, behind one door."""

from typing import Any

from flask import g
from werkzeug.wrappers import Response

from checkin import clock
from checkin.door.needs import AtTheDoor, at_the_door
from checkin.installation import here
from checkin.phone_numbers.reading import as_people_write
from checkin.staff import (  # noqa: F401 (each puts its pages behind the door)
    agreements,
    alerts,
    change_agreement,
    check_ins,
    devices,
    handover,
    how_asked,
    isolated,
    loops,
    named,
    outside,
    own_views,
    people,
    sign_in,
    texts,
    turn_away,
    words_of_staff,
)
from checkin.staff.desk import staff
from checkin.staff.goes_by import called
from checkin.staff.on_duty import troubles
from checkin.staff.plain import LEVELS, ROLES
from checkin.staff.times import ago, clock_time, when
from checkin.wording import short_date

__all__ = ["staff"]

AT_THE_DOOR = AtTheDoor(sign_in.to_sign_in, sign_in.ask_for_password)


@staff.before_request
def _come_in() -> Response | None:
    return at_the_door(AT_THE_DOOR)


@staff.context_processor
def _on_every_page() -> dict[str, Any]:
    now = clock.now()
    return {
        "me": g.get("me"),
        "called": called,
        "now": now,
        "levels": LEVELS,
        "roles": ROLES,
        "when": lambda moment: when(moment, now),
        "ago": lambda moment: ago(moment, now),
        "clock_time": clock_time,
        "troubles_now": lambda: troubles(now, g.get("me")),
        "short_date": short_date,
        "as_people_write": lambda number: as_people_write(number, here().settings.countries),
    }
