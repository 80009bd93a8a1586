"""What a phone writes by itself: a signature, a reaction that quotes us, an automatic answer.

None of it is the person speaking. What they sent is kept whole; only the reading leaves it out.
Source: texts.md B.4.
"""

import re
import unicodedata
from functools import lru_cache

from checkin.conversation.replies.language import Language
from checkin.conversation.replies.normal import LONGEST_READ, QUOTES, typed_words
from checkin.conversation.replies.phrases import Words, holds_any, phrase_at, without_any

LONGEST_FIRST = 20  # characters in which a reaction has begun
LONGEST_SIGNATURE = 12  # words below a line of dashes; more is a letter, and read

_QUOTE = re.compile("[" + "".join(sorted(QUOTES)) + "]")
_DASHES = re.compile(r"^[-_\u2013\u2014]{2,} ?$", re.MULTILINE)
_QUOTED_LINE = re.compile(r"^\s*>.*$", re.MULTILINE)  # as an e-mail repeats what it answers


def without_quotes(text: str, language: Language) -> str:
    """Leave out a reaction with the text of ours that it quotes; "" where nothing else was said."""
    seen = text[:LONGEST_READ]
    quote = _QUOTE.search(seen)
    if quote is None:
        return "" if _reacts_to_a_thing(seen, language) else _unquoted(text)
    at = quote.start()
    if not _is_reaction(seen[:at], language):
        return _unquoted(text)
    # What comes after the last quotation mark is the person's own again.
    last = max(seen.rfind(mark) for mark in QUOTES)
    return seen[last + 1 :] if last > at else ""


def _unquoted(text: str) -> str:
    return _QUOTED_LINE.sub("", text) if ">" in text else text


def _is_reaction(before: str, language: Language) -> bool:
    """Whether this stands before a quoted text of ours: "Liked", "Reacted 👍 to", "❤️ to"."""
    known, words = language.by_the_phone, typed_words(before)
    if not (known.reactions | known.reaction_words).issuperset(words):
        return False
    return not known.reactions.isdisjoint(words[:1]) or any(map(_is_a_face, before))


def _is_a_face(letter: str) -> bool:
    return unicodedata.category(letter) == "So"


def _reacts_to_a_thing(text: str, language: Language) -> bool:
    """Whether it is a reaction to a picture or the like: "Loved a photo"."""
    known = language.by_the_phone
    if known.reactions.isdisjoint(text[:LONGEST_FIRST].casefold().split()):
        return False
    words = typed_words(text)
    every = known.reactions | known.reaction_words | known.reacted_to
    return words[0] in known.reactions and words[-1] in known.reacted_to and every.issuperset(words)


def without_signature(text: str, language: Language) -> str:
    """Leave out "Sent from my ..." and what stands below a line of dashes.

    Only where nothing but the name of a device follows: "sent from my mums phone help" is words.
    """
    dashes = _DASHES.search(text) if "\n" in text else None
    if dashes and dashes.start() and len(typed_words(text[dashes.end() :])) <= LONGEST_SIGNATURE:
        text = text[: dashes.start()]
    for signed in _signed(language).finditer(text):
        after = typed_words(text[signed.end() :])
        if all(word in language.by_the_phone.device or _is_a_model(word) for word in after):
            return text[: signed.start()]
    return text


def _is_a_model(word: str) -> bool:
    """Whether it names a device by letter and number: S21, A52s."""
    return word[:1].isalpha() and any(map(str.isdigit, word))


@lru_cache(maxsize=16)
def _signed(language: Language) -> re.Pattern[str]:
    """Return how a signature begins, to be searched for."""
    begins = sorted(r"\s+".join(map(re.escape, words)) for words in language.by_the_phone.signed)
    return re.compile(rf"(?:^|(?<=\s))(?:{'|'.join(begins)})\b", re.IGNORECASE)


def is_automatic(words: Words, language: Language) -> bool:
    """Whether a phone, a network or a robot wrote it: driving, out of office, no credit."""
    known = language.by_the_phone
    if holds_any(words, known.automatic):
        return True
    return bool(words and phrase_at(words, 0, known.automatic_first))


def without_advice(words: Words, language: Language) -> Words:
    """Leave out where a robot tells everybody to ring."""
    return without_any(words, language.by_the_phone.advice)
