"""You said, we did: read it, decide, do it, say how one can see that it is done."""

from datetime import date

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.loops import (
    NotNowError,
    decide_loop,
    mark_done,
    raise_loop_from_talk,
    read_loop,
    tell_loop,
)
from checkin.door.kept_from_me import open_to
from checkin.door.me import me
from checkin.door.needs import STAFF, needs
from checkin.lives.loop import Decision
from checkin.staff.desk import show, staff
from checkin.staff.loop_lines import DECISIONS, loop_lines
from checkin.storage import loops, people
from checkin.storage import staff as staff_kept


@staff.get("/people/<person_id>/said")
@needs(STAFF)
def said(person_id: str) -> Response:
    """Show what a person said and what became of it."""
    return _page(person_id)


@staff.post("/people/<person_id>/said")
@needs(STAFF)
def said_in_a_talk(person_id: str) -> Response:
    """Add what a person said face to face, in their words."""
    words = request.form.get("words", "").strip()
    if not words:
        return _page(person_id, "Write what they said, in their own words.")
    raise_loop_from_talk(person_id, me().id, words, clock.now())
    return redirect(url_for("staff.said", person_id=person_id))


@staff.post("/loops/<loop_id>/read")
@needs(STAFF)
def read(loop_id: str) -> Response:
    """Someone read it."""
    read_loop(loop_id, me().id, clock.now())
    return _back(loop_id)


@staff.post("/loops/<loop_id>/decide")
@needs(STAFF)
def decide(loop_id: str) -> Response:
    """Decide: do it, try it, cannot, or later; in words the person will see."""
    form, person_id = request.form, _person_of(loop_id)
    decision, words = _picked(form.get("decision", "")), form.get("we_did", "").strip()
    if decision is None or not words:
        return _page(person_id, "Pick what you decided, and say it in easy words.", loop_id)
    owner = form.get("owner", "")
    if owner and owner not in {one.id for one in staff_kept.staff_of_houses(me().house_ids)}:
        return _page(person_id, "Pick someone who works here.", loop_id)
    try:
        due_on = date.fromisoformat(form["due_on"]) if form.get("due_on") else None
    except ValueError:
        return _page(person_id, "Write the date as day, month and year.", loop_id)
    who, now = me().id, clock.now()
    try:
        decide_loop(loop_id, who, decision, words, now, owner_id=owner or None, due_on=due_on)
    except NotNowError as error:
        return _page(person_id, str(error), loop_id)
    return _back(loop_id)


@staff.post("/loops/<loop_id>/done")
@needs(STAFF)
def done(loop_id: str) -> Response:
    """It is done, and this is how one can see it."""
    words = request.form.get("words", "").strip()
    if not words:
        return _page(_person_of(loop_id), "Say how one can see that it is done.", loop_id)
    try:
        mark_done(loop_id, me().id, words, clock.now())
    except NotNowError as error:
        return _page(_person_of(loop_id), str(error), loop_id)
    return _back(loop_id)


@staff.post("/loops/<loop_id>/told")
@needs(STAFF)
def told(loop_id: str) -> Response:
    """Someone told the person face to face."""
    tell_loop(loop_id, clock.now())
    return _back(loop_id)


def _page(person_id: str, problem: str | None = None, loop_id: str = "") -> Response:
    person = people.the_person(person_id)
    lines = loop_lines(open_to(me(), loops.loops_of(person_id)), clock.now())
    return show(
        "said",
        400 if problem else 200,
        person=person,
        going_on=[line for line in lines if not line.over],
        over=[line for line in lines if line.over],
        staff_here=staff_kept.staff_of_houses([person.house_id]),
        decisions=DECISIONS,
        problem=problem,
        at_loop=loop_id,
        given=request.form,
    )


def _picked(typed: str) -> Decision | None:
    return next((one for one in DECISIONS if one == typed), None)


def _person_of(loop_id: str) -> str:
    found = loops.loop(loop_id)
    return found.person_id if found else ""


def _back(loop_id: str) -> Response:
    return redirect(url_for("staff.said", person_id=_person_of(loop_id), _anchor=f"loop-{loop_id}"))
