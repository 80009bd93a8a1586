"""A person picks a secret word, in private."""

from datetime import datetime, timedelta

from checkin.actions.flows_in_use import flows_in_use
from checkin.conversation.replies.secret_word import refuse
from checkin.installation import here
from checkin.lives.record import Entry
from checkin.storage import people, record, secret_words
from checkin.storage.transaction import kept_together

OLD_WORD_COUNTS = timedelta(days=30)


def set_secret_word(person_id: str, word: str, now: datetime) -> str | None:
    """Keep the word, sealed; or say why it cannot be one. The old one counts 30 days more."""
    names = [one.name for one in people.circle_of(person_id)]
    why_not = refuse(word, flows_in_use().library.language, names)
    if why_not is None:
        with kept_together():
            secret_words.put(person_id, word, _key(), now, now + OLD_WORD_COUNTS)
            by = f"person:{person_id}"
            record.note([Entry(now, by, "secret_word_set", by, {}, person_id)])  # never the word
    return why_not


def secret_words_of(person_id: str, now: datetime) -> tuple[str, ...]:
    """Return the words that count now."""
    return secret_words.words_of(person_id, _key(), now)


def _key() -> str:
    return here().settings.secret_key
