"""Whom staff must ring: who asked for a person, turns back, or wants longer; or their advocate.

Source: texts.md B.4, scenarios.md D36.
"""

from checkin.agreements.advocate import ADVOCATE_ASKED, whom_to_ring
from checkin.agreements.happened import Person
from checkin.agreements.happened_by_text import (
    AdvocateAsked,
    OkNotSo,
    PersonAskedFor,
    TooLate,
    TurnsBack,
)
from checkin.agreements.reached import Reached
from checkin.agreements.words_to_read import said_by


def too_late(late: TooLate, person: Person) -> Reached:
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


def to_ring(asked: PersonAskedFor | TurnsBack | OkNotSo | AdvocateAsked, person: Person) -> Reached:
    """Someone rings soon, whatever the hour, never left for the evening; an advocate, today."""
    match asked:
        case AdvocateAsked():
            return _ring_the_advocate(asked, person)
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
        not_first=asked.not_first,
        what=(
            *((asked.how,) if asked.how else said_by(person, asked.words)),
            f"Ring {person.name}." if person.rung else f"Go to {person.name}.",
        ),
    )


def _ring_the_advocate(asked: AdvocateAsked, person: Person) -> Reached:
    """Someone rings their advocate today, as for who asks for that on a tablet."""
    return Reached(
        kind=ADVOCATE_ASKED,
        level="today",
        key=f"{ADVOCATE_ASKED}:{asked.message_id}",
        group=f"{ADVOCATE_ASKED}:{person.id}",
        title=f"{person.name} asks for their advocate.",
        what=(*said_by(person, asked.words), *whom_to_ring(asked.advocates, person.name)),
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
