"""What follows from texts, for staff to do: ring, read, or ask what the person wants.

Source: texts.md B.4, scenarios.md D09.
"""

from checkin.agreements.calls_for_texts import call_not_done, ring_in_place
from checkin.agreements.calls_to_make import to_ring, too_late
from checkin.agreements.happened import Person
from checkin.agreements.happened_by_text import (
    AboutTexts,
    AdvocateAsked,
    AnsweredOften,
    CannotBeTexted,
    FreeMessage,
    OkNotSo,
    OwnWordsKept,
    PersonAskedFor,
    StaffAnswered,
    TextsStopped,
    TooLate,
    TurnsBack,
    WordsUnread,
)
from checkin.agreements.reached import Reached
from checkin.agreements.words_to_read import to_read

ANSWERED_OFTEN = "answered_often"  # the kind of its task


def from_texts(happened: AboutTexts, person: Person) -> Reached:
    """Return the work that follows."""
    match happened:
        case TooLate():
            return too_late(happened, person)
        case TextsStopped() | AnsweredOften():
            return _to_ask(happened, person)
        case FreeMessage() | OwnWordsKept() | StaffAnswered() | WordsUnread():
            return to_read(happened, person)
        case PersonAskedFor() | TurnsBack() | OkNotSo() | AdvocateAsked():
            return to_ring(happened, person)
        case CannotBeTexted():
            return ring_in_place(happened, person)
        case _:
            return call_not_done(happened, person)


def _to_ask(texts: TextsStopped | AnsweredOften, person: Person) -> Reached:
    if isinstance(texts, TextsStopped):
        return _stopped(texts, person)
    return _answered_often(texts, person)


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


def _answered_often(often: AnsweredOften, person: Person) -> Reached:
    """Somebody looks whether it is the person, or a machine that answers us."""
    return Reached(
        kind=ANSWERED_OFTEN,
        level="today",
        key=f"{ANSWERED_OFTEN}:{often.message_id}",
        group=f"{ANSWERED_OFTEN}:{person.id}",
        title=f"{person.name}'s phone sends texts on and on. Ask {person.name} what is the matter.",
        what=(
            f"We answered {often.answered} in an hour, and answer fewer for now.",
            "Each is read, and a call for help still rings.",
        ),
        task=True,
        for_staff=person.keyworker,
    )


def _why_stopped(texts: TextsStopped, person: Person) -> tuple[str, ...]:
    if texts.words is None:
        return ("The phone company says that texts to this number are blocked.",)
    said = f'{person.name}: "{texts.words}"'
    if texts.words.strip().casefold() == "cancel":
        return said, "Did they mean today only?"
    return (said,)
