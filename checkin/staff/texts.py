"""Texts with a person, both ways and in order; what holds a secret word is shown to few."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from werkzeug.wrappers import Response

from checkin import clock
from checkin.actions.may_see import words_open_to
from checkin.agreements.seeing import Why
from checkin.door.kept_from_me import as_viewer
from checkin.door.me import Me, me
from checkin.door.needs import LEADS, STAFF, needs
from checkin.staff.desk import show, staff
from checkin.staff.how_sent import how_sent
from checkin.staff.private_words import WORD_USED, may_read
from checkin.storage import people, texts_heard, what_was_sent
from checkin.storage import staff as staff_kept
from checkin.storage.tables import PersonRow

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
    """Show the texts of the last four weeks."""
    now, person = clock.now(), people.the_person(person_id)
    return show("texts", person=person, texts=texts_with(person, now - MONTH, me(), now))


@staff.get("/texts-from-nobody")
@needs(LEADS)
def texts_from_nobody() -> Response:
    """Show texts of nobody here, and those of staff of our houses that took no alert."""
    found = texts_heard.from_unknown_numbers(clock.now() - MONTH)
    known = staff_kept.staff_by_id(one.staff_id for one in found if one.staff_id)
    here = {one for one in known if set(me().house_ids) & set(staff_kept.houses_of(one))}
    shown = [one for one in found if one.staff_id is None or one.staff_id in here]
    return show("texts_from_nobody", texts=shown, staff=known)


def texts_with(person: PersonRow, since: datetime, who: Me, now: datetime) -> list[Text]:
    """Return the texts with a person since then, the oldest first."""
    found = [*_theirs(person, since, who, now), *_ours(person, since, now)]
    return sorted(found, key=lambda one: one.at)


def _theirs(person: PersonRow, since: datetime, who: Me, now: datetime) -> Iterator[Text]:
    reads = may_read(who, person.id, now)
    rows = texts_heard.texts_from(person.id, since)
    answers = {one.check_in_id for one in rows if one.check_in_id}
    open_answers = words_open_to(as_viewer(who), answers, now)
    for one in rows:
        if one.private and not reads:
            yield Text(one.at, theirs=True, words=WORD_USED, hidden=True)
        elif one.check_in_id and one.check_in_id not in open_answers:
            yield Text(one.at, theirs=True, words=Why.for_others, hidden=True)
        else:
            yield Text(one.at, theirs=True, words=one.words)


def _ours(person: PersonRow, since: datetime, now: datetime) -> Iterator[Text]:
    for one in what_was_sent.texts_to(person.id, since):
        yield Text(one.made_at, theirs=False, words=one.body, sent=how_sent(one, now))
