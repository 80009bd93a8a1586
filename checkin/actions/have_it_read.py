"""A person reads a text the same day: it goes on their list once, with what belongs to it."""

from collections.abc import Collection, Mapping
from datetime import timedelta

from checkin.actions.flows_in_use import flows_in_use
from checkin.actions.hearing import THANKS, Hearing
from checkin.actions.loops import go_on_in_loop, raise_loop_from_text
from checkin.actions.who_reads import who_reads
from checkin.agreements.happened_by_text import FreeMessage
from checkin.conversation.flows.leaned_on import TEXTS
from checkin.conversation.replies.meaning import Automatic, Free, Nothing
from checkin.conversation.replies.own_words import OwnWordsAre, open_nothing, own_words_are
from checkin.for_whom.addressees import ForAReader
from checkin.for_whom.one_thought import LAST_MINUTE
from checkin.storage import texts_heard, what_was_sent
from checkin.storage.tables import HeardRow

A_WHILE = timedelta(minutes=10)
MOST_ANSWERS = 3
"""So many answers in a while: a machine at the other end would answer each of ours."""
MOST_ALIKE = 2
PLAIN = "free_msg"
MET: Mapping[OwnWordsAre, str] = {
    "worry": "free_worry",
    "wish": "free_wish",
    "question": "free_question",
}
THANKED, NO_WORDS = "thanked", "no_words"
ANSWERS = (PLAIN, *MET.values(), "not_understood", NO_WORDS)


def have_it_read(hearing: Hearing, whom: ForAReader) -> None:
    """Put it on the list of who reads it, and say so truly; a machine is not answered for ever.

    Thanks and an OK that nothing waits for are met, and on nobody's list.
    """
    if _asks_for_nothing(hearing, whom) and not (whom.in_doubt or whom.nothing_asked):
        _meet(hearing, _words(hearing, whom))
        return
    with_, quiet = put_to_read(hearing, whom)
    if quiet:
        return
    if isinstance(whom.meaning, Nothing):
        hearing.answer(NO_WORDS if NO_WORDS in written() else "not_understood")
    elif whom.left_open:
        hearing.answer("not_understood")
    elif whom.nothing_asked:
        hearing.answer("nothing_asked")
    elif reads := who_reads(with_, hearing.now):
        hearing.answer(_met(hearing, whom), staff=reads.names, by=reads.by)
    else:
        hearing.answer("not_understood")


def _asks_for_nothing(hearing: Hearing, whom: ForAReader) -> bool:
    whole = isinstance(whom.meaning, Free) and not whom.left_open
    return whole and open_nothing(_words(hearing, whom), hearing.journey)


def _meet(hearing: Hearing, words: str) -> None:
    """Meet it once in a while, an OK as one that came again; a machine would thank for ever."""
    hearing.meant("courtesy")
    texts = what_was_sent.texts_to(hearing.person.id, hearing.now - A_WHILE)
    if any(one.about in (THANKED, *THANKS) for one in texts):
        return
    if own_words_are(words, hearing.journey) == "ok":
        hearing.thank(again=True)
    elif THANKED in written():
        hearing.answer(THANKED)


def _met(hearing: Hearing, whom: ForAReader) -> str:
    """Return the text that meets these words as what they are; one that is not written is the plain one."""
    message = MET.get(own_words_are(_words(hearing, whom), hearing.journey), PLAIN)
    return message if message in written() else PLAIN


def written() -> Collection[str]:
    """Return the names of the texts that are written here: files of before have fewer."""
    return flows_in_use().flows[TEXTS].messages


def _words(hearing: Hearing, whom: ForAReader) -> str:
    return hearing.heard.words if isinstance(whom.meaning, Nothing) else whom.meaning.words


def put_to_read(hearing: Hearing, whom: ForAReader) -> tuple[str, bool]:
    """Put it on the list, open a loop with whole words.

    Return the id of the text whose place there it shares, and whether it comes on and on by itself.
    """
    meaning, quiet = whom.meaning, _comes_on_and_on(hearing, whom)
    named = _MEANT[type(meaning)]
    read_with = _read_with(hearing, named, quiet=quiet)
    hearing.meant(named, check_in_id=whom.in_doubt, read_with=read_with)
    _open_loop(hearing, whom)
    words = _words(hearing, whom)
    hearing.raise_reached(FreeMessage(hearing.heard.id, words, read_with=read_with))
    return read_with, quiet


def _open_loop(hearing: Hearing, whom: ForAReader) -> None:
    heard, person_id, now = hearing.heard, hearing.person.id, hearing.now
    if _asks_for_nothing(hearing, whom):
        return
    match whom:
        case ForAReader(Free(words), left_open=False):
            raise_loop_from_text(heard, person_id, now, words=words)
        case ForAReader(Free(words), left_open=True) if words != heard.words:
            go_on_in_loop(_before(hearing, LAST_MINUTE)[-1], heard, person_id, now)
        case _:
            pass  # half a thought: the rest is still to come


def _comes_on_and_on(hearing: Hearing, whom: ForAReader) -> bool:
    """Whether it looks like a machine that we answered often: known phrases, or the same a third time.

    A person's own words that are new are never one, however many there are.
    """
    texts = what_was_sent.texts_to(hearing.person.id, hearing.now - A_WHILE)
    if sum(one.about in ANSWERS for one in texts) < MOST_ANSWERS:
        return False
    same = _without_numbers(hearing.heard.words)
    before = [_without_numbers(one.words) for one in _before(hearing, A_WHILE)]
    return isinstance(whom.meaning, Automatic) or before.count(same) >= MOST_ALIKE


def _without_numbers(words: str) -> str:
    """Return what a machine repeats: its words, whatever number or time it puts in each."""
    typed = words.casefold().split()
    return " ".join(one for one in typed if not any(map(str.isdigit, one))) or " ".join(typed)


def _before(hearing: Hearing, of_late: timedelta) -> list[HeardRow]:
    """Return the texts that came before this one, the oldest first."""
    since = texts_heard.texts_from(hearing.person.id, hearing.now - of_late)
    return [one for one in since if one.id != hearing.heard.id]


def _read_with(hearing: Hearing, meaning: str, *, quiet: bool) -> str:
    """Return the text whose place on the list it shares: its own, or that of the one before.

    Pieces of one thought share one, and so does what comes on and on without an answer.
    """
    goes_on = quiet or meaning == "automatic"
    since = A_WHILE if goes_on else LAST_MINUTE
    before = [one for one in _before(hearing, since) if one.meaning == meaning]
    return (before[-1].read_with if before else None) or hearing.heard.id


_MEANT = {Free: "free", Automatic: "automatic", Nothing: "nothing"}
