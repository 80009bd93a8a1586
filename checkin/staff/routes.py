"""All staff pages, behind one door."""

from typing import Any

from flask import g

from checkin import clock
from checkin.staff import (
    agreements,
    alerts,
    change_agreement,
    check_ins,
    devices,
    handover,
    loops,
    people,
    sign_in,
    texts,
)
from checkin.staff.desk import staff
from checkin.staff.needs import at_the_door
from checkin.staff.on_duty import troubles
from checkin.staff.plain import LEVELS, ROLES, ago, clock_time, short_date, when

__all__ = ["PAGES", "staff"]

PAGES = (
    agreements,
    alerts,
    change_agreement,
    check_ins,
    devices,
    handover,
    loops,
    people,
    sign_in,
    texts,
)

staff.before_request(at_the_door)


@staff.context_processor
def _on_every_page() -> dict[str, Any]:
    now = clock.now()
    return {
        "me": g.get("me"),
        "now": now,
        "levels": LEVELS,
        "roles": ROLES,
        "when": lambda moment: when(moment, now),
        "ago": lambda moment: ago(moment, now),
        "clock_time": clock_time,
        "troubles_now": lambda: troubles(now),
        "short_date": short_date,
    }
