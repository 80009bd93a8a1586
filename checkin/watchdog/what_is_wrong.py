"""What is wrong with Checkin now, as the database and the folder beside it show it. No names, no words of anybody."""

import logging
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from checkin.storage import beats, inbox, provider_away
from checkin.storage.inbox import Waits
from checkin.storage.overdue import Overdue, overdue, stands_still

log = logging.getLogger(__name__)

MINUTE = timedelta(minutes=1)
STANDS_STILL = {
    "alert": "Alerts wait to go on: {many}, the oldest for {minutes} minutes.",
    "check-in": "Check-ins were due, and nobody looked: {many}, the oldest for {minutes} minutes.",
    "message": "Messages wait to be sent: {many}, the oldest for {minutes} minutes.",
}
WAITS = "Calls or texts wait beside the database: {many}, the oldest for {minutes} minutes."
CANNOT_BE_READ = (
    "Of those nobody can read {many}, the oldest for {minutes} minutes: "
    "read what stands in the folder inbox by hand."
)


class Wrong(NamedTuple):
    """One thing that is wrong. `kind`: the same while the same is wrong."""

    kind: str
    words: str


def what_is_wrong(data: Path, now: datetime) -> list[Wrong]:
    """Return all that is wrong, the worst first; where the database cannot be read, that alone."""
    try:
        return [*_nobody_looks(now), *_stands_still(now), *_in_the_inbox(data, now), *_away(now)]
    except Exception as fault:  # whatever it is: that it cannot look is what is wrong
        log.exception("The watchdog could not look.")
        return [Wrong("database", f"The database cannot be read: {type(fault).__name__}.")]


def _nobody_looks(now: datetime) -> Iterator[Wrong]:
    last = beats.last_beat(now)
    if stands_still(last, now):
        since = f"for {_minutes(last, now)} minutes" if last else "yet"
        yield Wrong("looks", f"Nobody has looked for silence {since}.")


def _stands_still(now: datetime) -> Iterator[Wrong]:
    for one in overdue(now):
        yield Wrong(one.what, _said(one, now))


def _said(one: Overdue, now: datetime) -> str:
    return STANDS_STILL[one.what].format(many=one.many, minutes=_minutes(one.since, now))


def _in_the_inbox(data: Path, now: datetime) -> Iterator[Wrong]:
    waits = [one for one in inbox.that_wait(data) if stands_still(one.at, now)]
    spoilt = [one for one in waits if one.is_spoilt]
    if waits:
        yield Wrong("inbox", _waits(WAITS, waits, now))
    if spoilt:
        yield Wrong("spoilt", _waits(CANNOT_BE_READ, spoilt, now))


def _waits(words: str, those: Sequence[Waits], now: datetime) -> str:
    return words.format(many=len(those), minutes=_minutes(min(one.at for one in those), now))


def _away(now: datetime) -> Iterator[Wrong]:
    for one in provider_away.away():
        if stands_still(one.since, now):
            minutes = _minutes(one.since, now)
            words = f"The phone company takes no {one.channel}, for {minutes} minutes."
            yield Wrong(f"away:{one.channel}", words)


def _minutes(since: datetime, now: datetime) -> int:
    return round((now - since) / MINUTE)
