"""The texts with a person as one of staff may read them, both ways and in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from checkin.actions.from_which_number import numbers_of_texts
from checkin.actions.may_see import words_open_to
from checkin.actions.what_is_apart import kept_whole_from
from checkin.agreements.seeing import Why
from checkin.door.kept_from_me import as_viewer
from checkin.door.me import Me
from checkin.staff.how_sent import how_sent
from checkin.staff.private_words import WORD_USED, may_read
from checkin.storage import texts_heard, what_was_sent, words_of_staff
from checkin.storage.tables import PersonRow


@dataclass(frozen=True, slots=True)
class Text:
    """One text: theirs as it came, ours with what became of it.

    `meaning`, `check_in_id`: what theirs meant, and which check-in it was for. `private`: it holds
    the secret word. `whence`: from which number, where that is not known for theirs.
    """

    at: datetime
    theirs: bool
    words: str
    sent: str = ""
    hidden: bool = False
    meaning: str = ""
    check_in_id: str | None = None
    private: bool = False
    whence: str = ""


def texts_with(person: PersonRow, since: datetime, who: Me, now: datetime) -> list[Text]:
    """Return the texts with a person since then, the oldest first."""
    found = [*their_texts(person, since, who, now), *_ours(person, since, who, now)]
    return sorted(found, key=lambda one: one.at)


def their_texts(person: PersonRow, since: datetime, who: Me, now: datetime) -> Iterator[Text]:
    """Yield what a person texted since then, the oldest first, as this one may read it."""
    reads = may_read(who, person.id, now)
    rows = texts_heard.texts_from(person.id, since)
    of = words_of_staff.texts_said_in(rows)
    open_answers = words_open_to(as_viewer(who), set(of.values()), now)
    apart = kept_whole_from(as_viewer(who), set(of.values()), now)
    numbers = numbers_of_texts(rows, now)
    for one in rows:
        if of.get(one.id) in apart:
            continue  # not even a gap is there
        if one.private and not reads:
            yield Text(one.at, theirs=True, words=WORD_USED, hidden=True, private=True)
        elif one.id in of and of[one.id] not in open_answers:
            yield Text(one.at, theirs=True, words=Why.for_others, hidden=True)
        else:
            yield Text(
                one.at,
                theirs=True,
                words=one.words,
                meaning=one.meaning or "",
                check_in_id=one.check_in_id,
                private=one.private,
                whence=numbers.get(one.id, ""),
            )


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
