"""Staff say something to a person, on the page of a check-in that they may read."""

from flask import abort, redirect, url_for
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.say_to_person import ChangedMeanwhileError, NotForThemError, say_to_person
from checkin.door.kept_from_me import as_viewer
from checkin.door.me import me
from checkin.door.needs import STAFF, needs
from checkin.staff.check_in_page import check_in_page, say_form, the_row
from checkin.staff.desk import staff


@staff.post("/check-ins/<check_in_id>/say")
@needs(STAFF)
def say(check_in_id: str) -> Response:
    """Keep what they say to the person, once, as the page said that it would be read."""
    form = say_form(the_row(check_in_id))
    if not form.validate():
        return check_in_page(check_in_id, saying=form)
    try:
        say_to_person(
            check_in_id,
            me().staff,
            as_viewer(me()),
            form.words.data,
            form.once.data or "",
            form.promised.data or "",
            clock.now(),
        )
    except NotForThemError:
        abort(404)
    except ChangedMeanwhileError as changed:
        form.words.errors = [f"{changed} Nothing was said yet."]
        return check_in_page(check_in_id, saying=form)
    return redirect(url_for("staff.check_in", check_in_id=check_in_id, _anchor="said"))
