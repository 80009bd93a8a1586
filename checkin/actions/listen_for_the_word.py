"""The secret word counts wherever it is used: written on a tablet too, before anything is sent."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from checkin.actions.raise_reached import raise_reached
from checkin.actions.set_secret_word import secret_words_of
from checkin.agreements.happened import WordUsed
from checkin.conversation.replies.normal import typed_words
from checkin.conversation.replies.secret_word import secret_word_in
from checkin.conversation.talking.given import Given
from checkin.storage import people
from checkin.storage.tables import CheckInRow


def listen_for_the_word(check_in: CheckInRow, given: Iterable[Given], now: datetime) -> None:
    """Raise the alert that was agreed when own words hold the secret word; nothing shows of it."""
    words = [one.words for one in given if one.words]
    listen_in(check_in.person_id, words, f"{check_in.id}:{check_in.turns}", now, check_in.id)


def listen_in(
    person_id: str,
    words: Sequence[str],
    source_id: str,
    now: datetime,
    check_in_id: str | None = None,
) -> None:
    """Do so for words of one source, of a check-in or of none."""
    secrets = secret_words_of(person_id, now) if words else ()
    used = [secret_word_in(typed_words(one), secrets) for one in words] if secrets else []
    found = [near for near in used if near is not None]
    if not found:
        return
    happened = WordUsed(source_id, near=all(found))
    raise_reached(people.the_person(person_id), happened, now, check_in_id=check_in_id)
