"""Own words in a check-in that are thanks, or no more than OK: as by text, they open nothing."""

from dataclasses import replace
from datetime import datetime

from checkin.actions.close_telling import open_tellings
from checkin.actions.hearing import journey_of
from checkin.actions.loops import raise_loop
from checkin.actions.say_to_person import is_told_apart
from checkin.conversation.replies.own_words import open_nothing
from checkin.conversation.talking.given import Given
from checkin.storage import agreements, people
from checkin.storage.tables import CheckInRow


def open_loop(check_in: CheckInRow, given: Given, now: datetime, *, apart: str = "") -> None:
    """Open a loop with own words of a check-in, but where they ask for nothing. `apart`: of `raise_loop`."""
    if not asks_for_nothing(check_in, given, now):
        raise_loop(check_in, given, now, apart=apart)


def asks_for_nothing(check_in: CheckInRow, given: Given, now: datetime) -> bool:
    """Say whether they are. While somebody is to act on what was told apart, a name is no thanks."""
    if given.media or not given.words or is_told_apart(check_in, now):
        return False
    person = people.the_person(check_in.person_id)
    journey = journey_of(person, agreements.agreements_of(person.id, now), now)
    if open_tellings(person.id):
        journey = replace(journey, around=())
    return open_nothing(given.words, journey)
