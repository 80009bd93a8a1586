"""What staff must do about texts: ring, read, ask; each with who it is for and by when.

Source: texts.md B.4, scenarios.md D09, D36 and variant D-NOSTART.
"""

from checkin.agreements.happened import (
    NO_WORDS,
    AboutTexts,
    CallNotDone,
    CannotBeTexted,
    FreeMessage,
    OkNotSo,
    OwnWordsKept,
    Person,
    PersonAskedFor,
    StaffAnswered,
    TextsStopped,
    TooLate,
    TurnsBack,
    WordsUnread,
)
from checkin.agreements.reached import Reached
from checkin.agreements.unread_words import unread_by_all

STAFF_ANSWERED = "staff_answered"  # the kind of an answer that may call for somebody


def from_texts(happened: AboutTexts, person: Person) -> Reached:
    """Return the work that follows."""
    match happened:
        case TooLate():
            return _too_late(happened, person)
        case TextsStopped():
            return _stopped(happened, person)
        case FreeMessage() | OwnWordsKept() | StaffAnswered() | WordsUnread():
            return _to_read(happened, person)
        case PersonAskedFor() | TurnsBack() | OkNotSo():
            return _to_ring_back(happened, person)
        case CannotBeTexted():
            return _ring(happened, person)
        case _:
            return _call_not_done(happened, person)


def _too_late(late: TooLate, person: Person) -> Reached:
    """Someone rings, because the wait asked for is longer than agreed."""
    key = f"late_too_long:{late.check_in_id}"
    how_long = f"{late.minutes} more minutes" if late.minutes > 0 else "more time"
    return Reached(
        kind="late_too_long",
        level="soon",
        key=key,
        group=key,
        title=f"{person.name} asked for {how_long}. That is longer than agreed.",
        what=(f"Ring {person.name}.",),
    )


def _stopped(texts: TextsStopped, person: Person) -> Reached:
    """The keyworker asks what the person wants, before the next check-in is due."""
    return Reached(
        kind="texts_stopped",
        level="today",
        key=f"texts_stopped:{texts.message_id}",
        group=f"texts_stopped:{person.id}",
        title=f"{person.name} gets no more texts. Ask {person.name} what they want.",
        what=_why_stopped(texts, person),
        task=True,
        do_by=texts.next_due,
        for_staff=person.keyworker,
    )


def _to_read(
    words: FreeMessage | OwnWordsKept | StaffAnswered | WordsUnread, person: Person
) -> Reached:
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
        kind="free_message",
        level="today",
        key=f"free_message:{message.message_id}",
        group=f"free_message:{message.read_with or message.message_id}",
        title=f"{person.name} sent a message.",
        what=said_by(person, message.words),
        task=True,
        for_staff=person.keyworker,
    )


def _answer_to_read(kept: OwnWordsKept, person: Person) -> Reached:
    """Someone who may reads it today; the person was told that somebody does."""
    said = said_by(person, kept.words) if kept.words else ()
    return Reached(
        kind="free_message",
        level="today",
        key=f"free_message:{kept.source_id}",
        group=f"free_message:{kept.check_in_id}",
        title=f"{person.name} answered in their own words.",
        what=(f'{kept.flow} "{kept.asked}"', *said) if said else (kept.flow, _OPEN_IT),
        task=True,
        for_staff=kept.reader or person.keyworker,
    )


def _answer_to_staff(answered: StaffAnswered, person: Person) -> Reached:
    """Whoever said it reads the answer today; the person was told who does."""
    if answered.calls:
        return _may_call(answered, person)
    return Reached(
        kind="free_message",
        level="today",
        key=f"free_message:{answered.source_id}",
        group=f"free_message:{answered.said_id}",
        title=f"{person.name} answered {answered.staff_name}.",
        what=said_by(person, answered.words) if answered.words else (_OPEN_IT,),
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
        what=(_OPEN_IT, f"Ring {person.name}."),
        for_staff=answered.staff,
    )


def said_by(person: Person, words: str) -> tuple[str, ...]:
    """Quote what somebody sent, a line each; our own note of no words is no quotation."""
    lines = [one for one in words.splitlines() if one.strip()]
    return tuple(f'{person.name}: "{one}"' for one in lines) or (f"{person.name}: {NO_WORDS}",)


def _to_ring_back(asked: PersonAskedFor | TurnsBack | OkNotSo, person: Person) -> Reached:
    """Someone rings soon, whatever the hour: it is never left for the evening."""
    match asked:
        case TurnsBack():
            return _turns_back(asked, person)
        case OkNotSo():
            return _ok_not_so(asked, person)
        case _:
            return _asks_for_a_person(asked, person)


def _asks_for_a_person(asked: PersonAskedFor, person: Person) -> Reached:
    return Reached(
        kind="person_asked_for",
        level="soon",
        key=f"person_asked_for:{asked.message_id}",
        group=f"person_asked_for:{person.id}",
        title=f"{person.name} asked for a person.",
        what=(
            *((asked.how,) if asked.how else said_by(person, asked.words)),
            f"Ring {person.name}.",
        ),
    )


def _turns_back(turns: TurnsBack, person: Person) -> Reached:
    """Someone rings soon, for nobody knows where the person is; what is to come is asked still."""
    said = said_by(person, turns.words) if turns.words else ()
    return Reached(
        kind="person_asked_for",
        level="soon",
        key=f"turns_back:{turns.source_id}",
        group=f"person_asked_for:{person.id}",
        title=f"{person.name} left already, and says: not going.",
        what=(*said, f"Ring {person.name}. The texts of today go on."),
    )


def _ok_not_so(said: OkNotSo, person: Person) -> Reached:
    """Someone rings soon: a check-in counts as answered, and is not."""
    return Reached(
        kind="person_asked_for",
        level="soon",
        key=f"ok_not_so:{said.message_id}",
        group=f"person_asked_for:{person.id}",
        title=f"{person.name} said OK, and then: not so.",
        what=(*said_by(person, said.words), f"Ring {person.name}."),
    )


def _ring(due: CannotBeTexted, person: Person) -> Reached:
    """Someone rings in place of the text, unless the person said no to check-ins."""
    what = f"Due {due.due_local_label}: {due.check_in_key}."
    said_no = f'{person.name} said "no check-ins". Do not ring.'
    return Reached(
        kind="cannot_be_texted",
        level="today",
        key=f"cannot_be_texted:{due.check_in_id}:{due.call_by.isoformat(timespec='minutes')}",
        group=group_of_call(due.check_in_id),
        title=_RING[due.why].format(name=person.name),
        what=(what, said_no) if due.said_no_check_ins else (what,),
        task=True,
        do_by=due.call_by,
    )


def group_of_call(check_in_id: str) -> str:
    """Return what the call that stands in for one text is found by; LATE may move it."""
    return f"cannot_be_texted:{check_in_id}"


def _call_not_done(call: CallNotDone, person: Person) -> Reached:
    """About staff, not about the person: nobody made the call."""
    key = f"call_not_done:{call.check_in_id}"
    return Reached(
        kind="call_not_done",
        level="soon",
        key=key,
        group=key,
        title="The check-in by phone was not done",
        what=(f"{person.name}: {call.check_in_key}, due {call.due_local_label}.",),
        about="service",
    )


def _why_stopped(texts: TextsStopped, person: Person) -> tuple[str, ...]:
    if texts.words is None:
        return ("The phone company says that texts to this number are blocked.",)
    said = f'{person.name}: "{texts.words}"'
    if texts.words.strip().casefold() == "cancel":
        return said, "Did they mean today only?"
    return (said,)


_RING = {
    "stopped": "Ring {name} (texts are stopped)",
    "paused": "Ring {name} (texts are paused)",
    "no_phone": "Ask {name} yourselves (no phone is written down)",
}
_OPEN_IT = "Open what was said to read it."
