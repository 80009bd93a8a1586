"""Where somebody goes when things are hard: texts and staff go by what stands in their own words."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from checkin.agreements.how_asked import Lines
from checkin.lives.record import CHECKIN
from checkin.storage import circles, own, own_sets

LONGEST = 120  # letters of one place


def keep_places_as_they_were(person_id: str, now: datetime) -> None:
    """Keep first the places that were picked before any were set here."""
    names = [one.name for one in circles.places_of(person_id)]
    if names and Lines.PLACES not in own_sets.standing([person_id])[person_id]:
        own_sets.put_lines(person_id, Lines.PLACES, names, CHECKIN, now)


def follow_places(person_id: str) -> None:
    """Let the places be those that stand now: they were set, put back or taken back."""
    stands = own_sets.standing([person_id])[person_id].get(Lines.PLACES)
    if stands and (stands.words or not stands.lines):  # a voice note alone names none to a text
        own.put_places(person_id, [*places_in(stands.words)])


def places_in(words: Iterable[str]) -> Iterator[str]:
    """Yield each place: a line is one, as an address has commas."""
    for line in words:
        yield from (one.strip()[:LONGEST] for one in line.splitlines() if one.strip())
