"""Tablets: let one in with a code, see which are there, turn one away."""

from collections.abc import Mapping

from flask import redirect, url_for
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.enrol_device import NameTakenError, make_code
from checkin.actions.open_house import NotYetError
from checkin.actions.own_devices import clear_device, known_of, where_said
from checkin.agreements.own_devices import CODE_LASTS, said_so, waits_for
from checkin.door.me import me
from checkin.door.needs import LEADS, STAFF, needs
from checkin.staff.desk import show, staff
from checkin.staff.forms.tablets import CodeForm
from checkin.staff.goes_by import called
from checkin.staff.times import at, when
from checkin.storage import devices, houses, people
from checkin.storage import staff as staff_kept
from checkin.storage.tables import DeviceRow, Staff


@staff.get("/tablets")
@needs(STAFF)
def tablets() -> Response:
    """Show the tablets and phones of one's houses."""
    return _page()


@staff.post("/tablets/code")
@needs(STAFF)
def new_code() -> Response:
    """Make a code that lets one tablet in. It is shown once."""
    form = _form()
    if not form.validate():
        return _page(form)
    label = form.label.data
    try:
        code = make_code(
            form.house.data, label, me().id, clock.now(), person_id=form.person.data or None
        )
    except (NotYetError, NameTakenError) as error:
        return _page(form, not_yet=str(error))
    return _page(code=code, label=label)


@staff.post("/tablets/<device_id>/theirs")
@needs(LEADS)
def is_theirs(device_id: str) -> Response:
    """Say that a device is the person's own: not for who let it in."""
    clear_device(device_id, me().id, clock.now())
    return redirect(url_for("staff.tablets"))


def _form(*, empty: bool = False) -> CodeForm:
    form = CodeForm(formdata=None) if empty else CodeForm()
    own = people.people_of_houses(me().house_ids) if me().leads else ()
    return form.offer(_houses(), own)


def _page(
    form: CodeForm | None = None, code: str | None = None, label: str = "", not_yet: str = ""
) -> Response:
    now, homes = clock.now(), _houses()
    rows = [row for house_id in homes for row in devices.devices_of_house(house_id)]
    persons = people.people_of_houses(me().house_ids)
    problems = [not_yet] if not_yet else form.problems if form else []
    by = (one for row in rows for one in (row.enrolled_by, row.revoked_by) if one)
    named = staff_kept.staff_by_id(by)
    whose = {one.id: called(one) for one in persons}
    return show(
        "tablets",
        400 if problems else 200,
        devices=[row for row in rows if row.revoked_at is None],
        turned_away=[row for row in rows if row.revoked_at],
        houses=homes,
        form=form or _form(empty=True),
        named={key: one.called for key, one in named.items()},
        whose=whose,
        waits={row.id: _waits(row, whose, named) for row in rows if row.waits_since},
        may_clear={row.id for row in rows if row.waits_since and _may_clear(row)},
        code=code,
        label=label,
        good_until=when(now + CODE_LASTS, now),
        problems=problems,
    )


def _waits(row: DeviceRow, whose: Mapping[str, str], named: Mapping[str, Staff]) -> str:
    """Say what a device of a person's own waits for."""
    by = named.get(row.enrolled_by or "")
    name = whose.get(row.person_id or "", "The person")
    lines = waits_for(known_of(row), name, by.called if by else "who let it in")
    return " ".join((*_where_said(row, name), *lines))


def _where_said(row: DeviceRow, name: str) -> tuple[str, ...]:
    """Say on which device the person said that it is theirs: who lets them say so reads it first."""
    found = where_said(row)
    if found is None:
        return ()
    on, said_at = found
    by = staff_kept.staff(on.enrolled_by) if on.enrolled_by else None
    return (said_so(name, on.label, by.called if by else None, at(said_at, clock.now())),)


def _may_clear(row: DeviceRow) -> bool:
    return me().leads and known_of(row).may_be_cleared_by(me().id)


def _houses() -> dict[str, str]:
    return {house_id: houses.house(house_id).name for house_id in me().house_ids}
