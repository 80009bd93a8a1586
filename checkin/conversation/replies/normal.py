"""A copy of what was said that can be compared; what was said itself is never changed.

Source: flow-language.md "Understanding a reply", trust.md (bad input).
"""

import re
import unicodedata
from itertools import groupby
from typing import NamedTuple

from checkin.conversation.replies.spelling import Spelling, canonical, unstretched

OTHER_QUESTION_MARKS = "\u061f\u00bf\u203d"  # the Arabic and Spanish ones, and one that shouts
QUOTES = frozenset('"\u201c\u201d\u201e\u00ab\u00bb')
HELD = 3  # letters; "kk" and "k k" are OK
LONGEST_READ = 2_000  # characters; the rest of a longer text is kept, not matched

# Letters of other alphabets that look like ours: somebody's keyboard, or somebody's trick.
LOOKALIKES = str.maketrans(
    "авеѕікмнорстухјѵԁԛԝαβεικνορτυχ\u0131\u0142\u2019\u2018\u02bc\u00b4`",
    "abesikmhopctyxjvdqwabeiknoptuxil'''''",
)
TYPED_FACES = {
    ":'(": "😢", ":-)": "🙂", ":-(": "🙁", ";-)": "😏", ":-/": "😕", ":-|": "😐", ":-p": "😜", ":-d": "😀",
    ":)": "🙂", ":(": "🙁", "=)": "🙂", "=(": "🙁", ";)": "😏", ":/": "😕", ":|": "😐", ":p": "😜", ":d": "😀",
    "<3": "❤", "</3": "💔",
}  # fmt: skip

_TYPED_FACE = re.compile(r"(?<!\d)(?:" + "|".join(map(re.escape, TYPED_FACES)) + r")(?!\w)")
_FACE_STARTS = frozenset(face[0] for face in TYPED_FACES)
_WORD = re.compile(
    r"[-+£$€]?\d+(?:[.:/\u2044-]\d+)+|[-+£$€]?\d[^\W_]*%?|[^\W\d_](?:\w|'(?=\w))*|_+"
)
_NOUGHT_FOR_O = re.compile(r"(?<=[^\W\d_])0(?=[^\W\d_])")
_JOINED = re.compile(r"(?<=[^\W_])_+(?=[^\W_])")  # "marcus_hit_me"
_KISS = re.compile("x+|x[xo]+x?").fullmatch
_SKIN = frozenset("🏻🏼🏽🏾🏿")


class Comparable(NamedTuple):
    """What was said, made comparable.

    typed: the words as typed, lower case, without marks.
    words: the same in their usual form, without kisses: "im" is i am, "yep" is yes.
    faces: the emoji in order, without skin tones.
    asks: it carries a question mark. quotes: it carries quotation marks.
    """

    typed: tuple[str, ...]
    words: tuple[str, ...]
    faces: tuple[str, ...]
    asks: bool
    quotes: bool


def comparable(said: str, spelling: Spelling) -> Comparable:
    """Read a reply into words and faces; any text at all can be read."""
    text, faces = _plain_text(said)
    typed = _spelt_out(_words(text), spelling.spelt)
    unkissed = _without_kisses(typed) if "x" in text else typed
    return Comparable(
        typed=typed,
        words=canonical(unstretched(_joined_where_held(unkissed), spelling), spelling),
        faces=faces,
        asks="?" in text,
        quotes=not QUOTES.isdisjoint(text),
    )


def typed_words(said: str) -> tuple[str, ...]:
    """Return the words as typed, lower case and without marks, in whatever language."""
    return _words(_plain_text(said)[0])


def _words(text: str) -> tuple[str, ...]:
    words = tuple(_WORD.findall(text))
    return tuple(word.replace("'", "") for word in words) if "'" in text else words


def _plain_text(said: str) -> tuple[str, tuple[str, ...]]:
    """Return a reply in plain letters, with typed faces as emoji, and the emoji in order."""
    text = said[:LONGEST_READ].casefold()
    faces: tuple[str, ...] = ()
    if not text.isascii():
        text = _plain_letters(text)
    if not _FACE_STARTS.isdisjoint(text):
        text = _TYPED_FACE.sub(lambda face: TYPED_FACES[face[0]], text)
    if not text.isascii():
        faces = tuple(c for c in text if unicodedata.category(c) == "So")
    if "_" in text:
        text = _JOINED.sub(" ", text)
    if "0" in text:
        text = _NOUGHT_FOR_O.sub("o", text)
    return text, faces


def _joined_where_held(typed: tuple[str, ...]) -> tuple[str, ...]:
    """Join one letter three times or more: "k k k" and "kk kk" are what a pocket types, as "kkk"."""
    if len(typed) <= 1:
        return typed
    words: list[str] = []
    for letter, run in groupby(typed, key=_one_letter):
        same = [*run]
        held = letter and sum(map(len, same)) >= HELD
        words += ["".join(same)] if held else same
    return tuple(words)


def _one_letter(word: str) -> str:
    """Return the letter that a word is made of, alone; "" for any other word."""
    return word[0] if word.isalpha() and len(set(word)) == 1 else ""


def _spelt_out(typed: tuple[str, ...], spelt: tuple[str, ...]) -> tuple[str, ...]:
    """Join a word that was spelt letter by letter: "s o s", "not o k"."""
    if len([word for word in typed if len(word) == 1]) <= 1:
        return typed
    words: list[str] = []
    place = 0
    while place < len(typed):
        word = next((w for w in spelt if typed[place : place + len(w)] == tuple(w)), None)
        words.append(word or typed[place])
        place += len(word or "1")
    return tuple(words)


def _without_kisses(typed: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the x, xx or xxx that ends a text; "x" alone and "2 x 3" stay."""
    if not any(map(_KISS, typed)):
        return typed
    last = len(typed) - 1
    return typed[:1] + tuple(
        word
        for place, word in enumerate(typed[1:], start=1)
        if not _KISS(word) or (typed[place - 1].isdigit() and place < last)
    )


def _plain_letters(text: str) -> str:
    """Fold widths, accents, look-alike letters and other scripts' digits; drop what is unseen."""
    spread = unicodedata.normalize("NFKD", text).casefold()
    return "".join(_plain(character) for character in spread).translate(LOOKALIKES)


def _plain(character: str) -> str:
    if character.isascii():
        return character
    category = unicodedata.category(character)
    if category in ("Nd", "No") and unicodedata.digit(character, None) is not None:
        return str(unicodedata.digit(character))
    if category[0] == "M" or category == "Cf" or character in _SKIN:
        return ""
    return "?" if character in OTHER_QUESTION_MARKS else character
