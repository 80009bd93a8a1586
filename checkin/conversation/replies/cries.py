"""A cry for help: help, not OK, someone is hurting them, in our words or the person's own.

Source: texts.md B.4, thresholds.md T4 and T15. A cry missed is worse than a call too many.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import dropwhile

from checkin.conversation.replies.bare_words import bare
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.normal import Comparable
from checkin.conversation.replies.phrases import (
    Phrases,
    Words,
    apart,
    by_first_word,
    every_phrase,
    holds_any,
    without_any,
)


def asks_for_help(said: Comparable, language: Language, helps: Sequence[str] = ()) -> bool:
    """Whether this is help or not OK, in our words or the person's own: T4, before anything else."""
    whole = language.cries.whole
    if said.words in whole or bare(said.words, language) in whole or "🆘" in said.faces:
        return True
    return not_ok(said.words, language) or any(
        _holds_own(said.words, own, language) for own in helps
    )


def in_danger(said: Comparable, language: Language) -> bool:
    """Whether somebody calls for help inside a sentence, or is being hurt: T4 and T15.

    What is denied is left out, and all that is left is read: "i dont need help. he hit me".
    """
    cries, words = language.cries, said.words
    if bare(words, language) in cries.crisis_whole:
        return True
    if holds_any(apart(words, cries.no_crisis), cries.crisis):
        return True
    return holds_any(apart(words, cries.denied), cries.inside)


def without_what_was_before(said: Comparable, language: Language) -> str:
    """Return what is left to be heard without what may as well tell of before: "she took my bag"."""
    return " ".join((*without_any(said.words, language.cries.of_before), *said.faces))


def as_an_answer(said: Comparable, language: Language, *, asks_how: bool = False) -> Comparable:
    """Return an answer without what has another sense there: "more help with cooking".

    Whatever is a cry at any question is one here, but for help itself where the question asks how to.
    """
    if asks_how:
        helps = language.cries.help
        return said._replace(words=tuple("" if one in helps else one for one in said.words))
    if in_danger(said, language):
        return said
    return said._replace(words=apart(said.words, language.cries.another_sense))


def cries_out(said: Comparable, language: Language) -> bool:
    """Whether help is in a text anywhere, or trouble is; on a journey that is enough."""
    cries, leading_on = language.cries, language.all_is_ok.and_then
    alone = tuple(dropwhile(leading_on.__contains__, bare(said.words, language)))
    if alone in cries.alone_on_the_road:  # "attacked", and "ok but attacked"
        return True
    words = apart(apart(said.words, cries.denied), cries.helped)
    return not cries.help.isdisjoint(words) or holds_any(words, cries.on_the_road)


def not_ok(words: Words, language: Language) -> bool:
    """Whether it says not OK, in one of the ways people say it; "not not ok" says neither."""
    return holds_any(apart(words, language.cries.not_not_ok), _not_ok(language))


@lru_cache(maxsize=16)
def _not_ok(language: Language) -> Phrases:
    """Return the ways to say not OK: "not ok", "not feeling very safe"."""
    cries = language.cries
    between = ((), *cries.not_ok_between)
    return by_first_word(
        [*every_phrase(cries.not_ok), *(("not", *b, *fine) for b in between for fine in cries.fine)]
    )


def _holds_own(words: Words, own: str, language: Language) -> bool:
    """Whether the person's own help words are there, and not turned round ("not fuzzy")."""
    phrases, turning = _own(own, language)
    return holds_any(words, phrases) and turning.isdisjoint(words)


@lru_cache(maxsize=512)
def _own(words: str, language: Language) -> tuple[Phrases, frozenset[str]]:
    """Return a person's own help words to look for, and the words that would turn them round."""
    phrase = language.comparable(words).words
    return by_first_word([phrase]), language.negation.turns - set(phrase)
