"""What free words, by text or speech, come to at this step of this conversation.

Understanding says what they mean; here that becomes a reply like any other, or a question back.
"""

from collections.abc import Mapping

from checkin.conversation.replies.language import Language
from checkin.conversation.replies.time_of_day import time_of_day
from checkin.conversation.replies.understanding import (
    AskAgain,
    Command,
    KeptAsOwnWords,
    ReadBack,
    Taken,
    Understood,
    understand,
)
from checkin.conversation.talking.answering import SEVERAL, fits
from checkin.conversation.talking.asked import Asked
from checkin.conversation.talking.prompt import Prompt
from checkin.conversation.talking.said import (
    Back,
    DontKnow,
    NotNow,
    OwnWordsGiven,
    Picked,
    Reply,
    Said,
    Skip,
)
from checkin.conversation.talking.scene import Scene

Unclear = ReadBack | AskAgain | KeptAsOwnWords

_WAYS_OUT: Mapping[str, Reply | None] = {
    "again": None,
    "skip": Skip(),
    "dont_know": DontKnow(),
    "back": Back(),
    "later": NotNow("today"),
    "pause": NotNow("not_this_time"),
}


def hear(now: Scene, said: Said, asked: Asked) -> Reply | Unclear | None:
    """Return the reply that these words are here, or in which way they are unclear.

    None is nothing said, or "again": the same question is to be put.

    Help, stop and secret words are met before this (by the channel); one that gets here all
    the same is kept as own words, for a person to read.
    """
    if not said.words.strip():
        return None
    so_far = now.so_far
    meaning = understand(
        said.words,
        asked.options,
        now.frame.language,
        checking=so_far.checking,
        attempt=so_far.attempt,
        many=asked.kind in SEVERAL,
    )
    if isinstance(meaning, Command) and meaning.name in _WAYS_OUT:
        return _WAYS_OUT[meaning.name]
    if asked.kind in ("own_words", "photo", "private_word", "say"):
        return OwnWordsGiven(said.words)
    read = _as_a_choice(meaning, asked, checked=so_far.checking is not None)
    return read if isinstance(read, Picked) else _as_a_time(said, asked, now.frame.language) or read


def is_plain_no(said: Said, check: Prompt, language: Language) -> bool:
    """Tell whether "Did you mean this?" was answered with no, and no more than that."""
    meaning = understand(said.words, check.options, language)
    return isinstance(meaning, Taken) and meaning.choices == ("no",)


def _as_a_choice(meaning: Understood, asked: Asked, *, checked: bool) -> Picked | Unclear:
    match meaning:
        case Taken(choices=choices, how=how) if fits(asked, choices):
            return Picked(choices, how)
        case ReadBack() if not checked:  # one close match is read back, not a second
            return meaning
        case ReadBack() | AskAgain():
            return AskAgain()
        case _:
            return KeptAsOwnWords()


def _as_a_time(said: Said, asked: Asked, language: Language) -> Picked | None:
    """Read "8.30" and "half ten", where a time was asked for."""
    found = None
    if asked.kind == "time":
        found = time_of_day(language.comparable(said.words), language)
    return Picked((found,), "exact") if found else None
