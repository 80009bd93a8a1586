"""A person reads a text the same day: it goes on their list once, with what belongs to it."""

from datetime import timedelta

from checkin.actions.hearing import Hearing
from checkin.actions.loops import raise_loop_from_text
from checkin.agreements.happened import FreeMessage
from checkin.conversation.replies.meaning import Automatic, Free, Nothing
from checkin.for_whom.addressees import ForAReader
from checkin.for_whom.one_thought import LAST_MINUTE
from checkin.storage import texts_heard, what_was_sent

A_WHILE = timedelta(minutes=10)
MOST_ANSWERS = 3
"""So many answers in a while: a machine at the other end would answer each of ours."""
ANSWERS = ("free_msg", "not_understood")


def have_it_read(hearing: Hearing, whom: ForAReader) -> None:
    """Put it on the list of who reads it, and say so truly."""
    answered = put_to_read(hearing, whom)
    if answered >= MOST_ANSWERS:
        return
    if whom.left_open or isinstance(whom.meaning, Nothing):
        hearing.answer("not_understood")
    else:
        hearing.answer("free_msg", **hearing.keyworker())


def put_to_read(hearing: Hearing, whom: ForAReader) -> int:
    """Put it on the list, open a loop with whole words; return how often we answered of late."""
    meaning, answered = whom.meaning, _answers_in_a_while(hearing)
    named = _MEANT[type(meaning)]
    read_with = _read_with(hearing, named, quiet=answered >= MOST_ANSWERS)
    hearing.meant(named, check_in_id=whom.in_doubt, read_with=read_with)
    whole = isinstance(meaning, Free) and not whom.left_open
    if whole:
        raise_loop_from_text(hearing.heard, hearing.person.id, hearing.now)
    words = hearing.heard.words if isinstance(meaning, Nothing) else meaning.words
    hearing.raise_reached(FreeMessage(hearing.heard.id, words, read_with=read_with))
    return answered


def _answers_in_a_while(hearing: Hearing) -> int:
    texts = what_was_sent.texts_to(hearing.person.id, hearing.now - A_WHILE)
    return sum(one.about in ANSWERS for one in texts)


def _read_with(hearing: Hearing, meaning: str, *, quiet: bool) -> str:
    """Return the text whose place on the list it shares: its own, or that of the one before.

    Pieces of one thought share one, and so does what comes on and on without an answer.
    """
    goes_on = quiet or meaning == "automatic"
    since = hearing.now - (A_WHILE if goes_on else LAST_MINUTE)
    before = [
        one
        for one in texts_heard.texts_from(hearing.person.id, since)
        if one.meaning == meaning and one.id != hearing.heard.id
    ]
    return (before[-1].read_with if before else None) or hearing.heard.id


_MEANT = {Free: "free", Automatic: "automatic", Nothing: "nothing"}
