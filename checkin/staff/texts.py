"""Texts with a person, both ways and in order; what holds a secret word is shown to few."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.may_see import kept_whole_from, words_open_to
from checkin.actions.say_to_person import how_they_read_in_no_talk, in_words
from checkin.actions.texts_of_staff import who_reads_it
from checkin.agreements.seeing import Why
from checkin.door.kept_from_me import as_viewer
from checkin.door.me import Me, me
from checkin.door.needs import LEADS, STAFF, needs
from checkin.staff.desk import show, staff
from checkin.staff.forms.words_of_staff import SayForm
from checkin.staff.how_sent import how_sent
from checkin.staff.private_words import WORD_USED, may_read
from checkin.staff.said_to_person import said_in_none
from checkin.staff.saying import saying
from checkin.staff.to_answer import offering, open_alerts
from checkin.storage import people, texts_heard, what_was_sent, words_of_staff
from checkin.storage import staff as staff_kept
from checkin.storage.tables import HeardRow, PersonRow, Staff

MONTH = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Text:
    """One text: theirs as it came, ours with what became of it."""

    at: datetime
    theirs: bool
    words: str
    sent: str = ""
    hidden: bool = False


@staff.get("/people/<person_id>/texts")
@needs(STAFF)
def texts_of_person(person_id: str) -> Response:
    """Show the texts of the last four weeks, and a place to answer."""
    return texts_page(person_id)


def texts_page(person_id: str, given: SayForm | None = None) -> Response:
    """Show them, with what stands in the way of what was just written."""
    now, person = clock.now(), people.the_person(person_id)
    read = how_they_read_in_no_talk(person, now)
    place = offering(saying(person, read, in_words(person, read, now), given), person, now)
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
    found = texts_heard.from_unknown_numbers(clock.now() - MONTH)
    known = staff_kept.staff_by_id(one.staff_id for one in found if one.staff_id)
    shown = [one for one in found if one.staff_id is None or _is_mine(one, known[one.staff_id])]
    return show("texts_from_nobody", texts=shown, staff=known)


def _is_mine(text: HeardRow, of: Staff) -> bool:
    """Say whether a text of staff is for me to read."""
    return me().staff.id in who_reads_it(text, of, clock.now())


def texts_with(person: PersonRow, since: datetime, who: Me, now: datetime) -> list[Text]:
    """Return the texts with a person since then, the oldest first."""
    found = [*_theirs(person, since, who, now), *_ours(person, since, who, now)]
    return sorted(found, key=lambda one: one.at)


def _theirs(person: PersonRow, since: datetime, who: Me, now: datetime) -> Iterator[Text]:
    reads = may_read(who, person.id, now)
    rows = texts_heard.texts_from(person.id, since)
    of = words_of_staff.texts_said_in(rows)
    open_answers = words_open_to(as_viewer(who), set(of.values()), now)
    apart = kept_whole_from(as_viewer(who), set(of.values()), now)
    for one in rows:
        if of.get(one.id) in apart:
            continue  # not even a gap is there
        if one.private and not reads:
            yield Text(one.at, theirs=True, words=WORD_USED, hidden=True)
        elif one.id in of and of[one.id] not in open_answers:
            yield Text(one.at, theirs=True, words=Why.for_others, hidden=True)
        else:
            yield Text(one.at, theirs=True, words=one.words)


def _ours(person: PersonRow, since: datetime, who: Me, now: datetime) -> Iterator[Text]:
    rows = what_was_sent.texts_to(person.id, since)
    texted = (one for one in rows if one.about == what_was_sent.OF_STAFF)
    of_staff = {one.check_in_id for one in texted if one.check_in_id}
    open_words = words_open_to(as_viewer(who), of_staff, now)
    about = {one.check_in_id for one in rows if one.check_in_id}
    apart = kept_whole_from(as_viewer(who), about, now)
    for one in rows:
        if one.check_in_id in apart:
            continue
        in_talk = one.about == what_was_sent.OF_STAFF and one.check_in_id is not None
        hidden = in_talk and one.check_in_id not in open_words
        words = Why.for_others if hidden else one.body
        sent = how_sent(one, now)
        yield Text(one.made_at, theirs=False, words=words, sent=sent, hidden=hidden)
