"""A person picks a secret word, in private."""

from datetime import datetime, timedelta

from checkin.actions.flows_in_use import flows_in_use
from checkin.conversation.replies.secret_word import refuse
from checkin.installation import here
from checkin.lives.record import Entry, by_person
from checkin.storage import circles, people, record, secret_words
from checkin.storage.tables import PersonRow
from checkin.storage.transaction import kept_together
from checkin.wording import in_a_row

OLD_WORD_COUNTS = timedelta(days=30)


def set_secret_word(person_id: str, word: str, now: datetime) -> str | None:
    """Keep the word, sealed; or say why it cannot be one. The old one counts 30 days more."""
    names = [one.name for one in circles.circle_of(person_id)]
    why_not = refuse(word, flows_in_use().library.language, names)
    if why_not is None:
        with kept_together():
            secret_words.put(person_id, word, _key(), now, now + OLD_WORD_COUNTS)
            by = by_person(person_id)
            record.note([Entry(now, by, "secret_word_set", by, {}, person_id)])  # never the word
    return why_not


def secret_words_of(person_id: str, now: datetime) -> tuple[str, ...]:
    """Return the words that count now."""
    return secret_words.words_of(person_id, _key(), now)


def sealed_away() -> list[PersonRow]:
    """Return whose secret word cannot be opened with the key we run with, by name."""
    theirs = people.people_by_id(secret_words.sealed_away(_key()))
    return sorted(theirs.values(), key=lambda one: (one.called, one.id))


def words_that_are_sealed() -> str | None:
    """Say for whoever runs this whose words cannot be read, and what to do; None: all can be."""
    theirs = [one.called for one in sealed_away()]
    if not theirs:
        return None
    whose = f"{len(theirs)} people" if len(theirs) > 1 else "1 person"
    return (
        f"The secret words of {whose} cannot be read ({in_a_row(theirs)}): CHECKIN_SECRET_KEY is "
        "not the one they were sealed with. Start with the old key again, or have them set anew."
    )


def _key() -> str:
    return here().settings.secret_key
