"""The secret word counts wherever it is used: written on a tablet too, before anything is sent."""

from collections.abc import Iterable
from datetime import datetime

from checkin.actions.as_rules_see import as_person
from checkin.actions.raise_alert import raise_alert
from checkin.actions.set_secret_word import secret_words_of
from checkin.agreements.happened import WordUsed
from checkin.agreements.thresholds import reached
from checkin.conversation.normal import heard
from checkin.conversation.secret_word import secret_word_in
from checkin.conversation.talk import Given
from checkin.storage import agreements, people
from checkin.storage.tables import CheckInRow


def listen_for_the_word(check_in: CheckInRow, given: Iterable[Given], now: datetime) -> None:
    """Raise the alert that was agreed when own words hold the secret word; nothing shows of it."""
    words = [one.words for one in given if one.words]
    secrets = secret_words_of(check_in.person_id, now) if words else ()
    used = [secret_word_in(heard(one).typed, secrets) for one in words] if secrets else []
    found = [near for near in used if near is not None]
    if not found:
        return
    person = people.the_person(check_in.person_id)
    in_force = agreements.agreements_of(person.id, now)
    agreed = next(iter(in_force), None)
    happened = WordUsed(f"{check_in.id}:{check_in.turns}", near=all(found))
    for one in reached(
        [one.agreement for one in in_force], happened, now, person=as_person(person, agreed)
    ):
        raise_alert(person, one, now, agreed=agreed, check_in_id=check_in.id)
