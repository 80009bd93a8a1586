"""Texts with a person, both ways and in order; what holds a secret word is shown to few."""

from collections.abc import Mapping
from datetime import timedelta

from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.from_which_number import number_of_a_stranger, who_took
from checkin.actions.named_in_words import names_staff
from checkin.actions.say_to_person import how_they_read_in_no_talk, in_words
from checkin.actions.texts_of_staff import who_reads_it
from checkin.door.me import me
from checkin.door.needs import LEADS, STAFF, needs
from checkin.staff.desk import show, staff
from checkin.staff.forms.words_of_staff import SayForm
from checkin.staff.said_to_person import said_in_none
from checkin.staff.saying import saying
from checkin.staff.texts_read import texts_with
from checkin.staff.to_answer import offering, open_alerts
from checkin.storage import people, texts_heard
from checkin.storage import staff as staff_kept
from checkin.storage.tables import HeardRow, Staff

MONTH = timedelta(days=28)


@staff.get("/people/<person_id>/texts")
@needs(STAFF)
def texts_of_person(person_id: str) -> Response:
    """Show the texts of the last four weeks, and a place to answer."""
    return texts_page(person_id)


def texts_page(person_id: str, given: SayForm | None = None) -> Response:
    """Show them, with what stands in the way of what was just written."""
    now, person = clock.now(), people.the_person(person_id)
    read = how_they_read_in_no_talk(person, now)
    place = offering(saying(person, read, in_words(person, read, now), given), person, None, now)
    problems = given.problems if given else []
    return show(
        "texts",
        400 if problems else 200,
        person=person,
        texts=texts_with(person, now - MONTH, me(), now),
        on_pages=list(said_in_none(person, now - MONTH, now)),
        problems=problems,
        alerts=open_alerts(person, now),
        **place,
    )


@staff.get("/texts-from-nobody")
@needs(LEADS)
def texts_from_nobody() -> Response:
    """Show texts of nobody here, and those of staff of our houses that took no alert and are for me."""
    now = clock.now()
    found = texts_heard.from_unknown_numbers(now - MONTH)
    known = staff_kept.staff_by_id(one.staff_id for one in found if one.staff_id)
    shown = [one for one in found if _is_for_me(one, known)]
    whence = {one.id: number_of_a_stranger(one, now) for one in shown}
    return show("texts_from_nobody", texts=shown, staff=known, whence=whence)


def _is_for_me(text: HeardRow, known: Mapping[str, Staff]) -> bool:
    """Say whether a text of nobody here is for me: not where its words name me, or I changed its number."""
    if text.staff_id:
        return _is_mine(text, known[text.staff_id])
    return not names_staff(text.words, me().staff) and _may_be_read_by_me(text)


def _may_be_read_by_me(text: HeardRow) -> bool:
    """Say whether its number was nobody's of late, or somebody's of our houses, and I did not take it."""
    took = who_took(text)
    return took is None or (took.house_id in me().house_ids and took.staff_id != me().id)


def _is_mine(text: HeardRow, of: Staff) -> bool:
    """Say whether a text of staff is for me to read."""
    return me().staff.id in who_reads_it(text, of, clock.now())
