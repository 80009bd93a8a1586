"""Tablets: let one in with a code, see which are there, turn one away."""

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.enrol_device import CODE_LASTS, make_code
from checkin.actions.turn_away_device import turn_away_device
from checkin.door.me import me
from checkin.door.needs import LEADS, STAFF, needs
from checkin.staff.desk import show, staff
from checkin.staff.plain import when
from checkin.storage import devices, people
from checkin.storage import staff as staff_kept
from checkin.storage.tables import DeviceRow, PersonRow


@staff.get("/tablets")
@needs(STAFF)
def tablets() -> Response:
    """Show the tablets and phones of one's houses."""
    return _page()


@staff.post("/tablets/code")
@needs(STAFF)
def new_code() -> Response:
    """Make a code that lets one tablet in. It is shown once."""
    form = request.form
    label = form.get("label", "").strip()
    if not label or form.get("house") not in me().house_ids:
        return _page(problem="Say what this tablet is called, such as Tablet in the lounge.")
    person_id = form.get("person") or None
    if person_id and person_id not in {one.id for one in _people_of(form["house"])}:
        return _page(problem="Pick a person of this house, or everyone.")
    code = make_code(form["house"], label, me().id, clock.now(), person_id=person_id)
    return _page(code=code, label=label)


@staff.post("/tablets/<device_id>/turn-away")
@needs(LEADS)
def turn_away(device_id: str) -> Response:
    """Let a tablet in no more."""
    turn_away_device(device_id, clock.now())
    return redirect(url_for("staff.tablets"))


def _page(code: str | None = None, label: str = "", problem: str | None = None) -> Response:
    now = clock.now()
    houses = [people.house(house_id) for house_id in me().house_ids]
    rows = [row for house in houses for row in devices.devices_of_house(house.id)]
    persons = [one for house in houses for one in _people_of(house.id)]
    named = staff_kept.staff_by_id(row.enrolled_by for row in rows if row.enrolled_by)
    return show(
        "tablets",
        400 if problem else 200,
        devices=[(row, _seen(row)) for row in rows if row.revoked_at is None],
        turned_away=[row for row in rows if row.revoked_at],
        houses={house.id: house.name for house in houses},
        people=persons,
        named={key: one.called for key, one in named.items()},
        whose={one.id: one.called for one in persons},
        code=code,
        label=label,
        good_until=when(now + CODE_LASTS, now),
        problem=problem,
    )


def _people_of(house_id: str) -> list[PersonRow]:
    return list(people.people_of_houses([house_id]))


def _seen(row: DeviceRow) -> str:
    now = clock.now()
    return f"Last there {when(row.seen_at, now)}." if row.seen_at else "Never there yet."
