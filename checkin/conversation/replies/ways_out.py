"""Words that come before any answer: stop, and the other ways out of a question.

Source: texts.md B.4 and D ("Ways out").
"""

from dataclasses import fields
from functools import lru_cache
from typing import Literal

from checkin.conversation.replies.bare_words import bare
from checkin.conversation.replies.faces import senses
from checkin.conversation.replies.language import Commands, Language
from checkin.conversation.replies.normal import Comparable
from checkin.conversation.replies.phrases import Words, holds_any

CommandName = Literal["skip", "dont_know", "again", "back", "call_me", "pause", "no_more", "later"]

STOP_WORDS = frozenset(
    {"stop", "stopall", "unsubscribe", "end", "quit", "cancel", "revoke", "optout"}
)
START_WORDS = frozenset({"start", "unstop"})
# What phone companies may act on before we see it; never taught as answers.
CARRIER_WORDS = STOP_WORDS | START_WORDS | {"help", "info", "yes", "arret", "td", "remove"}
_CARRIER_BEFORE_ANSWERS = STOP_WORDS | START_WORDS | {"info"}


def carrier_word(said: Comparable) -> str | None:
    """Return the word that a phone company would act on, where it is the whole message.

    "s t o p" is, and so is "stop x".
    """
    word = said.words[0] if len(said.words) == 1 else "".join(said.typed)
    return word if word in _CARRIER_BEFORE_ANSWERS and not said.faces else None


def courteous_carrier_word(said: Comparable, language: Language) -> str | None:
    """Return that word with courtesy around it too, or said more than once: "stop pls"."""
    words = bare(said.words, language)
    word = carrier_word(said) or (words[0] if len(words) == 1 else "")
    thanks = senses(said.faces) <= {"thumb_up", "smile"}
    return word if word in _CARRIER_BEFORE_ANSWERS and thanks else None


def stops_texts(said: Comparable, language: Language) -> bool:
    """Whether it asks in own words for the texts to stop, and does not ask about it or deny it."""
    stopping, words = language.stopping, said.words
    if bare(words, language) in stopping.no_texts:
        return True
    if not holds_any(words, stopping.texts) or holds_any(words, stopping.not_stopped):
        return False
    asks_of = words[0] in stopping.asks_of and words[1] in stopping.somebody
    asks = words[0] in stopping.asks_why or asks_of
    return not asks and stopping.somebody_says.isdisjoint(words)


def starts_texts(said: Comparable, language: Language) -> bool:
    """Whether it asks in own words for the texts to begin again."""
    return bare(said.words, language) in language.stopping.start_texts


def stops_now(said: Comparable, language: Language) -> bool:
    """Whether it asks to stop this check-in, and says nothing else."""
    return said.words in language.stopping.stop_now


def command(said: Comparable, language: Language) -> CommandName | None:
    """Return the way out that this is and nothing else: skip, don't know, again, back ..."""
    if not said.words and said.asks and not said.faces:
        return "dont_know"
    return _commands(language).get(said.words)


@lru_cache(maxsize=16)
def _commands(language: Language) -> dict[Words, CommandName]:
    names: list[CommandName] = [one.name for one in fields(Commands)]  # type: ignore[misc]  # its fields are these names
    return {words: name for name in names for words in getattr(language.commands, name)}
