"""Words of a page that is too old are not kept; but a cry in them is heard, as a press of Help there is."""

from datetime import datetime

from checkin.actions.hear_own_words import call_of_no_talk, raise_for_all
from checkin.actions.tell_at_once import tell_at_once
from checkin.for_whom.of_somebody import OfSomebody
from checkin.storage.answers import Where
from checkin.storage.tables import new_id
from checkin.storage.transaction import kept_together


def hear_cry(person_id: str, words: str, device_id: str, now: datetime) -> bool:
    """Raise what these words call for, for whom the page was shown; say whether they did."""
    with kept_together():
        called = call_of_no_talk(person_id, words, new_id(), now)
        if isinstance(called, OfSomebody):
            tell_at_once(person_id, called, (), now, Where(device_id))
        elif called:
            raise_for_all(person_id, called, device_id, now)
        return called is not None
