"""A person changes on their own page how they use this, or puts back what they set last, all of one press."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from checkin.actions.set_by_person import set_by_person
from checkin.actions.set_places import follow_places
from checkin.actions.set_quiet_time import MINUTES
from checkin.actions.set_time_of_day import TIME, set_time_of_day
from checkin.actions.tell_of_set_up import tell_of_set_up
from checkin.conversation.flows.sets import OF_PAGES, SETTINGS
from checkin.conversation.talking.said import Done
from checkin.lives.record import Entry, What, by_staff, digest
from checkin.storage import own_sets, people, record
from checkin.storage.own_sets import NewSet, WasSet
from checkin.storage.tables import PersonRow, Staff
from checkin.storage.transaction import kept_together


class OldPageError(Exception):
    """Something was set since this page was shown: look at how it is now."""


def set_on_page(person_id: str, name: str, value: str, now: datetime, *, seen: int) -> int | None:
    """Set one thing; return the number of the change, None where it is so already.

    `seen`: the number of the newest change that the page showed.
    """
    with kept_together():
        person = people.held(person_id)
        history = own_sets.history_of([person_id])[person_id]
        if value == set_now(person, name, {one.kind: one for one in history}):
            return None
        if seen != _newest(history):
            raise OldPageError(OldPageError.__doc__)
        _set(person_id, name, value, now, None)
        return _newest(own_sets.history_of([person_id])[person_id])


def set_now(person: PersonRow, name: str, stands: Mapping[str, WasSet]) -> str:
    """Return what is set of a thing now: what pages go by, or else the line that stands."""
    if name in OF_PAGES:
        return str(getattr(person, name))
    if name == MINUTES and person.quiet_minutes is not None:
        return str(person.quiet_minutes)
    one = stands.get(name)
    return next(iter(one.words), "") if one else ""


def put_back(person_id: str, number: int, now: datetime) -> int:
    """Put back what stood before a change, where that is the newest and a person made it.

    Return the number of the change that did.

    What was set with it in one press, as a conversation was sent, is put back with it.
    """
    with kept_together():
        people.held(person_id)
        history = own_sets.history_of([person_id])[person_id]
        last = history[-1] if history else None
        if last is None or last.number != number or not last.can_be_put_back:
            raise OldPageError(OldPageError.__doc__)
        for one in history:
            if one.can_be_put_back and one.at == last.at:
                _put_one_back(person_id, one, history, now)
        return _newest(own_sets.history_of([person_id])[person_id])


def _put_one_back(person_id: str, one: WasSet, history: Sequence[WasSet], now: datetime) -> None:
    earlier = (each for each in reversed(history) if each.number < one.number)
    before = next((each for each in earlier if each.kind == one.kind), None)
    if one.kind in SETTINGS:
        value = next(iter(before.words), None) if before else None
        _set(person_id, one.kind, value, now, one.number)
    else:
        _put_line_back(person_id, one, before, now)


def how_it_was_done(
    person_id: str, number: int, done: Done, now: datetime, *, beside: Staff | None = None
) -> None:
    """Keep how the last change on the page was made: on their own, with help, or for them. Once.

    `beside`: who of staff was signed in there.
    """
    helper = beside.called if beside else None
    with kept_together():
        history = own_sets.history_of([person_id])[person_id]
        is_last = _newest(history) == number and history[-1].is_theirs
        if is_last and own_sets.say_done(person_id, number, done, helper):
            what: What = {"number": number, "done": done}
            if beside:
                what = {**what, "beside": by_staff(beside.id)}
            row = f"person:{person_id}"
            record.note([Entry(now, row, "how_asked_changed", row, what, person_id)])


def _set(person_id: str, name: str, value: str | None, now: datetime, undoes: int | None) -> None:
    if value is not None:
        set_by_person(person_id, name, value, now, undoes=undoes)
    elif name == TIME:
        set_time_of_day(person_id, None, now, undoes=undoes)


def _put_line_back(person_id: str, last: WasSet, before: WasSet | None, now: datetime) -> None:
    lines, by = before.lines if before else (), f"person:{person_id}"
    own_sets.put(NewSet(person_id, last.kind, lines, by, now, undoes=last.number))
    follow_places(person_id)
    what: What = {last.kind: digest("\n".join(one.words for one in lines)), "undoes": last.number}
    record.note([Entry(now, by, "own_words_changed", by, what, person_id)])
    tell_of_set_up(person_id, now)


def _newest(history: Sequence[WasSet]) -> int:
    return history[-1].number if history else 0
