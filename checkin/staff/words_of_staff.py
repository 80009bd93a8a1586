"""Staff say something to a person: on the page of a check-in that they may read, or of the texts."""

from collections.abc import Callable

from flask import abort, redirect, url_for
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.say_to_person import (
    ChangedMeanwhileError,
    NotForThemError,
    Saying,
    say_to_person,
)
from checkin.door.kept_from_me import as_viewer
from checkin.door.me import me
from checkin.door.needs import STAFF, needs
from checkin.staff.check_in_page import check_in_page, the_row
from checkin.staff.desk import staff
from checkin.staff.forms.words_of_staff import SayForm
from checkin.staff.saying import say_form
from checkin.staff.texts import texts_page
from checkin.storage import people


@staff.post("/check-ins/<check_in_id>/say")
@needs(STAFF)
def say(check_in_id: str) -> Response:
    """Keep what they say in a check-in."""
    page = url_for("staff.check_in", check_in_id=check_in_id, _anchor="said")
    person_id = the_row(check_in_id).person_id
    return _say(person_id, check_in_id, lambda form: check_in_page(check_in_id, saying=form), page)


@staff.post("/people/<person_id>/say")
@needs(STAFF)
def answer(person_id: str) -> Response:
    """Keep what they say to a person in no check-in."""
    page = url_for("staff.texts_of_person", person_id=person_id, _anchor="said")
    return _say(person_id, None, lambda form: texts_page(person_id, form), page)


def _say(
    person_id: str, check_in_id: str | None, again: Callable[[SayForm], Response], then: str
) -> Response:
    """Keep it once, as the page said that it would be read; else show the page `again`."""
    form = say_form(people.the_person(person_id))
    if not form.validate():
        return again(form)
    answers = tuple(form.answers.data or ())
    saying = Saying(form.words.data, form.once.data or "", form.promised.data or "", answers)
    try:
        say_to_person(person_id, check_in_id, me().staff, as_viewer(me()), saying, clock.now())
    except NotForThemError:
        abort(404)
    except ChangedMeanwhileError as changed:
        form.words.errors = [f"{changed} Nothing was said yet."]
        return again(form)
    return redirect(then)
