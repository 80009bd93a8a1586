"""A phone that staff wrote down for a person speaks for them: another who leads checks it with them.

Until then the number that is known for theirs stays theirs; a first one is used at once, what comes
from it says who wrote it down, and what was told before goes to none of it.
Words from a number that was theirs of late are heard as maybe theirs: a cry is never swallowed.
Source: trust.md A2 and row 22; the same door as that of a device (`own_devices`).
"""

from dataclasses import dataclass
from datetime import timedelta

from checkin.agreements.happened import AboutPhone, OwnPhone, Person, WordsFromBefore
from checkin.agreements.reached import Reached

OWN_PHONE = "own_phone"  # the kind of its task
FROM_BEFORE = "from_before"  # the kind of words from a number of before
MAYBE_THEIRS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Written:
    """A change of a phone, ready to read: the numbers as people write them, who did it, and when."""

    number: str
    was: str
    by: str
    day: str  # "Fri 27 Nov"
    time: str  # "10:17", with its day where that is not today


def from_new(written: Written) -> str:
    """Return for staff from which number words came that nobody checked."""
    return f"From {written.number}, which {written.by} wrote down on {written.day}."


def from_before(written: Written, name: str) -> str:
    """Return for staff from which number of before words came."""
    changed = f"From the number {name} had until {written.time}, when {written.by} changed it."
    return f"{changed} Ring there: {written.was}."


def waits(written: Written, name: str, *, still: bool) -> str:
    """Return for staff what a phone waits for that nobody checked. `still`: the one before is used."""
    did = f"wrote down {written.number}" if written.number else "took the phone away"
    asks = f"Somebody else who leads asks {name}: is that right?"
    until = f" Until then we text {written.was}." if still else ""
    return f"{written.by} {did} on {written.day}. {asks}{until}"


def about_phone(happened: AboutPhone, person: Person) -> Reached:
    """Return what another who leads is to do because of it."""
    match happened:
        case OwnPhone():
            return _own_phone(happened, person)
        case _:
            return _words_from_before(happened, person)


def _own_phone(phone: OwnPhone, person: Person) -> Reached:
    """Return what another who leads is to do: check with the person whose the number is, or why none."""
    name = person.name
    did = f"wrote it down for {name}" if phone.number else "took it away"
    until = f"Until then {name}'s phone is {phone.instead_of}."
    return Reached(
        kind=OWN_PHONE,
        level="today",
        key=f"{OWN_PHONE}:{phone.change_id}",
        group=group_of(person.id),
        title=_called(phone, name),
        what=(
            f"{phone.by} {did}.",
            f"Ask {name}, not by that phone: is that right?",
            f'Then press "I checked this with {name}", where their phone is written down.',
            *((until,) if phone.instead_of else ()),
        ),
        about="service",
        task=True,
        for_staff=phone.reader,
    )


def _called(phone: OwnPhone, name: str) -> str:
    if phone.instead_of:
        what = f"a new phone: {phone.number}" if phone.number else "having no phone"
        return f"Ask {name} about {what}."
    return (
        f"{name} has a new phone: {phone.number}." if phone.number else f"{name} has no phone now."
    )


def _words_from_before(heard: WordsFromBefore, person: Person) -> Reached:
    """Return what another is to read: words from a number that was the person's, or waits to be, which are no call."""
    whose = (
        f"that {heard.by} wrote down for {person.name}"
        if heard.waits
        else f"that was {person.name}'s"
    )
    did = "Nobody checked it." if heard.waits else f"{heard.by} changed it."
    return Reached(
        kind=FROM_BEFORE,
        level="today",
        key=f"{FROM_BEFORE}:{heard.message_id}",
        group=f"{FROM_BEFORE}:{heard.change_id}",
        title=f"Somebody texted from a number {whose}.",
        what=(
            f"{did} It may be {person.name} who texts.",
            'Read it under "Texts from numbers we do not know".',
        ),
        about="service",
        task=True,
        for_staff=heard.reader,
    )


def change_of(kind: str, key: str, group: str) -> str | None:
    """Return which change of a phone an alert with this key and group is about, if about one."""
    named = {OWN_PHONE: key, FROM_BEFORE: group}.get(kind)
    return named.split(":")[1] if named else None


def group_of(person_id: str) -> str:
    """Return the group of the task about a person's phone."""
    return f"{OWN_PHONE}:{person_id}"
