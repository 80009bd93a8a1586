"""A person sets when their day begins, or how long it is quiet first: their tablet goes by both together."""

from collections.abc import Mapping
from datetime import datetime, time

from checkin.actions.tell_of_set_up import tell_of_set_up
from checkin.lives.record import Entry, by_person
from checkin.storage import own_sets, people, record
from checkin.storage.own_sets import Line, NewSet, WasSet
from checkin.storage.tables import PersonRow
from checkin.storage.transaction import kept_together
from checkin.wording import plain_time

FROM, MINUTES = "quiet_from", "quiet_for"
QUIET = (FROM, MINUTES)
NO_QUIET = "0"


def set_quiet_time(
    person_id: str,
    name: str,
    value: str,
    now: datetime,
    *,
    check_in_id: str | None = None,
    undoes: int | None = None,
) -> None:
    """Keep one of the two. Where the other was never said, the tablet is not quiet yet.

    `value`: "08:30", or minutes.
    """
    by = by_person(person_id)
    with kept_together():
        _keep_as_it_was(people.held(person_id), now)
        new = NewSet(person_id, name, (Line(value),), by, now, check_in_id, undoes)
        if own_sets.put(new) is None:
            return
        follow_what_is_set(person_id)
        row = f"person:{person_id}"
        record.note([Entry(now, by, "how_asked_changed", row, {name: value}, person_id)])
        tell_of_set_up(person_id, now)


def follow_what_is_set(person_id: str) -> None:
    """Let the tablet be quiet as it stands now: something was set, put back or taken back."""
    stands = own_sets.standing([person_id])[person_id]
    if any(one in stands for one in QUIET):
        begins, minutes = _both(stands)
        people.change(person_id, quiet_from=begins, quiet_minutes=minutes)


def _keep_as_it_was(person: PersonRow, now: datetime) -> None:
    if person.quiet_from is not None:
        own_sets.put_as_it_was(person.id, FROM, plain_time(person.quiet_from), now)
        own_sets.put_as_it_was(person.id, MINUTES, str(person.quiet_minutes), now)
    elif MINUTES not in own_sets.standing([person.id])[person.id]:
        own_sets.put_as_it_was(person.id, MINUTES, NO_QUIET, now)


def _both(stands: Mapping[str, WasSet]) -> tuple[time, int] | tuple[None, None]:
    begins, minutes = (stands[one].words[0] if one in stands else "" for one in QUIET)
    if not begins or minutes in ("", NO_QUIET):
        return None, None
    return time.fromisoformat(begins), int(minutes)
