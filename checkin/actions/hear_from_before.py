"""A text from a number that was a person's of late, or waits to be, is heard as maybe theirs.

What raises a call raises it for them; whoever sent it gets the answer that they would get. Other
words are for another to read than who changed the number.
"""

from datetime import datetime

from checkin.actions.do_as_said import do_as_said
from checkin.actions.hearing import Hearing
from checkin.actions.own_phones import first_to_read, who_changed
from checkin.actions.raise_reached import raise_reached
from checkin.agreements.happened import WordsFromBefore
from checkin.agreements.own_phones import MAYBE_THEIRS
from checkin.conversation.replies.meaning import CallMe, Help, SecretWord
from checkin.for_whom.addressees import Addressee, ForAlert, ForAll, ForTelling
from checkin.storage import agreements, people, phone_changes, texts_heard
from checkin.storage.tables import HeardRow, PersonRow, PhoneChangeRow
from checkin.storage.texts_heard import NewText


def was_theirs(text: NewText) -> PersonRow | None:
    """Return whose the number of a text was of late, or waits to be."""
    changed = _changed(text.number, text.at)
    return people.the_person(changed.person_id) if changed else None


def maybe_from(heard: HeardRow) -> Hearing | None:
    """Return the hearing of a text from a number of before; None where it is nobody's."""
    changed = _changed(heard.number, heard.at)
    if changed is None:
        return None
    person, now = people.the_person(changed.person_id), heard.at
    in_force = agreements.agreements_of(person.id, now)
    return Hearing(person, heard, in_force, now, changed=changed)


def hear_as_maybe_theirs(hearing: Hearing, whom: Addressee) -> None:
    """Let it ring where it is a call, else let another read it."""
    if _rings(whom):
        texts_heard.keep_person(hearing.heard.id, hearing.person.id)
        do_as_said(hearing, whom)
    elif hearing.changed:
        _have_another_read_it(hearing.person, hearing.heard, hearing.changed)


def _changed(number: str, at: datetime) -> PhoneChangeRow | None:
    since = at - MAYBE_THEIRS
    return phone_changes.last_with(number, since) or phone_changes.waiting_with(number)


def _rings(whom: Addressee) -> bool:
    match whom:
        case ForAll(Help() | SecretWord() | CallMe()) | ForTelling(courtesy=False):
            return True
        case ForAlert(calls=True):
            return True
        case _:
            return False


def _have_another_read_it(person: PersonRow, heard: HeardRow, changed: PhoneChangeRow) -> None:
    by, reader = who_changed(changed), first_to_read(changed)
    waits = changed.used_from is None
    happened = WordsFromBefore(heard.id, changed.id, by, reader, waits=waits)
    raise_reached(person, happened, heard.at)
