"""What staff must read: messages, own words, and what answers words of theirs."""

from checkin.agreements.happened import Person
from checkin.agreements.happened_by_text import (
    NO_WORDS,
    FreeMessage,
    OwnWordsKept,
    StaffAnswered,
    WordsUnread,
)
from checkin.agreements.reached import Reached
from checkin.agreements.unread_words import unread_by_all

TO_READ = "free_message"  # the kind of such a task, and how its group begins
STAFF_ANSWERED = "staff_answered"  # the kind of an answer that may call for somebody


def to_read(
    words: FreeMessage | OwnWordsKept | StaffAnswered | WordsUnread, person: Person
) -> Reached:
    """Someone who may read them does, today."""
    match words:
        case FreeMessage():
            return _message_to_read(words, person)
        case StaffAnswered():
            return _answer_to_staff(words, person)
        case WordsUnread():
            return unread_by_all(words.loop_id, person, words.reader)
        case _:
            return _answer_to_read(words, person)


def _message_to_read(message: FreeMessage, person: Person) -> Reached:
    """The keyworker reads it today; that is what the person was told."""
    return Reached(
        kind=TO_READ,
        level="today",
        key=f"{TO_READ}:{message.message_id}",
        group=f"{TO_READ}:{message.read_with or message.message_id}",
        title=f"{person.name} sent a message.",
        what=said_by(person, message.words),
        task=True,
        for_staff=person.keyworker,
    )


def _answer_to_read(kept: OwnWordsKept, person: Person) -> Reached:
    """Someone who may reads it today; the person was told that somebody does."""
    said = said_by(person, kept.words) if kept.words else ()
    return Reached(
        kind=TO_READ,
        level="today",
        key=f"{TO_READ}:{kept.source_id}",
        group=f"{TO_READ}:{kept.check_in_id}",
        title=f"{person.name} answered in their own words.",
        what=(f'{kept.flow} "{kept.asked}"', *said) if said else (kept.flow, OPEN_IT),
        task=True,
        for_staff=kept.reader or person.keyworker,
    )


def _answer_to_staff(answered: StaffAnswered, person: Person) -> Reached:
    """Whoever said it reads the answer today; the person was told who does."""
    if answered.calls:
        return _may_call(answered, person)
    return Reached(
        kind=TO_READ,
        level="today",
        key=f"{TO_READ}:{answered.source_id}",
        group=f"{TO_READ}:{answered.said_id}",
        title=f"{person.name} answered {answered.staff_name}.",
        what=said_by(person, answered.words) if answered.words else (OPEN_IT,),
        task=True,
        for_staff=answered.staff,
    )


def _may_call(answered: StaffAnswered, person: Person) -> Reached:
    """Whoever said it rings soon: the answer may be a call, and is told to nobody else first."""
    return Reached(
        kind=STAFF_ANSWERED,
        level="soon",
        key=f"{STAFF_ANSWERED}:{answered.source_id}",
        group=f"{STAFF_ANSWERED}:{answered.said_id}",
        title=f"{person.name} answered {answered.staff_name}, and may be asking for somebody.",
        what=(OPEN_IT, f"Ring {person.name}."),
        for_staff=answered.staff,
    )


def said_by(person: Person, words: str) -> tuple[str, ...]:
    """Quote what somebody sent, a line each; our own note of no words is no quotation."""
    lines = [one for one in words.splitlines() if one.strip()]
    return tuple(f'{person.name}: "{one}"' for one in lines) or (f"{person.name}: {NO_WORDS}",)


OPEN_IT = "Open what was said to read it."
