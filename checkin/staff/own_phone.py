"""A phone that waits for somebody else who leads: what is said of it, and that it was checked."""

from typing import NamedTuple

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.own_phones import as_written, check_phone, may_check, waits_to_be_checked
from checkin.agreements.own_phones import waits
from checkin.door.me import me
from checkin.door.needs import LEADS, needs
from checkin.staff.desk import staff
from checkin.staff.goes_by import called
from checkin.storage.tables import PersonRow


class PhoneWaits(NamedTuple):
    """A change of a phone that nobody checked, what is said of it, and whether I may check it."""

    change_id: str
    words: str
    may_check: bool


def phone_waits(person: PersonRow) -> PhoneWaits | None:
    """Return what their phone waits for, if it does."""
    row = waits_to_be_checked(person.id)
    if row is None:
        return None
    words = waits(as_written(row, clock.now()), called(person))
    return PhoneWaits(row.id, words, me().leads and may_check(row, me().id))


@staff.post("/people/<person_id>/phone/checked")
@needs(LEADS)
def phone_is_checked(person_id: str) -> Response:
    """Say that a phone was checked with the person, as the page showed it: not for who wrote it down."""
    check_phone(request.form.get("change", ""), person_id, me().id, clock.now())
    return redirect(url_for("staff.how_asked", person_id=person_id))
