"""The secret word: found wherever it stands in a text, and refused while it is chosen if it cannot work.

Source: thresholds.md T3, texts.md B.4 and its provider warning.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from checkin.conversation.replies.language import Language
from checkin.conversation.replies.normal import typed_words
from checkin.conversation.replies.spelling import one_slip, squeezed
from checkin.conversation.replies.ways_out import CARRIER_WORDS

SHORTEST = 4
SHORTEST_WITH_A_SLIP = 6


@lru_cache(maxsize=512)
def _joined(word: str) -> str:
    return "".join(typed_words(word))


def secret_word_in(typed: Sequence[str], secret_words: Sequence[str]) -> bool | None:
    """Return None where there is none, else whether it was only near: a slip, or letters apart."""
    found: bool | None = None
    for secret in filter(None, map(_joined, secret_words)):
        if secret in typed:
            return False
        if any(_near(piece, secret) for piece in _pieces(typed, len(secret))):
            found = True
    return found


def _pieces(typed: Sequence[str], length: int) -> Iterator[str]:
    """Yield every run of words, joined, that is about as long as the secret word."""
    for start in range(len(typed)):
        piece = ""
        for word in typed[start:]:
            piece += word
            if len(piece) >= length - 1:
                yield piece
            if len(piece) > length:
                break


def _near(piece: str, secret: str) -> bool:
    if piece == secret:
        return True
    if len(secret) < SHORTEST_WITH_A_SLIP:
        return False
    doubled = piece[0] == secret[0] and squeezed(piece) == squeezed(secret)
    return doubled or one_slip(piece, secret)


def refuse(word: str, language: Language, circle_names: Sequence[str] = ()) -> str | None:
    """Return a sentence saying why this cannot be a secret word, or None where it can."""
    plain = _joined(word)
    names = {name for full in circle_names for name in typed_words(full)} | {
        _joined(full) for full in circle_names
    }
    if sum(letter.isalpha() for letter in plain) < SHORTEST:
        return "Pick a longer word. It needs 4 letters or more."
    if plain in CARRIER_WORDS:
        return "Phone companies use this word. Pick another word."
    if plain in language.secret_word.our_words:
        return "This word means something else in our texts. Pick another word."
    if plain in names:
        return "This is the name of someone you know. Pick another word."
    if plain in language.spelling.everyday:
        return "People say this word every day. Pick a word you do not often say."
    return None
