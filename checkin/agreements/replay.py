"""What was lived through again, by the same rules that were live.

With the version that was live it must give the very alerts that were live; with another version
it shows what that one would have done.
Source: thresholds.md C.0 "Backtesting" and fixture BT-2, alerts.md section 9.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from checkin.agreements.expected import CheckInState, Expected
from checkin.agreements.happened import Happened, Person, Silent
from checkin.agreements.in_force import Version, in_force_at
from checkin.agreements.reached import Reached
from checkin.agreements.silence import Down, Miss, Wait, expected, moved_to, next_step
from checkin.agreements.thresholds import reached
from checkin.agreements.times import Occurrence, in_words, occurrences


@dataclass(frozen=True, slots=True)
class Ended:
    """A check-in was answered, declined or called off, or staff were there. Name: `name_of`."""

    check_in: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A LATE moved a check-in to another time."""

    check_in: str
    new_due: datetime


@dataclass(frozen=True, slots=True)
class Record:
    """What happened, and when; anything a threshold may speak about, or a check-in's own end."""

    at: datetime
    what: Happened | Ended | Moved


@dataclass(frozen=True, slots=True)
class Raised:
    """What was reached, and when."""

    at: datetime
    reached: Reached


def name_of(agreement_key: str, occurrence: Occurrence) -> str:
    """Return what a check-in is called in a replay: "dev-group-days arrive 2026-10-22T10:00"."""
    return f"{agreement_key} {occurrence.key} {occurrence.local_slot}"


def replay(
    versions: Sequence[Version],
    records: Sequence[Record],
    first: date,
    last: date,
    *,
    person: Person,
    down: Sequence[Down] = (),
) -> tuple[Raised, ...]:
    """Return all that these versions of one agreement, as kept, would have raised from `first` to `last`."""
    found = [
        *_from_silence(versions, records, first, last, person, down),
        *_from_words(versions, records, person),
    ]
    return tuple(sorted(found, key=lambda raised: (raised.at, raised.reached.key)))


def _from_silence(
    versions: Sequence[Version],
    records: Sequence[Record],
    first: date,
    last: date,
    person: Person,
    down: Sequence[Down],
) -> Iterator[Raised]:
    for kept, occurrence in _planned(versions, first, last):
        version = kept.agreement
        name = name_of(version.key, occurrence)
        check_in = expected(name, CheckInState.REMINDED, occurrence, version)
        missed = _missed(check_in, _own(records, name), down)
        if missed:
            at, down_from = missed
            silent = Silent(
                check_in_id=name,
                check_in_key=occurrence.key,
                due_local_label=in_words(occurrence.due_at, version.zone),
                down_from=in_words(down_from, version.zone) if down_from else None,
            )
            yield from (Raised(at, one) for one in reached([version], silent, at, person=person))


def _from_words(
    versions: Sequence[Version], records: Sequence[Record], person: Person
) -> Iterator[Raised]:
    for record in records:
        if not isinstance(record.what, Ended | Moved):
            stands = in_force_at(versions, record.at)
            agreed = [stands.agreement] if stands else []
            spoken = reached(agreed, record.what, record.at, person=person)
            yield from (Raised(record.at, one) for one in spoken)


def _planned(
    versions: Sequence[Version], first: date, last: date
) -> Iterator[tuple[Version, Occurrence]]:
    for version in versions:
        for one in occurrences(version.agreement, first, last):
            if in_force_at(versions, one.due_at) is version:
                yield version, one


def _missed(
    check_in: Expected, own: Sequence[tuple[datetime, Ended | Moved]], down: Sequence[Down]
) -> tuple[datetime, datetime | None] | None:
    """Return when a check-in was missed, and since when we were down then; None if it was not."""
    for at, what in own:
        if isinstance(next_step(check_in, at), Miss):
            break
        if isinstance(what, Ended):
            return None
        check_in = replace(moved_to(check_in, what.new_due), remind_at=None)
    return _judged(check_in, down)


def _judged(check_in: Expected, down: Sequence[Down]) -> tuple[datetime, datetime | None] | None:
    waited = next_step(check_in, check_in.due_at)
    if not isinstance(waited, Wait) or waited.until is None:
        return None
    for outage in down:
        at = max(waited.until, outage.until)
        judged = next_step(check_in, at, down=outage)
        if isinstance(judged, Miss) and judged.down_from:
            return at, judged.down_from
    return waited.until, None


def _own(records: Sequence[Record], name: str) -> list[tuple[datetime, Ended | Moved]]:
    """Return what happened to one check-in, in order."""
    own = [
        (one.at, one.what)
        for one in records
        if isinstance(one.what, Ended | Moved) and one.what.check_in == name
    ]
    return sorted(own, key=lambda one: one[0])
