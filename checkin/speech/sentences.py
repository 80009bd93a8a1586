"""A text made ready to be said: cleaned, cut into sentences, and never too long."""

import re
import textwrap
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_TEXT = 600  # 5,000 letters without a space were 764 seconds of sound

_ENDS = re.compile("[.!?…؟\u06d4।][\"')\\]»”\u2019]*$")
_DOES_NOT_END = {"mr.", "mrs.", "ms.", "dr.", "st.", "prof.", "e.g.", "i.e."}
_SIGNS = {"So", "Sm", "Sc"}  # thumbs up, plus, pounds
_JOINERS = {"\u200c", "\u200d"}  # Urdu and Bengali letters need them

# Pico and others read < and > as commands, so a person's own words could change the voice.
_PLAIN = str.maketrans(
    {"<": " ", ">": " ", "\u2018": "'", "\u2019": "'", "“": '"', "”": '"'}
    | {"\u2013": "-", "\u2014": "-", "\u2044": "/"}
)
_SAME_MARK_AGAIN = re.compile(r"([^\w\s])\1+")  # 600 exclamation marks were 333 s of silence
_LONG_NUMBER = re.compile(r"\d{12}(?=\d)")  # Pico fails at 60 digits in a row


@dataclass(frozen=True, slots=True)
class Word:
    """One word as the page shows it, and as the voice is given it ("" for nothing to say)."""

    shown: str
    said: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words that are said in one breath."""

    words: tuple[Word, ...]

    @property
    def said(self) -> str:
        """What an engine is given."""
        return " ".join(word.said for word in self.words if word.said)


def normalised(text: str) -> str:
    """The text as it is known by: one way to write each letter, one space between words."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def sentences(text: str, language: str) -> tuple[Sentence, ...]:
    """The text in sentences; a word is whatever stands between two spaces."""
    return tuple(
        Sentence(tuple(Word(shown, _said(shown, language)) for shown in shown_words))
        for shown_words in _cut(text.split())
    )


def pieces(text: str) -> tuple[str, ...]:
    """The text in pieces of at most 600 characters, cut between sentences where that can be."""
    found: list[str] = []
    for part in _short_parts(normalised(text)):
        if found and len(found[-1]) + 1 + len(part) <= LONGEST_TEXT:
            found[-1] += " " + part
        else:
            found.append(part)
    return tuple(found)


def can_be_said(text: str) -> bool:
    """Whether there is a letter, a number or a sign in it: "..." is only silence."""
    return any(letter.isalnum() or unicodedata.category(letter) in _SIGNS for letter in text)


def _short_parts(text: str) -> Iterator[str]:
    for shown_words in _cut(text.split()):
        sentence = " ".join(shown_words)
        if len(sentence) <= LONGEST_TEXT:
            yield sentence
        else:
            yield from textwrap.wrap(sentence, LONGEST_TEXT, break_on_hyphens=False)


def _cut(words: list[str]) -> Iterator[list[str]]:
    sentence: list[str] = []
    for word in words:
        sentence.append(word)
        if _ENDS.search(word) and word.lower() not in _DOES_NOT_END:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _said(shown: str, language: str) -> str:
    # NFKC comes first: it can turn a wide less-than into the "<" that must go.
    plain = unicodedata.normalize("NFKC", shown).translate(_PLAIN)
    plain = plain.replace("&", " and " if language.startswith("en") else " ")
    plain = "".join(letter if _is_plain(letter) else " " for letter in plain)
    plain = _LONG_NUMBER.sub(r"\g<0> ", _SAME_MARK_AGAIN.sub(r"\1", plain))
    return " ".join(plain.split()) if can_be_said(plain) else ""


def _is_plain(letter: str) -> bool:
    """Not a control character, half a letter, or a letter of somebody's own making."""
    return unicodedata.category(letter)[0] != "C" or letter in _JOINERS
