"""Whether a text really says OK: the words that say it, and all that speaks against it.

Source: texts.md B.4. A wrong OK leaves somebody in trouble unseen; a missed one costs a call.
"""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from checkin.conversation.replies.faces import senses
from checkin.conversation.replies.language import Language
from checkin.conversation.replies.negation import is_question
from checkin.conversation.replies.normal import Comparable
from checkin.conversation.replies.phrases import (
    Phrases,
    Words,
    by_first_word,
    holds_any,
    without_any,
)
from checkin.conversation.replies.spelling import meant

SHORTEST_LONG = 5  # letters; a slip of a shorter word is too often another word


def without_greeting(words: Words, language: Language, name: Words) -> Words:
    """Leave "hi there" out, which is no "there", and "Dev here" where that is their own name."""
    known = language.all_is_ok
    words = without_any(words[:2], known.greetings) + words[2:]
    for before in known.before_own_name:
        if name and words[: len(before) + len(name)] == (*before, *name):
            return words[len(before) + len(name) :]
    if not name or words[: len(name)] != name:
        return words
    rest = words[len(name) :]
    return rest[1:] if rest[:1] and rest[0] in known.after_own_name and rest[1:] else rest


def is_just_ok(words: Words, language: Language) -> bool:
    """Whether it says OK, here, home or arrived, and nothing besides that counts."""
    known = language.all_is_ok
    said = known.ok & set(words)
    if "please" in words and said != {"ok"}:
        return False
    quiet = (known.ok | known.quiet).issuperset(words)
    return len(said) == 1 and quiet and not is_question(words, language)


def is_yes(words: Words, language: Language) -> bool:
    """Whether it says yes, and no more than that it is so."""
    return "yes" in words and _beside(language).issuperset(words)


@lru_cache(maxsize=16)
def _beside(language: Language) -> frozenset[str]:
    return language.all_is_ok.beside_ok | language.all_is_ok.ok | {"yes"}


def only_thanks(text: str, language: Language) -> bool:
    """Whether it says thanks, and nothing besides: no question, and no face that says otherwise."""
    return _thanks_alone(language.comparable(text), language)


def thanks_somebody(text: str, names: Iterable[str], language: Language) -> bool:
    """Whether it says no more than thanks, to one of these, or for what nobody has to decide."""
    said, known = language.comparable(text), language.all_is_ok
    theirs = by_first_word(language.comparable(name).words for name in names)
    rest = without_any(without_any(said.words, theirs), known.thanked_for)
    return _thanks_alone(said._replace(words=rest), language)


def _thanks_alone(said: Comparable, language: Language) -> bool:
    known = language.all_is_ok
    thanks = not known.thanking.isdisjoint(said.words)
    alone = (known.thanking | known.beside_thanks).issuperset(said.words)
    return thanks and alone and not said.asks and senses(said.faces) <= {"thumb_up", "smile"}


def says_arrived(words: Words, language: Language) -> bool:
    """Whether it says home, here or arrived, with nothing but what is harmless beside it.

    "home please" and "me home" may ask to be taken there.
    """
    known = language.all_is_ok
    if words[:1] == ("me",) and words[1:2] != ("home",):
        words = words[1:]
    words = tuple(word for word, after in pairwise((*words, "")) if not _counts(word, after))
    if "please" in words and "ok" not in words:
        return False
    if words[-1:] == ("ok",) and not without_any(words[:-1], known.on_board):
        return True
    plain = without_any(without_any(words, _at_a_place(language)), known.beside_it)
    rest = without_any(plain, known.as_good_as_home)
    says_so = rest != plain or not known.ok.isdisjoint(rest)
    return says_so and _beside(language).issuperset(rest)


def says_more(words: Words, language: Language) -> bool:
    """Whether an OK asks for something or says how things are, besides where they are and thanks.

    "ok on the bus now" says no more than that; "ok sorry phone died" does.
    """
    known = language.all_is_ok
    harmless = (known.on_board, _at_a_place(language), known.beside_it, known.as_good_as_home)
    for phrases in (*harmless, known.no_harm, known.greetings):
        words = without_any(words, phrases)
    words = tuple(word for word, after in pairwise((*words, "")) if not _counts(word, after))
    plain = _beside(language) | known.quiet | known.thanking | known.beside_thanks
    return not plain.issuperset(words)


@lru_cache(maxsize=16)
def _at_a_place(language: Language) -> Phrases:
    places = language.plans_for_today.places
    return by_first_word((*at, place) for at in language.all_is_ok.at for place in places)


def _counts(word: str, after: str) -> bool:
    """Whether it counts minutes, as in "home 10 mins ago"."""
    return word.isdigit() and after == "minutes"


def denies_ok(after: Words, language: Language) -> bool:
    """Whether the words after an OK put it in doubt, ask something, or tell of trouble."""
    known = language.all_is_ok
    rest = without_any(after, known.no_harm)
    if rest[:1] == ("to",):  # "ok to go home" asks
        return True
    if rest[-1:] == ("forgot",) and "sorry" in rest:  # "sorry I forgot": to text
        rest = rest[:-1]
    while rest[:1] and rest[0] in known.and_then:
        rest = rest[1:]
    if is_question(rest, language) or holds_any(rest, known.against):
        return True
    return any(_denies(word, language) for word in rest)


def _denies(word: str, language: Language) -> bool:
    """Whether one word denies it; a time or a bus does, and so does a slip of such a word."""
    short, long = _denying(language)
    said = word in short or word in long or word[-1:].isdigit()
    return said or meant(word, long, language.spelling) is not None


@lru_cache(maxsize=16)
def _denying(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that deny it, short ones and long ones."""
    every = language.negation.turns | language.all_is_ok.denying
    long = frozenset(word for word in every if len(word) >= SHORTEST_LONG)
    return every - long, long
